"""Links laid over a text: by hand, references and terms; never one over another."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from app.web.layers import Wrap
from app.web.urls import Target


@dataclass(frozen=True, slots=True)
class LaidLink:
    """A link that the words of a text do not have of themselves."""

    start: int
    end: int
    target: Target

    def is_over(self, other: LaidLink) -> bool:
        """Say whether both lie over a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class LaidTerm(LaidLink):
    """The link of a term, quiet where the others are seen."""


def apart(
    by_hand: Iterable[LaidLink],
    references: Iterable[LaidLink],
    terms: Iterable[LaidLink] = (),
) -> list[LaidLink]:
    """Put links in order; what would lie over an earlier or a longer one is left.

    A reference of the same words to the same place as a link by hand says more of it,
    and takes its stead. A term with a link in it is none: half a term says nothing.
    """
    found = sorted(references, key=lambda link: (link.start, -link.end))
    same = {(one.start, one.end, one.target.href): one for one in found}
    kept: list[LaidLink] = []
    for link in (*by_hand, *found, *terms):
        if not any(map(link.is_over, kept)):
            kept.append(same.get((link.start, link.end, link.target.href), link))
    return sorted(kept, key=lambda link: link.start)


def links(laid: Iterable[LaidLink], stops: Sequence[int]) -> list[Wrap]:
    """Lay links over a text; one is split where a note is called within it."""
    wraps = []
    for link in laid:
        inner = {stop for stop in stops if link.start < stop < link.end}
        cuts = sorted({link.start, link.end} | inner)
        opening = _opening(link)
        wraps += [
            Wrap(start, end, opening, Markup("</a>"), link=True)
            for start, end in pairwise(cuts)
        ]
    return wraps


def _opening(link: LaidLink) -> Markup:
    """Open a link; of a place, it says what a script can show of it beforehand."""
    target = link.target
    if isinstance(link, LaidTerm):
        form = '<a class="term" href="{}" aria-description="{}">'
        return Markup(form).format(target.href, target.description)
    if target.external:
        return Markup('<a href="{}" rel="noopener">').format(target.href)
    if not target.previews:
        return Markup('<a href="{}">').format(target.href)
    count = Markup(' data-places="{}"').format(target.places)
    form = '<a class="ref" href="{}" aria-description="{}" data-preview="{}"{}>'
    return Markup(form).format(
        target.href,
        target.description,
        " ".join(target.previews),
        count if target.places > 1 else "",
    )
