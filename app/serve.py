"""The production server: ``python -m app.serve``."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import HTTPModes
from granian.constants import Interfaces
from granian.log import LogLevels

from app import create_app
from app.config import Config
from app.config import SettingError

if TYPE_CHECKING:
    from flask import Flask

#: What a new worker asks itself before it listens: this reads the snapshot and wakes
#: the search, so that the first reader does not wait for its dictionaries, nor for the
#: encoder, which is asked only where nothing has all the words.
WARM_UP = "/search?q=政策怎么读 jinrong zebras"

#: Seconds between two looks at whether the workers listen yet.
LOOK_AGAIN = 0.05

#: Seconds a worker has to end what it is doing when the server is stopped.
GRACE = 2


class AddressError(Exception):
    """Raised when the server cannot listen where it should."""


def main() -> int:
    """Serve the reader until Ctrl-C or SIGTERM; return the exit status."""
    try:
        config = Config.from_environment()
        address, port = claim(config.host, config.port)
    except (SettingError, AddressError) as error:
        print(error, file=sys.stderr)
        return 1
    # the other ways copy open files and held locks into the workers
    multiprocessing.set_start_method("spawn")
    server = Granian(
        "app",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        blocking_threads=config.threads,
        http=HTTPModes.http1,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
    )

    @server.on_startup
    def started() -> None:
        # a closed terminal would only restart the workers
        signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
        threading.Thread(target=announce, args=(address, port), daemon=True).start()

    server.serve(target_loader=application, wrap_loader=False)
    return 0


def claim(host: str, port: int) -> tuple[str, int]:
    """Give the numeric address to listen on, once it is sure that nobody else does.

    The workers share one port, so they would not notice that another server has it.

    :raise AddressError: if there is no such address here, or its port is taken.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, place = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
            address, free_port = probe.getsockname()[:2]
    except OSError as error:
        raise AddressError(
            f"Cannot listen on {host}, port {port}: {error.strerror}. "
            "Choose another with HOST= or PORT=."
        ) from error
    return address, free_port


def announce(address: str, port: int) -> None:
    """Say where the reader is, as soon as it answers."""
    while not _listens(address, port):
        time.sleep(LOOK_AGAIN)
    host = f"[{address}]" if ":" in address else address
    print(
        f"Policy Reader at http://{host}:{port}/ - stop with Ctrl-C",
        file=sys.stderr,
        flush=True,
    )


def application() -> Flask:
    """Make the reader in a new worker, warm, and bound to end with its server."""
    # Ctrl-C is for the server, which then stops the workers one by one
    os.setpgrp()
    threading.Thread(target=_end_with_server, daemon=True).start()
    app = create_app(Config.from_environment())
    app.test_client().get(WARM_UP)
    # Python must not tidy up under threads that still answer
    atexit.register(os._exit, 0)
    return app


def _end_with_server() -> None:
    """Stop this worker when its server is gone, even if that was killed outright."""
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _listens(address: str, port: int) -> bool:
    """Say whether anybody listens there."""
    try:
        socket.create_connection((address, port), timeout=1).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
