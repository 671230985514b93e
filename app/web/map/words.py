"""The terms that bind the units of a document, and how often each unit has them."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from functools import lru_cache

from app.model.document import Document
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.relations.bodies import bodies_of
from app.relations.mentions import mentions_of
from app.terms.occurrences import TermFinder
from app.web.current import get_snapshot
from app.web.map.threads import Thread

Counts = Mapping[Locator, int]
"""How often each unit has a term, in the order of the text."""

_DOCUMENTS = 16
"""Of how many documents the counts are kept."""


def counts_of(document: Document) -> Mapping[str, Counts]:
    """Count every term of the glossary in every unit that speaks of it, by its id."""
    return _counts(get_snapshot().digest, document.slug)


def binding_terms(threads: Iterable[Thread], glossary: Glossary) -> tuple[Term, ...]:
    """List the terms that are a reason for threads, those for most threads first."""
    bound = Counter(
        term.id
        for thread in threads
        if thread.relation
        for term in thread.relation.terms
    )
    known = glossary.by_id
    ranked = sorted(bound, key=lambda id: (-bound[id], id))
    return tuple(known[id] for id in ranked if id in known)


@lru_cache(maxsize=_DOCUMENTS)
def _counts(digest: str, slug: str) -> Mapping[str, Counts]:
    """Count once for each snapshot, which *digest* names."""
    snapshot = get_snapshot()
    finder = TermFinder(snapshot.glossary.terms)
    found: dict[str, dict[Locator, int]] = defaultdict(dict)
    for body in bodies_of(snapshot.documents[slug]):
        for term, mention in mentions_of(body, finder).items():
            found[term.id][body.locator] = mention.times
    return found
