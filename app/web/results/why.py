"""Why a result is one, in the words of the interface.

A new kind of step or form needs its words here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext
from flask_babel import ngettext
from markupsafe import escape
from markupsafe import Markup

from app.search.reasons import FormKind
from app.search.reasons import FoundForm
from app.search.reasons import FoundWord
from app.search.reasons import Step
from app.search.reasons import StepKind
from app.search.reasons import Why
from app.search.reasons import WordReading
from app.search.results import Hit
from app.web.interface import gap
from app.web.render import line_html
from app.web.render import sentence_html
from app.web.render import words_html
from app.web.results.contexts import Reason
from app.web.results.contexts import ToldWord
from app.web.tags import LANG_TAGS

_STEPS: dict[StepKind, object] = {
    "folded": lazy_gettext("Read as %(forms)s."),
    "corrected": lazy_gettext("Not in the texts; searched as %(forms)s."),
    "homophone": lazy_gettext("Not in the texts; read as %(forms)s by its sound."),
    "pinyin": lazy_gettext("Pinyin for %(forms)s."),
    "cut": lazy_gettext("Not in the texts as a whole; cut into %(forms)s."),
    "common": lazy_gettext("Left out as too common: %(forms)s."),
    "exact": lazy_gettext("Exactly as it is written."),
    "forms": lazy_gettext("In other forms too: %(forms)s."),
    "numeral": lazy_gettext("With its numbers written otherwise too: %(forms)s."),
    "initials": lazy_gettext("The first letters of %(forms)s."),
    "glossary": lazy_gettext("In the glossary: %(forms)s."),
    "alias": lazy_gettext("By its other names too: %(forms)s."),
    "alone": lazy_gettext("Where these are apart, word by word: %(forms)s."),
    "either": lazy_gettext("Or else %(forms)s."),
    "excluded": lazy_gettext("Must not be there."),
    "unknown": lazy_gettext("Nowhere in the texts."),
}

_FORMS: dict[FormKind, object] = {
    "typed": "",
    "corrected": lazy_gettext("corrected"),
    "homophone": lazy_gettext("by its sound"),
    "pinyin": lazy_gettext("by its pinyin"),
    "numeral": lazy_gettext("number"),
    "initials": lazy_gettext("written out"),
    "alias": lazy_gettext("other name"),
    "alone": lazy_gettext("word by word"),
    "other": lazy_gettext("rendering"),
}


def told_reading(reading: Iterable[WordReading]) -> tuple[ToldWord, ...]:
    """Tell how each word of the query was read."""
    return tuple(
        ToldWord(
            words_html(one.word),
            _row(map(_step, one.steps)) or escape(gettext("As it is written.")),
        )
        for one in reading
    )


def told_reason(hit: Hit) -> Reason | None:
    """Tell why a unit is a result: in a few words, and word by word."""
    if hit.why is None:
        return None
    told = [escape(_together(hit.why))]
    if hit.why.lacking and hit.why.found:
        lacking = _listed(map(words_html, hit.why.lacking))
        told.append(sentence_html(gettext("without %(words)s"), words=lacking))
    return Reason(
        Markup("; " if gap() else "；").join(told),
        tuple(ToldWord(words_html(one.word), _found(one)) for one in hit.why.words),
    )


def _step(step: Step) -> Markup:
    """Say what was done to a word."""
    mark = " · " if step.kind == "glossary" else gettext(", ")
    forms = Markup(mark).join(map(words_html, step.forms))
    return sentence_html(str(_STEPS[step.kind]), forms=forms)


def _together(why: Why) -> str:
    """Say where the words stand together."""
    if why.together == "named":
        return str(gettext("the place that was asked for"))
    if why.together == "quoted":
        return str(gettext("the sentence that was quoted"))
    if why.together == "meaning":
        return str(gettext("close in meaning"))
    if why.together == "heading":
        return str(gettext("in the heading"))
    if why.together == "unit" and not why.sentences:
        return str(gettext("in the unit"))
    if why.together == "unit":
        return str(
            ngettext(
                "over %(num)s sentence and the heading",
                "over %(num)s sentences",
                why.sentences,
            )
        )
    words = ngettext("in %(num)s sentence", "in %(num)s sentences", why.sentences)
    return str(words)


def _found(word: FoundWord) -> Markup:
    """Say as what and where one word stands in a unit."""
    if not word.forms:
        return escape(gettext("Not in this unit."))
    where = [gettext("in the heading")] if word.heading else []
    if word.sentences:
        where.append(
            ngettext("in %(num)s sentence", "in %(num)s sentences", word.sentences)
        )
    return sentence_html(
        gettext("As %(forms)s: %(where)s."),
        forms=_listed(map(_form, word.forms)),
        where=escape(gettext(" and ").join(where)),
    )


def _form(form: FoundForm) -> Markup:
    """Write a form, and as what it counts if it is not what was typed."""
    words = Markup('<span lang="{}">{}</span>').format(
        LANG_TAGS.side(form.lang), line_html(form.text, form.lang)
    )
    kind = _FORMS[form.kind]
    if not kind:
        return words
    return sentence_html(gettext("%(form)s (%(kind)s)"), form=words, kind=str(kind))


def _listed(words: Iterable[Markup]) -> Markup:
    """List words of either language."""
    return Markup(gettext(", ")).join(words)


def _row(sentences: Iterable[Markup]) -> Markup:
    """Set sentences one after the other."""
    return Markup(gap()).join(sentences)
