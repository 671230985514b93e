"""Web pages as governments publish them: their text without what stands around it.

No extractor of articles (trafilatura, readability) is used: they look for the piece of
a page that is most like an essay, and leave out the short lines, numbers, tables and
annexes that a law consists of. Here only what is known to be furniture goes.
"""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import Path

from bs4 import BeautifulSoup

from app.importer.errors import SourceError
from app.importer.raw import Block
from app.importer.sources.encoding import decode
from app.importer.sources.found import Found
from app.importer.sources.html.blocks import blocks_of
from app.importer.sources.html.facts import facts_of
from app.importer.sources.html.furniture import furniture
from app.importer.sources.html.lines import without_furniture

_XML = re.compile(r"\A[\s\ufeff]*<\?xml[^>]{0,200}>")

MOST_TAGS = 200_000
"""In one page."""


def read_html(path: Path, text: str, encoding: str, kind: str = "HTML") -> Found:
    """Read the text of a page, and what the page says of itself."""
    soup = _soup(path, text)
    dropped, pieces = furniture(soup)
    facts = facts_of(soup, text)
    blocks, lines = without_furniture(blocks_of(soup, dropped))
    return Found(
        _numbered(blocks),
        f"{kind}, {encoding}",
        title=facts.title,
        issued=lines.signed or facts.issued or lines.date,
        address=facts.address,
        dropped=pieces + lines.dropped,
    )


def read_fragment(path: Path, html: str, read_as: str) -> Found:
    """Read what a converter wrote, which is all text."""
    soup = _soup(path, html)
    return Found(_numbered(list(blocks_of(soup, frozenset()))), read_as)


def read_mhtml(path: Path, data: bytes) -> Found:
    """Read the page in a web archive, as browsers save it in one file."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for piece in message.walk():
        content = piece.get_payload(decode=True)
        if piece.get_content_type() == "text/html" and isinstance(content, bytes):
            decoded = decode(content, declares=True)
            if decoded:
                found = read_html(path, *decoded, kind="web archive")
                address = piece.get("Content-Location", "")
                return _at(found, str(address))
    raise SourceError(path, "there is no page in this web archive.")


def _at(found: Found, address: str) -> Found:
    """Fill in where the archive says that its page was."""
    if found.address or not address.startswith(("http://", "https://")):
        return found
    return Found(
        found.blocks, found.read_as, found.title, found.issued, address, found.dropped
    )


def _soup(path: Path, text: str) -> BeautifulSoup:
    """Parse a page within bounds."""
    if text.count("<") > 2 * MOST_TAGS:
        raise SourceError(path, f"the page has more than {MOST_TAGS:,} elements.")
    return BeautifulSoup(_XML.sub("", text, count=1), "lxml")


def _numbered(blocks: list[Block]) -> tuple[Block, ...]:
    """Give the blocks their running numbers."""
    return tuple(
        Block(block.text, at, block.kind, block.level)
        for at, block in enumerate(blocks, 1)
    )
