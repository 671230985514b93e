"""Pages and files go over the wire as small as the browser can read them."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable

import brotli
import pytest
from flask.testing import FlaskClient
from flask_compress.compat import compression

from app.web.packing import Packed

PLAN = "/western-financial-center/"

UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "zstd": compression.zstd.decompress,
    "gzip": gzip.decompress,
}


def ask(client: FlaskClient, path: str, accepted: str) -> tuple[str | None, bytes]:
    answer = client.get(path, headers={"Accept-Encoding": accepted})
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    return answer.headers.get("Content-Encoding"), answer.data


@pytest.mark.parametrize("path", [PLAN, "/static/site.css", "/static/reading.js"])
@pytest.mark.parametrize("packing", UNPACK)
def test_every_packing_holds_the_same(
    client: FlaskClient, path: str, packing: str
) -> None:
    plain = ask(client, path, "identity")
    assert plain[0] is None
    for _ in range(3):
        used, data = ask(client, path, packing)
        assert used == packing
        assert UNPACK[packing](data) == plain[1]
        assert len(data) < len(plain[1]) / 3


@pytest.mark.parametrize(
    ("accepted", "packing"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, zstd", "zstd"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, *", "zstd"),
        ("*", "br"),
        ("deflate", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("path", [PLAN, "/static/site.css"])
def test_the_browser_chooses_the_packing(
    client: FlaskClient, path: str, accepted: str, packing: str | None
) -> None:
    assert ask(client, path, accepted)[0] == packing


@pytest.mark.parametrize("packing", UNPACK)
def test_what_is_asked_for_again_becomes_smaller(
    client: FlaskClient, packing: str
) -> None:
    plain = client.get(PLAN).data
    packed = Packed(plain)
    smallest = Packed(plain).get_smallest(packing)
    first = packed.get(packing)
    assert len(smallest) < len(first)
    until = time.monotonic() + 30
    while packed.get(packing) != smallest and time.monotonic() < until:
        time.sleep(0.01)
    assert packed.get(packing) == smallest
    assert UNPACK[packing](smallest) == UNPACK[packing](first) == plain


def test_what_is_packed_is_kept() -> None:
    packed = Packed(b"policy " * 100)
    assert packed.get_smallest("br") is packed.get_smallest("br") is packed.get("br")
