"""A page is made once for all who ask the same of the same snapshot, and sent once."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from threading import Lock

from flask import current_app
from flask import Flask
from flask import render_template
from flask import request
from flask import Response

from app.errors import SnapshotError
from app.web.current import get_snapshot
from app.web.headers import program_digest
from app.web.interface import keys_work
from app.web.interface import marks_terms
from app.web.interface import script
from app.web.interface import shows_pinyin
from app.web.interface import theme
from app.web.interface import ui_lang
from app.web.packing import Packed
from app.web.packing import send_packed
from app.web.script import page_in_script

_KEY = "made_pages"
_KEPT = 64
"""How many pages are kept ready; the longest is about 230 kB, packed 40 kB more."""
_FILES_KEY = "made_files"
_FILES_KEPT = 32
"""How many files to take away are kept ready; the longest is about 150 kB."""


class MadePages:
    """The pages, or the files, made last, by their tags. Threads may share it."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._pages: OrderedDict[str, Packed] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str, make: Callable[[], bytes]) -> Packed:
        """Give a page, making it if it is not kept."""
        with self._lock:
            if tag in self._pages:
                self._pages.move_to_end(tag)
                return self._pages[tag]
        page = Packed(make())
        with self._lock:
            self._pages[tag] = page
            if len(self._pages) > self._most:
                self._pages.popitem(last=False)
        return page


def init_app(app: Flask) -> None:
    """Keep pages and files that were made."""
    app.extensions[_KEY] = MadePages()
    app.extensions[_FILES_KEY] = MadePages(_FILES_KEPT)


def render_page(template: str, page: object) -> str:
    """Make a page, in the script that the reader chose."""
    html, chosen = render_template(template, page=page), script()
    return html if chosen == "auto" else page_in_script(html, chosen)


def send_page(
    template: str, make: Callable[[], object], *, keep: bool = True
) -> Response:
    """Answer with a page, or with 304 if the browser has it already.

    One that is made for a single reader is not to be kept for others.
    """
    tag = _tag()
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304)
    else:
        made: MadePages = current_app.extensions[_KEY]
        render = partial(render_page, template)
        if keep:
            page = made.get(tag, lambda: render(page=make()).encode())
            response = send_packed(page, "text/html")
        else:
            response = Response(render(page=make()), mimetype="text/html")
    response.set_etag(tag, weak=True)
    response.cache_control.no_cache = True
    response.cache_control.private = None if keep else True
    return response


def send_file(
    media_type: str, name: str, make: Callable[[], bytes], *, keep: bool = True
) -> Response:
    """Answer with a file to be kept, or with 304 if it is there already.

    *name* is the whole header that says what the file is called.
    """
    tag = _tag()
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304)
    else:
        made: MadePages = current_app.extensions[_FILES_KEY]
        response = Response(made.get(tag, make).plain if keep else make())
        response.mimetype = media_type
        response.headers["Content-Disposition"] = name
    response.set_etag(tag, weak=True)
    response.cache_control.no_cache = True
    return response


def made_from() -> str:
    """Name what all pages are made from now: the snapshot and the program."""
    try:
        return f"{get_snapshot().digest}-{program_digest()}"
    except SnapshotError:
        return ""


def _tag() -> str:
    """Name the page by all that changes it: snapshot, program, address, choices."""
    parts = (
        get_snapshot().digest, program_digest(), request.full_path, request.host_url,
        current_app.config["BASE_URL"], ui_lang(), theme(), str(marks_terms()),
        str(keys_work()), script(), str(shows_pinyin()),
    )  # fmt: skip
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
