"""Terms as quiet links in the text, each told with its rendering in the other language.

The names of places are known to every reader, and stand in every second sentence: they
are not marked. Nor is anything, if the reader has turned the marks off: what cannot be
seen is not to be read out, nor to be stumbled over by keyboard.
"""

from __future__ import annotations

from flask_babel import gettext

from app.model.document import Lang
from app.model.glossary import Term
from app.model.place import Place
from app.web.current import get_snapshot
from app.web.interface import marks_terms
from app.web.laid_links import LaidTerm
from app.web.urls import Target
from app.web.urls import term_url

_UNMARKED = "place"


def laid_terms(place: Place, lang: Lang) -> list[LaidTerm]:
    """Lay links over the terms of one side of a sentence."""
    if not marks_terms():
        return []
    snapshot = get_snapshot()
    terms = snapshot.glossary.by_id
    return [
        LaidTerm(start, end, _target(terms[use.term], lang))
        for use in snapshot.usages.at(place)
        if terms[use.term].kind != _UNMARKED
        for start, end in use.side(lang)
    ]


def _target(term: Term, lang: Lang) -> Target:
    """Lead to the page of a term; the words there are in the other language."""
    other = term.en if lang == "zh" else term.zh
    told = str(gettext("Term: %(form)s", form=other))
    return Target(term_url(term.id), description=told)
