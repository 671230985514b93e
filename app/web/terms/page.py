"""The page of one term: its profile, and every pair it stands in."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from flask_babel import force_locale
from flask_babel import gettext
from markupsafe import Markup

from app.model.document import Lang
from app.model.glossary import Term
from app.model.place import Place
from app.search.results import SearchRequest
from app.terms.listing import TermRequest
from app.terms.neighbours import Nested
from app.terms.neighbours import Noted
from app.terms.profile import PairUse
from app.terms.profile import Profile
from app.terms.profile import Rendering
from app.text.normalize import has_han
from app.web.contexts import Link
from app.web.contexts import Pair
from app.web.current import get_snapshot
from app.web.facts import document_facts
from app.web.interface import LOCALES
from app.web.interface import ui_lang
from app.web.kinds import kind_name
from app.web.map.asked import map_url
from app.web.render import line_html
from app.web.render import sentence_html
from app.web.render import words_html
from app.web.results.contexts import Strip
from app.web.results.pagination import check_page
from app.web.results.pagination import paginate
from app.web.results.parameters import search_url
from app.web.results.strip import strip
from app.web.tags import LANG_TAGS
from app.web.terms.asked import of_kind
from app.web.terms.asked import terms_url
from app.web.terms.contexts import DocumentUses
from app.web.terms.contexts import Family
from app.web.terms.contexts import Kin
from app.web.terms.contexts import RenderingRow
from app.web.terms.contexts import TermPage
from app.web.terms.contexts import TermRow
from app.web.terms.index import counted_row
from app.web.terms.index import term_pair
from app.web.terms.rows import pair_row
from app.web.urls import absolute
from app.web.urls import place_url
from app.web.urls import term_url

PAIRS = 50
"""How many pairs a page has."""

_PLACES = 8
"""How many places of a rendering are named."""

_KIN = 60
"""How many terms of the same kind are listed beside one."""

_FAMILY = 12
"""How many longer or shorter terms are listed."""

_STRIPS = 6
"""In how many documents it is drawn where the term lies."""

_MAPS = 3
"""The maps of how many documents are offered."""


def term_page(term: Term, number: int) -> TermPage:
    """Put one page of a term together.

    :raise NotFound: if there are not so many pages.
    """
    profile = get_snapshot().terms.profile(term)
    pages = max(1, -(-len(profile.pairs) // PAIRS))
    check_page(number, pages)
    both = [one for one in profile.renderings if one.is_pair]
    rest = [one for one in profile.renderings if not one.is_pair]
    return TermPage(
        title=term_pair(term),
        aliases=_aliases(term),
        kind=Link(kind_name(term.kind), of_kind(term.kind)),
        note=_note(term.note) if term.note else None,
        kin=_kin(term),
        tools=_tools(term, profile),
        occurrences=profile.count,
        pairs=len(profile.pairs),
        ways=len(both),
        profile=tuple(_rendering(one, profile) for one in both),
        one_sided=tuple(_rendering(one, profile) for one in rest),
        strips=tuple(_strips(profile)),
        uses=tuple(_uses(profile.pairs[(number - 1) * PAIRS : number * PAIRS])),
        pagination=(paginate(number, pages, _address(term)) if pages > 1 else None),
        alike=_alike(term),
        families=tuple(_families(term)),
        permanent=absolute(term_url(term.id)),
    )


def _address(term: Term) -> Callable[[int], str]:
    """Give what addresses a page of the pairs of a term."""
    first = term_url(term.id)
    return lambda page: f"{first}?page={page}#all" if page > 1 else f"{first}#all"


def _aliases(term: Term) -> Pair | None:
    """List the other forms, each side in its own language."""
    if not (term.zh_aliases or term.en_aliases):
        return None

    def side(lang: Lang) -> str:
        others = term.forms(lang)[1:]
        with force_locale(LOCALES[lang]):
            joined = str(gettext(", ")).join(others)
            return str(gettext("Also: %(forms)s", forms=joined)) if others else ""

    return Pair(line_html(side("zh"), "zh"), line_html(side("en"), "en"))


def _note(note: str) -> Markup:
    """Set a note of the glossary, in the language that it begins with."""
    lang: Lang = "zh" if has_han(note[:1]) else "en"
    return Markup('<span lang="{}">{}</span>').format(
        LANG_TAGS.side(lang), line_html(note, lang)
    )


def _said(sentence: str, form: str) -> Markup:
    """Say something of a form, which is in a language of its own."""
    return sentence_html(sentence, form=words_html(form))


def _kin(term: Term) -> Kin:
    """List the terms of the same kind, in the order of the interface."""
    lang = ui_lang()
    total, terms = get_snapshot().terms.listing.around(term, lang, _KIN)
    return Kin(
        name=kind_name(term.kind),
        total=total,
        links=tuple(
            Link(
                one.zh if lang == "zh" else one.en,
                term_url(one.id),
                current=one == term,
            )
            for one in terms
        ),
        all_href=of_kind(term.kind) if total > len(terms) else "",
    )


def _tools(term: Term, profile: Profile) -> tuple[Link, ...]:
    """Lead on to the search and to the maps of the documents that have the term."""
    documents = get_snapshot().documents
    slugs = list(dict.fromkeys(pair.place.slug for pair in profile.pairs))
    maps = [
        Link(
            gettext("Map")
            if len(slugs) == 1
            else gettext("Map: %(text)s", text=document_facts(documents[slug]).name),
            map_url(slug, term=term.id),
        )
        for slug in slugs[:_MAPS]
    ]
    words = term.zh if ui_lang() == "zh" else term.en
    return Link(gettext("Search for it"), search_url(SearchRequest(words))), *maps


def _rendering(one: Rendering, profile: Profile) -> RenderingRow:
    """Set one way in which the term is rendered."""
    term, places = profile.term, list(dict.fromkeys(one.places))
    return RenderingRow(
        count=one.count,
        zh=line_html(one.zh, "zh") if one.zh else None,
        en=line_html(one.en, "en") if one.en else None,
        share=round(100 * one.count / profile.count, 2),
        is_main=(one.zh, one.en) == (term.zh, term.en),
        places=tuple(map(_place_link, places[:_PLACES])),
        more=len(places[_PLACES:]),
    )


def _place_link(place: Place) -> Link:
    """Lead to a place; where there are several documents it says in which it is."""
    documents = get_snapshot().documents
    name = document_facts(documents[place.slug]).name if len(documents) > 1 else ""
    return Link(f"{name} {place.locator}".strip(), place_url(place.slug, place.locator))


def _strips(profile: Profile) -> Iterator[Strip]:
    """Draw where the sentences with the term lie, document by document."""
    documents = get_snapshot().documents
    for slug, pairs in _by_document(profile.pairs)[:_STRIPS]:
        found = [one.place.locator for one in pairs if one.place.locator.segment]
        if found:
            yield strip(documents[slug], found)


def _uses(pairs: Iterable[PairUse]) -> Iterator[DocumentUses]:
    """Set pairs as rows, document by document."""
    documents = get_snapshot().documents
    for slug, same in _by_document(pairs):
        facts = document_facts(documents[slug])
        yield DocumentUses(Link(facts.name, facts.href), tuple(map(pair_row, same)))


def _by_document(pairs: Iterable[PairUse]) -> list[tuple[str, list[PairUse]]]:
    """Part pairs by their documents."""
    groups = groupby(pairs, key=lambda pair: pair.place.slug)
    return [(slug, list(same)) for slug, same in groups]


def _alike(term: Term) -> tuple[TermRow, ...]:
    """List the terms that share a form with this one, and which it is."""
    listing = get_snapshot().terms.listing
    return tuple(
        TermRow(
            term_pair(one.term),
            listing.count(one.term),
            _said(gettext("Both are called %(form)s."), one.form),
        )
        for one in get_snapshot().terms.shelf.neighbours(term).alike
    )


def _families(term: Term) -> Iterator[Family]:
    """List what has this term in it, what it has in it, and what stands beside it."""
    found = get_snapshot().terms.shelf.neighbours(term)
    for heading, nested in (
        (gettext("Longer terms with it"), found.longer),
        (gettext("Shorter terms in it"), found.shorter),
    ):
        if nested:
            rows = tuple(_nested_row(term, one) for one in nested[:_FAMILY])
            yield Family(heading, rows, _all_href(term, len(nested)))
    if found.noted:
        yield Family(
            gettext("Named in a note"),
            tuple(_noted_row(term, one) for one in found.noted[:_FAMILY]),
        )
    if found.beside:
        yield Family(
            gettext("Most often in the same pairs"),
            tuple(TermRow(term_pair(one.term), one.pairs) for one in found.beside),
        )


def _nested_row(term: Term, one: Nested) -> TermRow:
    """Set a longer or shorter term; a form that neither is shown by is told."""
    mains = {term.zh, term.en, one.term.zh, one.term.en}
    row = counted_row(one.term)
    if one.form in mains:
        return row
    return replace(row, said=_said(gettext("As %(form)s"), one.form))


def _noted_row(term: Term, one: Noted) -> TermRow:
    """Set a term with the note that names one of both, if that is not on the page."""
    row = counted_row(one.term)
    return row if one.note == term.note else replace(row, said=_note(one.note))


def _all_href(term: Term, count: int) -> str:
    """Address the terms with the same words, if they are too many to be listed."""
    if count <= _FAMILY:
        return ""
    return terms_url(TermRequest(text=term.zh, sort=ui_lang()))
