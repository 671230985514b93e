"""A reference → the one place it means; refused, with candidates, if there are more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import AmbiguousReferenceError
from app.errors import PlaceError
from app.errors import UnknownPlaceError
from app.model.document import Document
from app.model.document import Unit
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.references.nearest import nearest_units
from app.references.parser import parse_reference
from app.references.parser import Reference
from app.references.parser import Step


@dataclass(frozen=True)
class Resolver:
    """Finds written places in a library.

    *documents* and *ledgers* are by slug; a ledger makes moved and deleted sentences
    resolve too, to the address that was published.
    """

    documents: dict[str, Document]
    ledgers: dict[str, Ledger]

    def resolve(self, text: str, slug: str | None = None) -> Place:
        """Find the one place that *text* names, in one document or in any.

        :raise NotAReferenceError: if *text* does not name a place.
        :raise UnknownPlaceError: if it names one that does not exist.
        :raise AmbiguousReferenceError: if it could be several.
        """
        named, rest = self._split_document(text)
        slug = slug or named
        reference = parse_reference(rest)
        slugs = [slug] if slug else list(self.documents)
        places = [
            Place(name, Locator(path.path, reference.segment, reference.last))
            for name in slugs
            if name in self.documents
            for path in self._candidates(self.documents[name], reference)
        ]
        if not places:
            raise UnknownPlaceError(text, self._nearest(reference, slugs))
        if len(places) > 1:
            raise AmbiguousReferenceError(text, self._written(places, slug))
        if reference.segment:
            self._check_segment(places[0], text)
        return places[0]

    def _split_document(self, text: str) -> tuple[str | None, str]:
        """Take a document's slug or title off the front of a reference."""
        folded = unicodedata.normalize("NFKC", text).strip()
        for slug, document in self.documents.items():
            names = [slug, *_titles(document)]
            for name in sorted(names, key=len, reverse=True):
                pattern = rf"[《“\"]?{re.escape(name)}[》”\"]?[\s,:/#，：]*(?=\S)"
                match = re.match(pattern, folded, re.IGNORECASE)
                if match and (name != slug or match.end() > len(name)):
                    return slug, folded[match.end() :]
        return None, text

    def _candidates(self, document: Document, reference: Reference) -> list[Locator]:
        """List the units a reference may mean: the exact path, or all that agree."""
        exact = reference.dotted
        if exact and exact in document.by_locator:
            return [exact]
        known = self.ledgers.get(document.slug, Ledger()).entries
        if exact and any(exact.contains(entry.locator) for entry in known):
            return [exact]  # a unit whose sentences have all moved or gone
        agreeing = [
            chain for chain in chains(document.units) if agrees(chain, reference.steps)
        ]
        printed = [chain for chain in agreeing if is_printed_so(chain, reference)]
        return [chain[-1].locator for chain in printed or agreeing]

    def _check_segment(self, place: Place, text: str) -> None:
        """Refuse a sentence, or an end of a range, that was never published."""
        locator = place.locator
        ends = [locator.start]
        if locator.last:
            ends.append(locator.unit.at(locator.last))
        known = self._published(place.slug)
        if any(end not in known for end in ends):
            siblings = [str(other) for other in known if other.unit == locator.unit]
            raise UnknownPlaceError(text, siblings[-3:] or [str(locator.unit)])
        if locator.last and ends[0].sort_key > ends[1].sort_key:
            raise UnknownPlaceError(text, [f"{ends[1]}-s{locator.segment}"])

    def _published(self, slug: str) -> dict[Locator, object]:
        """Give every segment address that was ever published."""
        ledger = self.ledgers.get(slug, Ledger())
        return {**self.documents[slug].by_segment, **ledger.by_locator}

    def _nearest(self, reference: Reference, slugs: Iterable[str]) -> list[str]:
        """Name the units nearest to an address that does not exist."""
        documents = [self.documents[slug] for slug in slugs if slug in self.documents]
        return [
            str(locator)
            for document in documents[:1]
            for locator in nearest_units(document, reference)
        ]

    def _written(self, places: Iterable[Place], slug: str | None) -> list[str]:
        """Write candidates so that each can be typed and is understood."""
        clear = slug is not None or len(self.documents) == 1
        return [str(place.locator) if clear else str(place) for place in places]

    def scope(self, text: str) -> str | None:
        """Find the document or the unit that a search is to be narrowed to."""
        folded = unicodedata.normalize("NFKC", text).strip().casefold()
        for slug, document in self.documents.items():
            names = (slug, *_titles(document))
            if folded in {name.casefold() for name in names}:
                return slug
        try:
            place = self.resolve(text)
        except PlaceError:
            return None
        return str(Place(place.slug, place.locator.unit))


def _titles(document: Document) -> list[str]:
    """List the names a document goes by."""
    fronts = (document.zh, document.en)
    names = [name for front in fronts for name in (front.title, front.short_title)]
    return [unicodedata.normalize("NFKC", name) for name in names if name]


def chains(
    units: Iterable[Unit], above: tuple[Unit, ...] = ()
) -> Iterator[tuple[Unit, ...]]:
    """Yield every unit with those above it, outermost first."""
    for unit in units:
        chain = (*above, unit)
        yield chain
        yield from chains(unit.children, chain)


def agrees(chain: tuple[Unit, ...], steps: tuple[Step, ...]) -> bool:
    """Say whether the steps are met in order on the way down and end at the unit."""
    levels = list(reversed(chain))
    if not _fits(levels[0], steps[-1]):
        return False
    position = 1
    for step in reversed(steps[:-1]):
        while position < len(levels) and not _fits(levels[position], step):
            position += 1
        if position == len(levels):
            return False
        position += 1
    return True


def is_printed_so(chain: tuple[Unit, ...], reference: Reference) -> bool:
    """Say whether the last number is printed as it was written, in brackets or not."""
    unit, step = chain[-1], reference.steps[-1]
    return is_bracketed(unit) == step.bracketed


def is_bracketed(unit: Unit) -> bool:
    """Say whether the number of a unit is printed in brackets: （三）."""
    return unit.zh.label.strip().startswith(("（", "("))


def _fits(unit: Unit, step: Step) -> bool:
    """Say whether one unit is what one step says."""
    return unit.locator.path[-1] == step.number and (
        not step.kinds or unit.kind in step.kinds
    )
