"""The L codes: links and other markup in a line; and lines that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content import grammar
from app.content.codes import finding
from app.content.layout import SLUG
from app.content.parser import Half
from app.content.parser import HalfLine
from app.errors import LocatorError
from app.model.finding import Finding
from app.model.locator import Locator

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
_LOCAL = re.compile(rf"(?:{SLUG.pattern})?\#(?P<place>.*)")


def check_markup(half: Half) -> Iterator[Finding]:
    """Check the links and the markup of one file."""
    for line in half.walk():
        if line.text is None:
            continue
        for target in line.refused:
            message = (
                f"A link may not lead to {target!r}; link to http, https, a place like "
                "#2.3.12 or another document like other-slug#3.1."
            )
            yield finding("L001", half.path, line.number, message)
        yield from _check_targets(half.path, line)
        yield from _check_words(half.path, line)


def _check_targets(path: str, line: HalfLine) -> Iterator[Finding]:
    """Check that links inside the library have an address."""
    for span in line.text.spans if line.text else ():
        local = _LOCAL.fullmatch(span.target) if span.kind == "link" else None
        if local is None:
            continue
        try:
            Locator.parse(local["place"])
        except LocatorError as error:
            yield finding("L002", path, line.number, f"Link {span.target}: {error}")


def _check_words(path: str, line: HalfLine) -> Iterator[Finding]:
    """Check the words themselves."""
    plain = line.text.plain if line.text else ""
    if tag := _TAG.search(plain):
        message = (
            f"{tag[0]} is shown as it stands; use Markdown (*em*, **strong**), or "
            "delete it."
        )
        yield finding("L003", path, line.number, message)
    if isinstance(line.line, grammar.Heading):
        if line.text and any(span.kind != "note" for span in line.text.spans):
            message = "The markup of a heading is not shown; delete the signs."
            yield finding("L004", path, line.number, message)
    elif plain.strip("#") and not any(char.isalnum() for char in plain):
        message = (
            f"{plain!r} has no words; write a single - for a sentence that is not "
            "translated, and nothing to part paragraphs."
        )
        yield finding("A008", path, line.number, message)
