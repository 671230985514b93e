"""Answers as small as a browser can read them, each packed once for all who ask."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from threading import Thread

import brotli
from flask import Flask
from flask import request
from flask import Response
from flask_compress import Compress
from flask_compress.compat import compression

Pack = Callable[[bytes], bytes]

_QUICKLY: dict[str, Pack] = {
    "br": lambda data: brotli.compress(data, quality=7),
    "zstd": lambda data: compression.zstd.compress(data, 9),
    "gzip": lambda data: compression.gzip.compress(data, 6, mtime=0),
}
"""How to pack for somebody who waits, the smallest first: the longest page in 12 ms."""

_SMALLEST: dict[str, Pack] = {
    "br": lambda data: brotli.compress(data, quality=11),
    "zstd": lambda data: compression.zstd.compress(data, 19),
    "gzip": lambda data: compression.gzip.compress(data, 9, mtime=0),
}
"""How to pack what is sent often: a tenth smaller, the longest page in 300 ms."""

_ONE_AT_A_TIME = Lock()


class Packed:
    """Something to send, plain and in every packing that was asked for.

    The first who asks gets what is packed quickly. Whatever is asked for again is
    packed at its smallest meanwhile, one thing at a time. Threads may share it.
    """

    def __init__(self, plain: bytes) -> None:
        self.plain = plain
        self._quick: dict[str, bytes] = {}
        self._small: dict[str, bytes] = {}

    def get(self, packing: str) -> bytes:
        """Give it in a packing, as small as there is time for."""
        if packing in self._small:
            return self._small[packing]
        if packing not in self._quick:
            self._quick[packing] = _QUICKLY[packing](self.plain)
        elif _ONE_AT_A_TIME.acquire(blocking=False):
            Thread(target=self._shrink, args=(packing,), daemon=True).start()
        return self._quick[packing]

    def get_smallest(self, packing: str) -> bytes:
        """Give it in a packing at its smallest, however long that takes once."""
        if packing not in self._small:
            self._small[packing] = _SMALLEST[packing](self.plain)
        return self._small[packing]

    def _shrink(self, packing: str) -> None:
        """Pack it at its smallest, then let the next thing be packed."""
        try:
            self.get_smallest(packing)
        finally:
            _ONE_AT_A_TIME.release()


def init_app(app: Flask) -> None:
    """Pack whatever is made for one answer only, and say that packing varies."""
    app.config.update(
        COMPRESS_ALGORITHM=list(_QUICKLY),
        COMPRESS_ALGORITHM_STREAMING=["br", "zstd"],
        COMPRESS_BR_LEVEL=7,
    )
    Compress(app)


def send_packed(packed: Packed, mimetype: str, *, smallest: bool = False) -> Response:
    """Answer with what was packed before, in a packing that the browser can read."""
    packing = _wanted()
    if packing is None:
        return Response(packed.plain, mimetype=mimetype)
    data = packed.get_smallest(packing) if smallest else packed.get(packing)
    return Response(data, mimetype=mimetype, headers={"Content-Encoding": packing})


def _wanted() -> str | None:
    """Choose the packing the browser likes best; of several, the smallest."""
    liked = {name: request.accept_encodings.quality(name) for name in _QUICKLY}
    best = max(liked, key=lambda name: liked[name])
    return best if liked[best] > 0 else None
