"""The front matter: the fields between two ``---`` lines at the top of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.content import grammar
from app.content.codes import finding
from app.content.source import Source
from app.model.document import FrontMatter
from app.model.document import Lang
from app.model.finding import Finding

REQUIRED = ("title", "short_title", "lang", "issued", "issuers", "status", "coverage")
OPTIONAL = ("source", "edition", "licence", "measures")

_SAME = ("issued", "edition", "measures")
"""Fields that say the same in both languages."""

FILL_IN: dict[Lang, str] = {"zh": "〔待填〕", "en": "[fill in]"}
NO_DATE = "1000-01-01"
"""What an import writes where its sources say nothing; a date must be a day."""

_NAME = re.compile(r"\A[a-z_]+")
_LANGUAGE_TAG = re.compile(r"(?P<language>[a-z]{2})(?:-[A-Za-z0-9]{2,8})*")
_ISSUER_SEPARATOR = re.compile(r"\s*[;；]\s*")


@dataclass(frozen=True, slots=True)
class FrontLines:
    """The fields with the lines they stand on, and where the front matter ends."""

    fields: Mapping[str, tuple[int, str]]
    end: int
    """How many lines it takes up, its two fences with them."""
    findings: tuple[Finding, ...] = ()
    present: bool = True
    malformed: frozenset[str] = frozenset()
    """Names of lines that were meant for fields."""

    def value(self, name: str) -> str:
        """Give the value of a field; empty if it is missing."""
        return self.fields[name][1] if name in self.fields else ""

    def line(self, name: str) -> int:
        """Give the line of a field; the first line if it is missing."""
        return self.fields[name][0] if name in self.fields else 1

    @property
    def issuers(self) -> tuple[str, ...]:
        """The issuing authorities, one by one."""
        parts = _ISSUER_SEPARATOR.split(self.value("issuers").strip())
        return tuple(part for part in parts if part)

    def as_model(self) -> FrontMatter:
        """Give what the file says of itself; a date or names to fill in are none."""
        plain = {name: self.value(name) for name in (*REQUIRED, *OPTIONAL)}
        del plain["issuers"]
        if is_to_fill_in("issued", plain["issued"]):
            plain["issued"] = ""
        names = [name for name in self.issuers if not is_to_fill_in("issuers", name)]
        return FrontMatter(issuers=tuple(names), **plain)


def parse_front(source: Source) -> FrontLines:
    """Read the front matter of a file, if it has one."""
    lines = [line.strip() for line in source.lines]
    if not lines or lines[0] != grammar.FENCE:
        found = (_missing(source, lines),) if source.readable else ()
        return FrontLines({}, 0, found, present=False)
    fields: dict[str, tuple[int, str]] = {}
    bad: set[str] = set()
    faults: list[Finding] = []
    last_field = 1
    for number, raw in enumerate(lines[1:], 2):
        if raw == grammar.FENCE:
            return FrontLines(fields, number, tuple(faults), malformed=frozenset(bad))
        if isinstance(grammar.parse_line(raw), grammar.Heading):
            break
        field = grammar.parse_field(raw)
        if field is None:
            bad.update(_NAME.findall(raw))
            faults.append(_no_field(source, number, raw))
            continue
        if not faults:
            last_field = number
        if field.name in fields:
            faults.append(_repeated(source, number, field, fields))
        fields.setdefault(field.name, (number, field.value))
    fields = {name: at for name, at in fields.items() if at[0] <= last_field}
    message = "The front matter has no end; put a line of three hyphens below it."
    not_closed = finding("F007", source.path, last_field, message)
    return FrontLines(fields, last_field, (not_closed,))


def _missing(source: Source, lines: list[str]) -> Finding:
    message = (
        "The file does not begin with a line of three hyphens; the front matter "
        "belongs there."
        if any(lines)
        else "The file is empty; write its front matter and its text."
    )
    return finding("F006", source.path, 1, message)


def _no_field(source: Source, number: int, raw: str) -> Finding:
    what = f"{raw[:40]!r} is no field" if raw else "A blank line is no field"
    message = f"{what}; write name: value, with something after the colon."
    return finding("F010", source.path, number, message)


def _repeated(
    source: Source,
    number: int,
    field: grammar.Field,
    fields: Mapping[str, tuple[int, str]],
) -> Finding:
    message = (
        f"Field {field.name} stands on line {fields[field.name][0]} already; "
        "delete one of them."
    )
    return finding("F013", source.path, number, message)


def check_front(front: FrontLines, path: str, lang: Lang) -> list[Finding]:
    """Check the fields of one file."""
    if not front.present:
        return []
    found = [
        finding("F011", path, 1, f"Field {name} is missing; add a line {name}: …")
        for name in REQUIRED
        if name not in front.fields and name not in front.malformed
    ]
    for name, (number, value) in front.fields.items():
        if name not in (*REQUIRED, *OPTIONAL):
            message = f"Field {name} is not known; nothing is done with it."
            found.append(finding("F012", path, number, message))
        elif fault := _fault(name, value, lang):
            found.append(finding("F014", path, number, f"{name} {value!r} {fault}"))
        elif is_to_fill_in(name, value):
            message = f"{name} {value!r} is only a placeholder; fill it in."
            found.append(finding("F018", path, number, message))
    return found


def is_to_fill_in(name: str, value: str) -> bool:
    """Say whether a field has no more than what an import puts for want of it."""
    blank = any(placeholder in value for placeholder in FILL_IN.values())
    return blank or (name, value) == ("issued", NO_DATE)


def _fault(name: str, value: str, lang: Lang) -> str:
    """Say what is wrong with a value; nothing if it is right."""
    if name == "lang":
        match = _LANGUAGE_TAG.fullmatch(value)
        if not match or match["language"] != lang:
            return f"is not a tag for this file's language; write {_TAGS[lang]}."
    if name == "issued" and not _is_date(value):
        return "is not a date; write it like 2021-12-24."
    if name == "measures" and not _PART_NUMBER.fullmatch(value):
        return "is not the number of a part; write it in digits, like 2."
    if name == "issuers" and not value.strip(";； "):
        return "names nobody; write the authorities, parted by semicolons."
    return ""


_TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
_PART_NUMBER = re.compile(r"[1-9][0-9]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _is_date(value: str) -> bool:
    """Say whether *value* is a day of the calendar."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def compare_front(
    zh: FrontLines, en: FrontLines, zh_path: str, en_path: str
) -> list[Finding]:
    """Check that the two files say the same where they must."""
    if not (zh.present and en.present):
        return []
    found = []
    for name in dict.fromkeys((*zh.fields, *en.fields)):
        if name not in zh.fields or name not in en.fields:
            if name not in REQUIRED:  # reported as missing already
                found.append(_one_sided(name, zh, en, zh_path, en_path))
        elif name in _SAME and zh.value(name) != en.value(name):
            message = (
                f"{name} is {zh.value(name)} here and {en.value(name)} in the English "
                "file; they must be the same."
            )
            found.append(finding("F015", zh_path, zh.line(name), message))
    if len(zh.issuers) != len(en.issuers) and zh.issuers and en.issuers:
        message = (
            f"{len(zh.issuers)} issuers here and {len(en.issuers)} in the English "
            "file; name the same, parted by semicolons."
        )
        found.append(finding("F015", zh_path, zh.line("issuers"), message))
    return found


def _one_sided(
    name: str, zh: FrontLines, en: FrontLines, zh_path: str, en_path: str
) -> Finding:
    has, path, other = (
        (zh, zh_path, "English") if name in zh.fields else (en, en_path, "Chinese")
    )
    message = f"Field {name} is missing in the {other} file; add it there."
    return finding("F015", path, has.line(name), message)
