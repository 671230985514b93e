"""The forms of a term as they are compared: what all ways of writing one share."""

from __future__ import annotations

from app.model.document import Lang
from app.model.glossary import Term
from app.text.english import singular
from app.text.english import words
from app.text.normalize import fold_text

Key = tuple[str, ...]


def key_of(text: str, lang: Lang) -> Key:
    """Give what a form has in common with its inflections, other spellings and signs.

    That is its characters, or its English words in the singular.
    """
    folded = fold_text(text)
    if lang == "zh":
        return tuple(folded)
    return tuple(singular(word.text) for word in words(folded))


def form_of(term: Term, stretch: str, lang: Lang) -> str:
    """Give the form of a term that a stretch of a text reads, as the glossary has it.

    A stretch that is none of them stands for itself.
    """
    key = key_of(stretch, lang)
    forms = (form for form in term.forms(lang) if key_of(form, lang) == key)
    return next(forms, stretch)
