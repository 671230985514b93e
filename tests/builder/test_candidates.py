"""The command proposes terms as rows that can be moved into the glossary."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result

from app import create_app
from app.content.glossary_file import COLUMNS
from app.content.glossary_file import KINDS
from app.content.glossary_file import read_glossary
from app.content.source import read_source
from tests.helpers import CONTENT

SLUG = "western-financial-center"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give the shipped content without its glossary."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    (folder / "glossary.csv").unlink()
    return folder


def run(*arguments: str | Path) -> Result:
    """Run the command as ``flask --app app candidates`` does."""
    runner = create_app().test_cli_runner()
    assert isinstance(runner, CliRunner)
    return runner.invoke(args=["candidates", *map(str, arguments)])


def test_the_checker_accepts_what_is_proposed(content):
    file = content / "glossary.csv"
    done = run(SLUG, "--content", content, "-o", file, "--most", "10000", "--force")
    assert done.exit_code == 0, done.output
    assert done.output.endswith(f"candidates for {SLUG}: {file}\n")
    glossary, findings = read_glossary(read_source(file, "content/glossary.csv"))
    assert findings == ()
    assert len(glossary.terms) > 100
    assert {term.kind for term in glossary.terms} <= KINDS


def test_a_file_that_is_there_is_replaced_only_when_asked_to(content, tmp_path):
    file = tmp_path / "candidates.csv"
    file.write_text("an editor's work", "utf-8")
    asked = (SLUG, "--content", content, "-o", file, "--most", "3")
    refused = run(*asked)
    assert refused.exit_code == 1
    assert f"{file} is there already" in refused.output
    assert file.read_text("utf-8") == "an editor's work"
    assert run(*asked, "--force").exit_code == 0
    assert len(file.read_text("utf-8").splitlines()) == 4


def test_accepted_rows_are_not_proposed_again(content):
    first = run(SLUG, "--content", content, "--most", "20")
    (content / "glossary.csv").write_text(first.output, "utf-8")
    again = run(SLUG, "--content", content, "--most", "20")
    accepted, proposed = rows(first), rows(again)
    assert len(accepted) == len(proposed) == 20
    for column in ("id", "zh", "en"):
        assert not {row[column] for row in accepted} & {row[column] for row in proposed}


def test_a_row_says_how_often_and_where(content):
    notes = {row["zh"]: row["note"] for row in rows(run(SLUG, "--content", content))}
    assert notes["绿色企业"] == "3 rows, first 2.3.11.s3"
    one = next(note for note in notes.values() if note.startswith("1 "))
    assert one.startswith("1 row, first ")


def test_it_prints_as_many_as_are_asked_for(content):
    printed = run(SLUG, "--content", content, "--most", "3")
    assert printed.output.splitlines()[0] == ",".join(COLUMNS)
    assert len(rows(printed)) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("plan",), f"There is no document 'plan'; there are: {SLUG}."),
        ((SLUG, "-o", "/nowhere/terms.csv"), "Cannot write /nowhere/terms.csv: "),
        ((SLUG, "--most", "0"), "--most"),
        ((SLUG, "--content", "/nowhere"), "There is no folder /nowhere."),
    ],
    ids=["no such document", "no such folder to write", "none", "no content"],
)
def test_what_is_wrong_is_said(content, arguments, message):
    where = () if "--content" in arguments else ("--content", content)
    done = run(*arguments, *where)
    assert done.exit_code in (1, 2)
    assert message in done.output


def test_a_document_with_errors_is_to_be_mended_first(content):
    path = content / "en" / f"{SLUG}.md"
    path.write_text(path.read_text("utf-8") + "More.\n", "utf-8")
    done = run(SLUG, "--content", content)
    assert done.exit_code == 1
    assert f"{SLUG} has errors: mend what build_index.py --check says" in done.output


def rows(done: Result) -> list[dict[str, str]]:
    """Read the rows that were printed."""
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.output)))
