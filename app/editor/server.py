"""Serve the editor's page to this machine alone."""

from __future__ import annotations

import errno
import secrets
import signal
import socket
import threading
from collections.abc import Callable
from pathlib import Path

from werkzeug.serving import make_server
from werkzeug.serving import WSGIRequestHandler

from app.content.layout import is_slug
from app.content.layout import Layout
from app.editor.session import Session
from app.editor.web import make_app
from app.errors import ReaderError
from app.model.document import LANGS

_HOST = "127.0.0.1"
_MOST_NAMED = 10


class NoDocumentError(ReaderError):
    """Raised for a name that no document has."""

    def __init__(self, layout: Layout, slug: str) -> None:
        known = ", ".join(layout.slugs()[:_MOST_NAMED]) or "none"
        folder = layout.content.name
        super().__init__(f"{folder} has no document {slug!r}; it has: {known}.")


class PortError(ReaderError):
    """Raised for a port that the page cannot be served on."""

    def __init__(self, port: int, error: OSError) -> None:
        why = "is taken" if error.errno == errno.EADDRINUSE else "cannot be used"
        super().__init__(f"Port {port} {why}; choose another with --port.")


class _Quiet(WSGIRequestHandler):
    """Says nothing of requests: their address has the token in it."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def open_session(content: Path, slug: str) -> Session:
    """Put a document on the desk.

    :raise NoDocumentError: if there is none of that name.
    :raise UnreadableError: if one of its files cannot be read.
    :raise MendFirstError: if its files have to be mended by hand first.
    """
    layout = Layout(content)
    if not is_slug(slug) or not any(layout.path(lang, slug).exists() for lang in LANGS):
        raise NoDocumentError(layout, slug)
    return Session(layout, slug)


def _try_port(port: int) -> None:
    """Find out whether a port is free: the server itself would end the process."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
            probe.listen()
        except OSError as error:
            raise PortError(port, error) from error


def serve(content: Path, slug: str, port: int, say: Callable[[str], object]) -> bool:
    """Serve until Ctrl-C or SIGTERM; say whether anything was left unsaved.

    :raise PortError: if the port is not free.
    """
    session = open_session(content, slug)
    _try_port(port)
    token = secrets.token_urlsafe(16)
    server = make_server(
        _HOST,
        port,
        make_app(session, token),
        threaded=True,
        request_handler=_Quiet,
    )

    def stop(_signal: int, _frame: object) -> None:
        threading.Thread(target=server.shutdown).start()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    say(
        f"Editing {slug} at http://{_HOST}:{server.server_port}/{token}/ "
        "- stop with Ctrl-C"
    )
    server.serve_forever()
    server.server_close()
    return session.unsaved
