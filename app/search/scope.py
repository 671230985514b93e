"""Where a search looks: what ``in`` says, as a parameter or as an operator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.errors import QueryError
from app.search.lookup import Docs
from app.search.lookup import Lookup
from app.search.query import ParsedQuery


@dataclass(frozen=True)
class Scopes:
    """Finds the units of a place.

    *find* turns what was written into a document or a unit, ``plan:2.3``, or None.
    """

    lookup: Lookup
    find: Callable[[str], str | None]

    def chosen(self, within: str) -> Docs:
        """Find the units that the parameter names; all of them if it is empty.

        :raise QueryError: if it names nothing.
        """
        if not within:
            return self._everything()
        return self.lookup.scope(self.canonical(within))

    def canonical(self, within: str) -> str:
        """Write what the parameter names as a slug, or a slug, a colon and a unit.

        :raise QueryError: if it names nothing.
        """
        scope = self.find(within)
        if scope is None:
            raise QueryError(
                "in",
                f"There is no document or unit {within!r}; write the name of a "
                "document, or a name, a colon and a unit: plan:2.3.",
            )
        return scope

    def typed(self, query: ParsedQuery) -> Docs:
        """Find the units that the operators of a query leave."""
        docs = self._everything()
        if query.within:
            docs &= self.lookup.scope(self.find(query.within) or "")
        if query.outside:
            docs -= self.lookup.scope(self.find(query.outside) or "")
        return docs

    def is_unknown(self, query: ParsedQuery) -> bool:
        """Say whether an operator names nothing."""
        places = (query.within, query.outside)
        return any(place and self.find(place) is None for place in places)

    def _everything(self) -> Docs:
        """Give all units."""
        return frozenset(range(len(self.lookup.units)))
