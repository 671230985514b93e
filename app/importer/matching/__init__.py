"""The outlines of both languages, put together unit by unit.

Numbers lead, since addresses are made of them; the words of the units say which of
several with the same number is meant, where a number is a slip, and whether the texts
are versions of different dates.
"""

from app.importer.matching.outlines import match

__all__ = ["match"]
