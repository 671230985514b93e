"""How the Chinese of a snapshot is read: a file by itself, since few ask for pinyin."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from app.errors import SnapshotError
from app.text.readings import Reading

NAME = "readings.json"


@dataclass(frozen=True)
class Readings:
    """The words of every Chinese text, by the text itself."""

    by_text: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)

    def of(self, text: str) -> tuple[Reading, ...]:
        """Give the words of a text, in order; of one that is not known, none."""
        return self.by_text.get(text, ())

    def write(self, folder: Path) -> None:
        """Write all into a snapshot: where each word begins, and its syllables."""
        shape = {
            text: [[word.start, " ".join(word.syllables)] for word in words]
            for text, words in self.by_text.items()
        }
        data = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
        (folder / NAME).write_text(data, encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Readings:
        """Read all that a snapshot has.

        :raise SnapshotError: if the file is not there or not whole.
        """
        try:
            shape = json.loads((folder / NAME).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise SnapshotError(
                f"The readings of the snapshot {folder.name} cannot be read."
            ) from error
        return cls(
            {
                text: tuple(Reading(at, tuple(word.split())) for at, word in words)
                for text, words in shape.items()
            }
        )
