"""The structure of a raw text, read from its numbers alone: ``outline(raw)``.

Nothing here knows what kind of text it is given. It is read in steps, one a module:

- ``forms``: which lines begin with something like a number, and in which style.
- ``contents``: a table of contents, which says everything twice, is left out.
- ``candidates``: what stands in a sentence or in a quoted amendment is no heading.
- ``styles``: which styles are those of headings and which those of lists in a body,
  and which stands below which. In a law with articles all that is bare is body; a
  plan has headings 一、 （一） 1. This is decided for the whole text at once.
- ``sequence``: one heading after the other, its number is checked against the one
  before it; what does not fit is text, and a finding.
- ``annexes``: each annex is read for itself, as a text of its own.
- ``titles``, ``headings``: where a title ends, and a body begins on the same line.
- ``top``, ``units``: the title of the document, the preamble, and all paragraphs.

Unnumbered headings stay in the text as paragraphs, for an address needs a number.
What stands under number 0, as the definitions of some licences, is of the preamble,
whose address is 0. Of the text only the stop between a title and its body is lost.
"""

from __future__ import annotations

from app.importer.structure.reading import outline

__all__ = ["outline"]
