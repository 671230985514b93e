"""What a document says of itself, written out in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from flask import request
from flask import url_for
from flask_babel import force_locale
from flask_babel import format_date
from flask_babel import gettext
from flask_babel import lazy_gettext
from flask_babel import ngettext

from app.errors import SnapshotError
from app.model.document import Document
from app.model.document import FrontMatter
from app.model.document import Lang
from app.text.numerals import format_chinese
from app.web.contexts import DocumentFacts
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.contexts import TextStatus
from app.web.current import get_snapshot
from app.web.interface import LOCALES
from app.web.interface import ui_lang
from app.web.render import line_html
from app.web.tags import LANG_TAGS
from app.web.tags import LangTags
from app.web.tags import tags_of
from app.web.urls import absolute
from app.web.urls import document_url

_DATE_PATTERNS: dict[Lang, str] = {"zh": "y年M月d日", "en": "d MMMM y"}

_SMALL_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve",
)  # fmt: skip

_NAMED_ISSUERS = 2
"""How many authorities are named before the rest are counted."""

_NAMED_FIELDS = {
    "source": lazy_gettext("Source"),
    "edition": lazy_gettext("Edition"),
    "licence": lazy_gettext("Licence"),
}
"""What a title page says of a text that does not say of itself what it is."""

_MOST_STATUSES = 3
"""Of how many texts every page says what they are."""


def document_facts(document: Document) -> DocumentFacts:
    """Give the title block of a document."""
    href, tags = document_url(document.slug), tags_of(document)
    return DocumentFacts(
        slug=document.slug,
        href=href,
        title=_pair(
            document.zh.title, document.en.title, tags, href=href, rank="title"
        ),
        issued=_pair(_issued(document.zh, "zh"), _issued(document.en, "en"), tags),
        provenance=_pair(
            document.zh.status + document.zh.coverage,
            f"{document.en.status} {document.en.coverage}".strip(),
            tags,
        ),
        name=document.front(ui_lang()).short_title or document.front(ui_lang()).title,
    )


def text_statuses() -> tuple[TextStatus, ...]:
    """Say what the text of this page is; elsewhere what each is, if they are few."""
    try:
        documents = get_snapshot().documents
    except SnapshotError:
        return ()
    slug = (request.view_args or {}).get("slug", "")
    if slug in documents:
        return (_text_status(documents[slug]),)
    if len(documents) > _MOST_STATUSES:
        return ()
    return tuple(map(_text_status, documents.values()))


def _text_status(document: Document) -> TextStatus:
    """Say what a text is and where more is said of it."""
    front = document.front(ui_lang())
    provenance = url_for("library.about", _anchor=document.slug)
    return TextStatus(
        document=Link(front.short_title or front.title, document_url(document.slug)),
        status=front.status,
        provenance=provenance,
        printed=absolute(provenance),
    )


def front_matter(document: Document) -> tuple[Pair, ...]:
    """List every field of the front matter that says something."""
    sides = (
        (field.name, _value(document.zh, field.name), _value(document.en, field.name))
        for field in fields(FrontMatter)
    )
    tags = tags_of(document)
    return tuple(
        _pair(zh, en, tags, address=name) for name, zh, en in sides if zh or en
    )


def front_lines(document: Document) -> tuple[Pair, ...]:
    """Say on a title page when and by whom a text was issued, and what it is."""
    tags = tags_of(document)
    lines = (
        (_when(document.zh, "zh"), _when(document.en, "en")),
        ("、".join(document.zh.issuers), "; ".join(document.en.issuers)),
        (document.zh.status, document.en.status),
        (document.zh.coverage, document.en.coverage),
        *(
            (_named(document.zh, "zh", field), _named(document.en, "en", field))
            for field in _NAMED_FIELDS
        ),
    )
    return tuple(_pair(zh, en, tags) for zh, en in lines if zh or en)


def document_counts(document: Document) -> Pair:
    """Count units, pairs, notes and what is not translated, from the text itself."""
    segments = document.by_segment.values()
    numbers = (
        len(document.by_locator),
        len(segments),
        len(document.notes),
        sum(segment.zh is None or segment.en is None for segment in segments),
    )
    return _pair(_counts(numbers, "zh"), _counts(numbers, "en"))


def _counts(numbers: tuple[int, int, int, int], lang: Lang) -> str:
    """Say the counts in one language, whatever the interface."""
    units, pairs, notes, missing = numbers
    with force_locale(LOCALES[lang]):
        words = [
            ngettext("%(num)s unit", "%(num)s units", units),
            ngettext("%(num)s pair", "%(num)s pairs", pairs),
            ngettext("%(num)s note", "%(num)s notes", notes),
        ]
        if missing:
            words.append(gettext("%(number)s not translated", number=missing))
        else:
            words.append(gettext("none untranslated"))
    return ("，" if lang == "zh" else ", ").join(words)


def _pair(
    zh: str,
    en: str,
    tags: LangTags = LANG_TAGS,
    address: str = "",
    href: str = "",
    rank: str = "",
) -> Pair:
    """Set two plain lines as a pair."""
    named = line_html(zh, "zh", tags, with_pinyin=rank == "title")
    return Pair(named, line_html(en, "en", tags), address, href, rank, tags)


def _value(front: FrontMatter, name: str) -> str:
    """Write a field as it stands in the file."""
    value: str | tuple[str, ...] = getattr(front, name)
    return value if isinstance(value, str) else "; ".join(value)


def _issued(front: FrontMatter, lang: Lang) -> str:
    """Say when and by whom a document was issued."""
    sentence = _when(front, lang)
    who = _issuers_zh(front.issuers) if lang == "zh" else _issuers_en(front.issuers)
    joint = "\u3000" if lang == "zh" else ". "
    return joint.join(words for words in (sentence, who) if words)


def _when(front: FrontMatter, lang: Lang) -> str:
    """Say when a document was issued, if that is known."""
    with force_locale(LOCALES[lang]):
        when = _date(front.issued, lang)
        return gettext("Issued %(date)s", date=when) if when else ""


def _named(front: FrontMatter, lang: Lang, field: str) -> str:
    """Say what one field of the front matter says, after its name."""
    value = _value(front, field)
    with force_locale(LOCALES[lang]):
        return f"{_NAMED_FIELDS[field]}{gettext(': ')}{value}" if value else ""


def _date(issued: str, lang: Lang) -> str:
    """Write a date out; one that is no whole date stays as it is."""
    try:
        day = date.fromisoformat(issued)
    except ValueError:
        return issued
    return str(format_date(day, _DATE_PATTERNS[lang]))


def _issuers_zh(issuers: Sequence[str]) -> str:
    """Name the first authorities and count all: 甲、乙等八部门."""
    named = "、".join(issuers[:_NAMED_ISSUERS])
    if len(issuers) <= _NAMED_ISSUERS:
        return named
    return f"{named}等{format_chinese(len(issuers))}部门"


def _issuers_en(issuers: Sequence[str]) -> str:
    """Name the first authorities and count the others."""
    named = list(issuers[:_NAMED_ISSUERS])
    others = len(issuers) - len(named)
    if not others:
        return " and ".join(named)
    number = _SMALL_NUMBERS[others] if others < len(_SMALL_NUMBERS) else str(others)
    noun = "authority" if others == 1 else "authorities"
    return f"{', '.join(named)} and {number} other {noun}"
