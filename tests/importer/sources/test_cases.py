"""What comes of a piece of HTML, Markdown or plain text."""

from __future__ import annotations

import pytest

from app.importer.raw import Block
from app.importer.sources.found import Found
from app.importer.sources.reading import read_file
from tests.helpers import Case
from tests.helpers import read_cases


@pytest.mark.parametrize("case", read_cases("sources"), ids=str)
def test_file_is_read(case: Case, tmp_path):
    kind = case.title.partition(":")[0]
    path = tmp_path / f"text.{kind}"
    path.write_text(case.given, "utf-8")
    assert shown(read_file(path)) == case.expected


def shown(found: Found) -> str:
    lines = [*map(line_of, found.blocks)]
    return "\n".join(lines + [f"dropped {found.dropped}"] * bool(found.dropped))


def line_of(block: Block) -> str:
    marks = {"heading": f"{'#' * block.level} ", "table": "| ", "paragraph": ""}
    return marks[block.kind] + block.text
