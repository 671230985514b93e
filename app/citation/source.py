"""What a citation says, whatever its style: who, what, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.model.document import FrontMatter

_GONE = {"zh": "，已删去", "en": ", since deleted"}


@dataclass(frozen=True, slots=True)
class Source:
    """One side of a document, and the place in it that is cited.

    *pinpoint* is empty for the whole document; *gone* says that the place stands in
    the text no more; *status* is what the document says of itself.
    """

    key: str
    lang: str
    title: str
    issuers: tuple[str, ...]
    issued: date | None
    pinpoint: str
    url: str
    accessed: date
    status: str
    gone: bool = False

    @property
    def is_chinese(self) -> bool:
        """Say whether this side is in Chinese, of whichever script."""
        return self.lang.startswith("zh")

    @property
    def place(self) -> str:
        """Name the place in the document; of one that is gone, say so."""
        if not (self.pinpoint and self.gone):
            return self.pinpoint
        return self.pinpoint + _GONE["zh" if self.is_chinese else "en"]


def source_of(
    front: FrontMatter,
    key: str,
    pinpoint: str,
    url: str,
    accessed: date,
    *,
    gone: bool = False,
) -> Source:
    """Read from the front matter what a citation says."""
    return Source(
        key=key,
        lang=front.lang,
        title=front.title,
        issuers=front.issuers,
        issued=_day(front.issued),
        pinpoint=pinpoint,
        url=url,
        accessed=accessed,
        status=front.status,
        gone=gone,
    )


def _day(written: str) -> date | None:
    """Read a whole date; None for anything else, which is cited as undated."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
