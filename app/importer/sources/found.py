"""What a reader of one kind of file hands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.importer.raw import Block


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks of a file, and what the file says of itself; see ``RawText``."""

    blocks: Sequence[Block]
    read_as: str
    title: str = ""
    issued: str = ""
    address: str = ""
    dropped: int = 0
