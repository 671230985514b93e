"""Every code a check of the content may report: its level and what it means."""

from __future__ import annotations

from app.model.finding import Finding
from app.model.finding import Level

CODES: dict[str, tuple[Level, str]] = {
    # F: the file itself and its front matter.
    "F001": ("error", "the file is not UTF-8"),
    "F002": ("error", "the file begins with a byte order mark"),
    "F003": ("error", "lines end with a carriage return"),
    "F004": ("error", "a line has a character that cannot be seen"),
    "F005": ("error", "the file cannot be read"),
    "F006": ("error", "the file has no front matter"),
    "F007": ("error", "the front matter is not closed"),
    "F008": ("warning", "the last line has no line end"),
    "F009": ("warning", "a line has space at its start or end"),
    "F010": ("error", "a line of the front matter is not a field"),
    "F011": ("error", "a field of the front matter is missing"),
    "F012": ("warning", "a field of the front matter is not known"),
    "F013": ("error", "a field of the front matter stands twice"),
    "F014": ("error", "the value of a field has not the form it needs"),
    "F015": ("error", "a field differs between the languages"),
    "F016": ("error", "the file has no text"),
    "F017": ("error", "a line is too long to be one sentence"),
    "F018": ("warning", "a field of the front matter is still to be filled in"),
    # A: the alignment of the two languages.
    "A001": ("error", "line counts differ"),
    "A002": ("error", "kinds differ on a line"),
    "A003": ("error", "heading levels differ"),
    "A004": ("error", "heading numbers differ"),
    "A005": ("error", "one side is empty"),
    "A006": ("error", "a heading has no partner in the other language"),
    "A007": ("error", "both sides are marked as untranslated"),
    "A008": ("warning", "a line has no words"),
    # N: the numbers that addresses are made of.
    "N001": ("error", "a number is repeated; skipped, it is only a warning"),
    "N002": ("error", "a heading has no number that can be read"),
    "N003": ("error", "a heading's level is none of ## to ######"),
    "N004": ("error", "a heading has no space after its signs"),
    "N005": ("error", "two measures have the same number"),
    # M: the editorial notes.
    "M001": ("error", "a note is called but not defined"),
    "M002": ("warning", "a note is defined but never called"),
    "M003": ("error", "a note is defined twice"),
    "M004": ("warning", "the two sides of a line call different notes"),
    "M005": ("error", "text follows a note"),
    "M006": ("error", "a note is defined in one language only"),
    "M007": ("warning", "the notes stand in different orders"),
    "M008": ("error", "a note is called from a heading"),
    "M009": ("warning", "a note reference cannot be read"),
    # L: links and other markup.
    "L001": ("error", "a link leads where links may not lead"),
    "L002": ("error", "a link to this library has no address in it"),
    "L003": ("warning", "a line has an HTML tag, which is shown as it stands"),
    "L004": ("warning", "a heading has markup, which is not shown"),
    # G: the glossary. G001 was kept for what T007 says now.
    "G002": ("error", "the glossary has not the header it needs"),
    "G003": ("error", "a row of the glossary cannot be read"),
    "G004": ("error", "two terms have the same id, Chinese or English form"),
    "G005": ("error", "the id of a term is malformed"),
    "G006": ("error", "a term has an empty form"),
    "G007": ("warning", "the kind of a term is not known"),
    "G008": ("warning", "a field of the glossary has space around it"),
    "G009": ("warning", "a term has the same form twice"),
    # R: links between places, found when they are resolved.
    "R001": ("error", "a link reaches no unit or sentence"),
    "R002": ("error", "the two sides of a line link to different places"),
    "R003": ("warning", "a reference in the text names no place of it"),
    "R004": ("warning", "a reference in the text may be one of several places"),
    "R005": ("warning", "the two sides of a line refer to different places"),
    # T: the translation, sentence by sentence, and the exceptions that are accepted.
    "T001": ("warning", "a number stands on one side only"),
    "T002": ("warning", "a year or a month stands on one side only"),
    "T003": ("warning", "a percentage or a fraction stands on one side only"),
    "T004": ("warning", "an amount or its unit stands on one side only"),
    "T005": ("warning", "a negation or a bound stands on one side only"),
    "T006": ("warning", "a word of force, as 应当 or support, has no partner"),
    "T007": ("warning", "a term has none of its renderings on the other side"),
    "T008": ("warning", "a list has one item more on one side"),
    "T009": ("warning", "one side is too short for the other, or breaks off"),
    "T010": ("error", "an exception cannot be read"),
    "T011": ("warning", "an exception is accepted for an alarm that is not there"),
    # I: the ledger of published addresses.
    "I001": ("error", "the ledger cannot be trusted"),
    # P: which files there are, and their names.
    "P001": ("error", "a document has a text in one language only"),
    "P002": ("error", "a document has a name that an address of its own uses"),
    "P003": ("error", "the name of a document is malformed"),
    "P004": ("error", "there is no content"),
    "P005": ("warning", "a file is none of the content's and is left out"),
    "P006": ("error", "published addresses have lost their document"),
}
"""The single source of the codes; a test demands each in the handbook."""

NAMES: dict[str, str] = {"zh": "Chinese", "en": "English"}
"""The languages as a message names them."""


def finding(
    code: str, path: str, line: int, message: str, locator: str = ""
) -> Finding:
    """Make a finding of the level its code has."""
    return Finding(code, CODES[code][0], path, line, message, locator)


def warning(
    code: str, path: str, line: int, message: str, locator: str = ""
) -> Finding:
    """Make a finding that is only a warning, whatever its code's level."""
    return Finding(code, "warning", path, line, message, locator)
