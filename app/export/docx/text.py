"""Runs of text in Word: each says its language, and its script the fonts."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from app.export.extract import Extract
from app.export.extract import Pair
from app.export.extract import Words
from app.export.xml_text import allowed
from app.model.document import Lang
from app.model.document import LANGS

_REGIONS = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-US"}
"""What Word calls a language that says nothing of a country."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How both languages of an extract are written."""

    extract: Extract

    def region(self, lang: Lang) -> str:
        """Give the language as Word names it."""
        tag = self.extract.tag(lang)
        return _REGIONS.get(tag, tag)

    def add_run(self, paragraph: CT_P, lang: Lang, text: str) -> Run:
        """Add text in one language to the end of a paragraph."""
        element = paragraph.add_r()
        run = Run(element, element)  # asks its parent for nothing but the styles
        run.text = allowed(text)
        self.set_language(run, lang)
        return run

    def set_language(self, run: Run, lang: Lang) -> None:
        """Say in which language a run is."""
        properties = run._r.get_or_add_rPr()
        language = OxmlElement("w:lang")
        if lang == "zh":
            fonts = properties.get_or_add_rFonts()
            fonts.set(qn("w:hint"), "eastAsia")  # quotation marks are Chinese too
            language.set(qn("w:val"), self.region(lang))
            language.set(qn("w:eastAsia"), self.region(lang))
        else:
            language.set(qn("w:val"), self.region(lang))
        properties.append(language)


def add_words(
    paragraph: Paragraph, writing: Writing, words: Words, between: str = ""
) -> None:
    """Write both languages in a paragraph: in two lines, or with a sign between."""
    for lang in LANGS:
        if not words.side(lang):
            continue
        if lang == "en" and words.zh:
            if between:
                writing.add_run(paragraph._p, lang, between)
            else:
                paragraph.add_run().add_break()
        writing.add_run(paragraph._p, lang, words.side(lang))


def add_sentence(paragraph: CT_P, writing: Writing, pair: Pair, lang: Lang) -> None:
    """Write one side of a pair, stressed as each language does it."""
    for stretch in pair.runs(lang):
        run = writing.add_run(paragraph, lang, stretch.text)
        run.bold = stretch.strong or None
        if stretch.em and lang == "en":
            run.italic = True
        elif stretch.em:
            _add_dots(run)


def _add_dots(run: Run) -> None:
    """Put the dots of Chinese emphasis below a run."""
    dots = OxmlElement("w:em")
    dots.set(qn("w:val"), "underDot")
    properties = run._r.get_or_add_rPr()
    properties.insert(len(properties) - 1, dots)  # the language stands behind it
