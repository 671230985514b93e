"""Citations as text: GB/T 7714-2015 in both languages, APA 7 and Chicago 17 in English.

The order of the parts, the dates and the number of names that are written out are
those of the published styles in CSL: of a government document in GB/T 7714, of a web
page in APA and in Chicago notes, where the styles for laws would leave out the
authorities. Three things are ours. The place in the text follows the title. What the
text says of itself stands at the end, whole, so that nobody takes a working text for
the official one. APA has the day of retrieval, since a text may be revised.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.citation.source import Source
from app.text.months import MONTHS

SITE = "Policy Reader"

_MOST_GBT = 3
_MOST_CHICAGO = 3
_MOST_APA = 20


def gbt(source: Source) -> str:
    """Cite after GB/T 7714-2015: a document of a government online, [A/OL].

    Of more than three authorities the first three are named, then 等 or et al.
    """
    who = ", ".join(source.issuers[:_MOST_GBT])
    if len(source.issuers) > _MOST_GBT:
        who += ", 等" if source.is_chinese else ", et al."
    what = ": ".join(part for part in (source.title, source.place) if part)
    issued = f"({source.issued.isoformat()})" if source.issued else ""
    when = f"{issued}[{source.accessed.isoformat()}]"
    cited = f"{_stop(who)}{what}[A/OL]. {when}. {source.url}."
    return f"{cited} {source.status}".rstrip()


def apa(source: Source) -> str:
    """Cite after APA 7: an entry of the list of references, with its place."""
    issued = source.issued
    when = f"{issued.year}, {MONTHS[issued.month - 1]} {issued.day}" if issued else ""
    what = f"{source.title} ({source.place})" if source.place else source.title
    dated = f"({when or 'n.d.'})."
    who = _apa_names(source.issuers)
    # without an author the title takes its place, before the date
    head = f"{_stop(who)}{dated} {_stop(what)}" if who else f"{_stop(what)}{dated} "
    cited = f"{head}{SITE}. Retrieved {_long(source.accessed)}, from {source.url}"
    return f"{cited} ({source.status.removesuffix('.')})" if source.status else cited


def chicago(source: Source) -> str:
    """Cite after Chicago 17: a full note; a text without a date has that of access."""
    accessed = f"accessed {_long(source.accessed)}"
    title = source.title.replace("“", "‘").replace("”", "’")
    parts = [
        *([_chicago_names(source.issuers)] if source.issuers else []),
        f"“{title},” {source.place}" if source.place else f"“{title},” {SITE}",
        *([SITE] if source.place else []),
        _long(source.issued) if source.issued else accessed,
        source.url,
    ]
    return f"{', '.join(parts)}. {source.status}".rstrip()


def _apa_names(names: Sequence[str]) -> str:
    """Name up to twenty; of more, nineteen and the last."""
    if len(names) > _MOST_APA:
        return f"{', '.join(names[: _MOST_APA - 1])}, … {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    # names of authorities are parted by a comma even if there are but two
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _chicago_names(names: Sequence[str]) -> str:
    """Name up to three; of more, the first."""
    if len(names) > _MOST_CHICAGO:
        return f"{names[0]} et al."
    if len(names) < 2:
        return "".join(names)
    joint = " and " if len(names) == 2 else ", and "
    return joint.join((", ".join(names[:-1]), names[-1]))


def _long(day: date) -> str:
    """Write a date out."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _stop(words: str) -> str:
    """End with one full stop and a space; nothing stays nothing."""
    return f"{words.removesuffix('.')}. " if words else ""
