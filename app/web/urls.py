"""Every address of the site is made here, and links from the content are resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

from flask import current_app
from flask import has_request_context
from flask import request
from flask import url_for

from app.model.document import Document
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.place import Place
from app.references.links import linked_place
from app.references.standing import is_published

VIEWS = ("parallel", "stacked", "zh", "en")

MARKING_PARAMETERS = ("q", "lang", "literal")
"""What says on a page to read which words are marked."""

KEPT_PARAMETERS = ("view", "ui", "script", "pinyin", *MARKING_PARAMETERS)
"""What survives a redirect: how the reader reads, not what is read."""

NO_MARKING: Mapping[str, Any] = MappingProxyType({})


def is_api() -> bool:
    """Say whether a program asks, which wants JSON."""
    return f"{request.path}/".startswith("/api/")


def wanted_view() -> str:
    """Give the view asked for; anything unknown is the parallel one."""
    view = request.args.get("view", "parallel") if has_request_context() else ""
    return view if view in VIEWS else "parallel"


def view_parameter() -> dict[str, Any]:
    """Carry the view along, where it is not the usual one."""
    view = wanted_view()
    return {} if view == "parallel" else {"view": view}


def kept_parameters() -> dict[str, Any]:
    """Give the parameters of this request that a redirect keeps."""
    return {
        name: request.args[name] for name in KEPT_PARAMETERS if name in request.args
    }


def document_url(
    slug: str, fragment: str = "", marking: Mapping[str, Any] = NO_MARKING
) -> str:
    """Address the whole document, or a place in it; *marking* says what is marked."""
    return url_for(
        "reading.document",
        slug=slug,
        _anchor=fragment or None,
        **view_parameter(),
        **marking,
    )


def place_url(
    slug: str, locator: Locator, marking: Mapping[str, Any] = NO_MARKING
) -> str:
    """Address the page of a unit, at the segment meant; *marking* says what is marked.

    Only links that open a result have a marking: an address to keep has none. An empty
    locator is the document itself. A range is asked for in the query too, since no
    browser sends what follows ``#``.
    """
    if not locator.path:
        return document_url(slug, marking=marking)
    ranged: dict[str, Any] = {"range": locator.fragment} if locator.last else {}
    return url_for(
        "reading.place",
        slug=slug,
        reference=str(locator.unit),
        _anchor=locator.fragment or None,
        **view_parameter(),
        **ranged,
        **marking,
    )


def permanent_path(slug: str, locator: Locator) -> str:
    """Give the address that is cited: no view, no fragment, good for ever."""
    if not locator.path:
        return url_for("reading.document", slug=slug)
    return url_for("reading.place", slug=slug, reference=str(locator))


def cite_url(place: Place, kind: str = "") -> str:
    """Address the page to cite a place from; or its citation as a file, of a kind."""
    values: dict[str, Any] = {"slug": place.slug}
    endpoint = "cite.document"
    if place.locator.path:
        endpoint, values["reference"] = "cite.place", str(place.locator)
    if kind:
        endpoint, values["kind"] = f"{endpoint}_file", kind
    return url_for(endpoint, **values)


def preview_url(slug: str, locator: Locator) -> str:
    """Address what a script shows of a place before one goes there."""
    if not locator.path:
        return url_for("api.document", slug=slug)
    return url_for("api.place", slug=slug, locator=str(locator))


def term_url(term: str) -> str:
    """Address the page of a term."""
    return url_for("terms.term", id=term)


def absolute(path: str) -> str:
    """Put the name of the site before a path."""
    base: str = current_app.config["BASE_URL"] or request.url_root
    return urljoin(base.rstrip("/") + "/", path.lstrip("/"))


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link in the text leads, and whether that is another site."""

    href: str
    external: bool = False
    previews: tuple[str, ...] = ()
    """What a script asks to show the place, or the first of several, beforehand."""
    places: int = 1
    """How many places the words name; the link leads to the first."""
    description: str = ""
    """What stands there, for those who hear the link and see no preview."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Resolves the links of one document.

    ``#2.3.12`` and ``other#3.1`` are places, ``https://…`` is another site. A place
    whose sentence has moved or gone is led to by its permanent address.
    """

    documents: Mapping[str, Document]
    slug: str
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)

    def __call__(self, target: str) -> Target | None:
        """Resolve a link; None if it leads nowhere, so that it stays plain text."""
        if target.lower().startswith(("http://", "https://")):
            return Target(target, external=True)
        place = linked_place(target, self.slug)
        document = self.documents.get(place.slug) if place else None
        if place is None or document is None:
            return None
        slug, locator = place.slug, place.locator
        if locator.start in document.by_segment or locator in document.by_locator:
            return Target(place_url(slug, locator))
        if is_published(document, self.ledgers.get(slug, Ledger()), locator):
            return Target(permanent_path(slug, locator))
        return None
