"""The checks of the translations, less what editors have accepted."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from app.content.codes import finding
from app.content.exceptions_file import Accepted
from app.content.exceptions_file import read_exceptions
from app.content.layout import Layout
from app.content.source import read_source
from app.model.document import Document
from app.model.doubt import Doubt
from app.model.doubt import Examined
from app.model.finding import Finding
from app.model.glossary import Glossary
from app.model.locator import Locator
from app.translation.check import Checker
from app.translation.check import Found

LineOf = Callable[[str, Locator], int]


@dataclass
class Translations:
    """What was found in all translations."""

    doubts: list[Doubt] = field(default_factory=list)
    examined: list[Examined] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def check_translations(
    documents: Mapping[str, Document],
    glossary: Glossary,
    layout: Layout,
    line_of: LineOf,
) -> Translations:
    """Check every document; an accepted alarm is no finding, but keeps its reason."""
    made = Translations()
    checker = Checker(glossary)
    for slug, document in documents.items():
        accepted, faults = _accepted(layout, slug)
        made.findings += faults
        found = list(checker.check(document))
        made.doubts += [_with_reason(one.doubt, accepted) for one in found]
        made.examined += checker.examined(document)
        made.findings += [
            _finding(one, layout, line_of)
            for one in found
            if (one.doubt.locator, one.doubt.code) not in accepted
        ]
        made.findings += _stale(layout, slug, accepted, found)
    made.findings += _orphans(layout)
    return made


Exceptions = Mapping[tuple[Locator, str], Accepted]


def _accepted(layout: Layout, slug: str) -> tuple[Exceptions, tuple[Finding, ...]]:
    """Read the exceptions of a document; it may have none."""
    path = layout.exceptions_path(slug)
    if not path.exists():
        return {}, ()
    accepted, faults = read_exceptions(read_source(path, layout.display(path)))
    return {(one.locator, one.code): one for one in accepted}, faults


def _with_reason(doubt: Doubt, accepted: Exceptions) -> Doubt:
    one = accepted.get((doubt.locator, doubt.code))
    return replace(doubt, reason=one.reason) if one else doubt


def _finding(found: Found, layout: Layout, line_of: LineOf) -> Finding:
    doubt = found.doubt
    path = layout.display(layout.path("en", doubt.slug))
    line = line_of(doubt.slug, doubt.locator)
    return finding(doubt.code, path, line, found.message, str(doubt.locator))


def _stale(
    layout: Layout, slug: str, accepted: Exceptions, found: Iterable[Found]
) -> list[Finding]:
    """Report exceptions for alarms that are not there, or not any more."""
    there = {(one.doubt.locator, one.doubt.code) for one in found}
    path = layout.display(layout.exceptions_path(slug))
    return [
        finding(
            "T011",
            path,
            one.line,
            f"There is no {one.code} at {one.locator}; take the line away.",
        )
        for key, one in accepted.items()
        if key not in there
    ]


def _orphans(layout: Layout) -> list[Finding]:
    """Report files of exceptions without a document."""
    message = "There is no document of this name; rename the file or take it away."
    slugs = layout.slugs()
    return [
        finding("T010", layout.display(layout.exceptions_path(slug)), 0, message)
        for slug in layout.exceptions()
        if slug not in slugs
    ]
