"""What several tests share: cases and expected results kept as text files."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parent
CONTENT = TESTS.parent / "content"


class Case(NamedTuple):
    """One case of a file in ``tests/cases``; *line* is where it begins."""

    line: int
    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return f"{self.line}: {self.title}"


def read_cases(name: str) -> list[Case]:
    """Read ``tests/cases/<name>.txt``.

    A case is a line ``=== title``, what is given, a line ``>>>``, and what is
    expected, up to the next title. Blank lines at the end of either are not part of
    it. What stands above the first title says how to write a case.
    """
    cases: list[Case] = []
    text = (TESTS / "cases" / f"{name}.txt").read_text("utf-8")
    title, start, block = "", 0, []
    for number, line in enumerate([*text.split("\n"), "==="], 1):
        if not line.startswith("==="):
            block.append(line)
            continue
        if title:
            given, _, expected = "\n".join(block).partition("\n>>>\n")
            cases.append(Case(start, title, given.rstrip("\n"), expected.rstrip("\n")))
        title, start, block = line.removeprefix("===").strip(), number, []
    return cases


def assert_golden(path: Path, actual: str, *, save: bool) -> None:
    """Compare a text with the file that has what is expected, or write the file."""
    __tracebackhide__ = True
    if save:
        path.write_text(actual, "utf-8")
        return
    expected = path.read_text("utf-8") if path.exists() else ""
    if actual != expected:
        diff = difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), str(path), "now", lineterm=""
        )
        raise AssertionError("\n".join(["pytest --save-golden accepts this:", *diff]))
