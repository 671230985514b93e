"""A raw text as it was found: paragraphs in order, whatever file they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.model.document import Lang

BlockKind = Literal["paragraph", "heading", "table"]

CELLS = " | "
"""Stands between the cells of a row of a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, or one row of a table; plain text without line breaks."""

    text: str
    """Not empty, without space at its ends and signs that cannot be seen."""
    place: int
    """The line, or the running number of the paragraph, in its file; from 1."""
    kind: BlockKind = "paragraph"
    level: int = 0
    """What the file itself says of a heading, 1 the highest; 0 if it does not."""


@dataclass(frozen=True, slots=True)
class RawText:
    """The text of one language, and what its file says of itself."""

    path: Path
    lang: Lang
    tag: str
    """The language with its script: ``zh-Hans``, ``zh-Hant``, ``en``."""
    blocks: Sequence[Block]
    read_as: str
    """What the file was found to be: ``HTML, GB 18030``, ``Word``, ``PDF``."""
    title: str = ""
    """The title the file has among its properties, if any."""
    issued: str = ""
    """The date of the text, ``2021-12-24``, where the file's own properties say it."""
    address: str = ""
    """Where the file says it is published, http or https."""
    dropped: int = 0
    """How many pieces were left out: navigation, advertisements, share buttons."""
