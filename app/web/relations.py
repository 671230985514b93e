"""Why two units belong together, as one sentence of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext
from markupsafe import Markup

from app.model.thread import Relation
from app.model.thread import SharedTerm
from app.relations.aims import aim_of
from app.web.current import get_document
from app.web.interface import ui_lang
from app.web.render import line_html
from app.web.render import sentence_html
from app.web.tags import LangTags
from app.web.tags import tags_of

_ONWARD = {
    "goal": lazy_gettext("Sets a goal for %(terms)s."),
    "principle": lazy_gettext("Gives a principle for %(terms)s."),
}
"""What is said of the other unit if that one is the goal or the principle."""

_BACK = {
    "goal": lazy_gettext("Carries out the goal for %(terms)s."),
    "principle": lazy_gettext("Applies the principle for %(terms)s."),
}
"""What is said of the other unit if it follows the goal or the principle."""


def reason_html(slug: str, relation: Relation) -> Markup:
    """Tell in one sentence why the other unit of a relation is worth reading.

    It follows the name of the other unit, as of which it speaks.
    """
    document = get_document(slug)
    terms = _listed([_term(one, tags_of(document)) for one in relation.terms])
    if relation.kind == "shared":
        return sentence_html(gettext("Both speak of %(terms)s."), terms=terms)
    onward = aim_of(document, relation.other) == relation.kind
    told = (_ONWARD if onward else _BACK)[relation.kind]
    return sentence_html(str(told), terms=terms)


def _term(term: SharedTerm, tags: LangTags) -> Markup:
    """Write a term in both languages, and how often each unit has it."""
    form = Markup('<span lang="{}">{}</span>').format
    zh = form(tags.zh, line_html(term.zh, "zh", tags))
    en = form(tags.en, line_html(term.en, "en", tags))
    first, second = (zh, en) if ui_lang() == "zh" else (en, zh)
    return sentence_html(
        gettext("%(term)s %(other)s (%(counts)s)"),
        term=first,
        other=second,
        counts=_counts(term.here, term.there),
    )


def _counts(here: int, there: int) -> str:
    """Say how often a term stands in the unit that is read, and in the other."""
    if here == there:
        return str(gettext("%(times)s each", times=_times(here)))
    return str(
        gettext(
            "%(here)s here, %(there)s there", here=_times(here), there=_times(there)
        )
    )


def _times(count: int) -> str:
    """Say how often: once, twice, 3 times."""
    if count == 1:
        return str(gettext("once"))
    if count == 2:
        return str(gettext("twice"))
    return str(gettext("%(num)s times", num=count))


def _listed(terms: Sequence[Markup]) -> Markup:
    """List terms as a sentence does: one, another and a third."""
    before = Markup(gettext(", ")).join(terms[:-1])
    return Markup(gettext(" and ")).join([before, terms[-1]] if before else terms)
