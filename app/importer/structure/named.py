"""The order of the styles that name what they number: 编 above 章 above 条."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from app.importer.structure.candidates import Candidate
from app.importer.structure.forms import NAMED

_ENOUGH = 3
"""From how many sections on they may be the articles of a law."""


def named_order(named: Sequence[Candidate]) -> list[str]:
    """Order the styles with names: as usual, but for what the text itself shows."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in named:
        if candidate.is_clear or candidate.mark.number == (1,):
            found[candidate.mark.style].append(candidate)
    order = [style for style in NAMED if style in found]
    for other in ("title", "chapter"):
        if "part" in found and other in found and _holds(found[other], found["part"]):
            order.remove(other)
            order.insert(order.index("part"), other)
    if "section" in found and "article" in found and _sections_in_articles(named):
        order.remove("article")
        order.insert(order.index("section"), "article")
    return order


def _holds(upper: Sequence[Candidate], lower: Sequence[Candidate]) -> bool:
    """Say whether one style stands above another: it comes first and restarts less."""
    if upper[0].index > lower[0].index:
        return False
    numbers = [c.mark.number for c in upper], [c.mark.number for c in lower]
    restarts, lower_restarts = (number.count((1,)) for number in numbers)
    return 0 < restarts < lower_restarts


def _sections_in_articles(named: Sequence[Candidate]) -> bool:
    """Say whether sections follow each other without articles between them."""
    styles = [c.mark.style for c in named if c.mark.style in ("section", "article")]
    pairs = list(pairwise(styles))
    return pairs.count(("section", "section")) > pairs.count(("article", "article"))


def sections_run_through(candidates: Sequence[Candidate]) -> bool:
    """Say whether sections are numbered through, as the articles of a law are."""
    numbers = [c.mark.number for c in candidates if c.mark.style == "section"]
    return len(numbers) >= _ENOUGH and all(
        one < other for one, other in pairwise(numbers)
    )
