"""What a check has to say: a code, a level, a place, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. Errors stop the build; warnings are shown and let it go on."""

    code: str
    level: Level
    path: str
    """The file as the editor knows it: ``content/zh/plan.md``."""
    line: int
    """The line in that file, from 1; 0 when the whole file is meant."""
    message: str
    """What is wrong, with the data, and what to do: one or two sentences."""
    locator: str = ""
    """The unit or segment concerned, where there is one."""

    def __str__(self) -> str:
        """Print the finding as editors and their tools read it."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.code} {self.message}"
