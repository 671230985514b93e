"""The command writes what is asked for, and says clearly why it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result

from app import create_app
from app.export.extract import Extract
from app.export.formats import FORMATS
from tests.export.reading import from_tmx

SLUG = "western-financial-center"


@pytest.fixture
def run(snapshot_dir: Path, monkeypatch: pytest.MonkeyPatch):
    """Run the command as ``flask --app app export`` does."""
    monkeypatch.setenv("READER_INDEX", str(snapshot_dir))
    monkeypatch.setenv("READER_BASE_URL", "https://example.org")
    runner = create_app().test_cli_runner()
    assert isinstance(runner, CliRunner)

    def invoke(*arguments: str | Path) -> Result:
        return runner.invoke(args=["export", *map(str, arguments)])

    return invoke


@pytest.mark.parametrize("kind", FORMATS)
def test_it_writes_the_file_that_the_site_has(
    run, plan: Extract, tmp_path, kind
) -> None:
    file = tmp_path / f"plan.{kind}"
    done = run(SLUG, "--format", kind, "-o", file)
    assert done.exit_code == 0, done.output
    assert done.stderr == f"133 pairs of {SLUG}: {file}\n"
    assert file.read_bytes() == FORMATS[kind].write(plan)


def test_a_part_goes_to_standard_output(run) -> None:
    done = run(SLUG, "--format", "tmx", "--unit", "第十一条", "-o", "-")
    pairs = from_tmx(done.stdout_bytes)
    assert pairs[0][:2] == ("2.3.11.s1", "共同推进绿色金融改革创新。")
    assert all(locator.startswith("2.3.11.s") for locator, _, _ in pairs)
    ranged = run(SLUG, "--format", "tmx", "--unit", "2.3.11.s4-s6")
    assert [one[0] for one in from_tmx(ranged.stdout_bytes)] == [
        "2.3.11.s4", "2.3.11.s5", "2.3.11.s6",
    ]  # fmt: skip
    section = from_tmx(run(SLUG, "--format", "tmx", "--unit", "2.3").stdout_bytes)
    assert {one[0].rsplit(".", 1)[0] for one in section} >= {"2.3.10", "2.3.11"}


def test_a_query_looks_in_the_document_or_in_the_unit(run) -> None:
    everywhere = json.loads(run(SLUG, "--format", "json", "--query", "金融").stdout)
    assert everywhere["query"] == "金融"
    there = json.loads(
        run(SLUG, "--format", "json", "--query", "金融", "--unit", "2.3").stdout
    )
    assert all(unit["locator"].startswith("2.3") for unit in there["units"])
    assert 0 < len(there["units"]) < len(everywhere["units"])
    assert there["url"].startswith(
        "https://example.org/search?q=%E9%87%91%E8%9E%8D&in="
    )


def test_chinese_in_the_script_that_is_asked_for(run) -> None:
    done = run(SLUG, "--format", "md", "--unit", "1", "--script", "hant")
    assert "總體要求" in done.stdout
    assert run(SLUG, "--format", "md", "--script", "latin").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ((SLUG, "--format", "pdf"), 2, "'pdf' is not one of 'csv'"),
        ((SLUG,), 2, "Missing option '--format'"),
        (("--format", "csv"), 2, "Missing argument 'SLUG'"),
        (("nope", "--format", "csv"), 1, f"no document 'nope'; there are: {SLUG}."),
        ((SLUG, "--format", "csv", "--unit", "9.9"), 1, "No place is called '9.9'"),
        ((SLUG, "--format", "csv", "--unit", "2.3.11.s99"), 1, "No place is called"),
        ((SLUG, "--format", "csv", "--unit", "xx yy"), 1, "does not name a place"),
        ((SLUG, "--format", "csv", "--query", "x" * 1001), 1, "1,000 characters"),
        (
            (SLUG, "--format", "csv", "--index", "/no/such"),
            1,
            "There is no snapshot",
        ),
        ((SLUG, "--format", "csv", "-o", "/no/such/x.csv"), 1, "Cannot write"),
    ],
    ids=lambda one: " ".join(one)[:40] if isinstance(one, tuple) else "",
)
def test_what_cannot_be_done_is_said(run, arguments, status, words) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (status, "")
    assert words in done.stderr


def test_a_file_that_is_there_is_replaced_only_when_asked_to(run, tmp_path) -> None:
    file = tmp_path / "plan.md"
    file.write_text("mine", "utf-8")
    refused = run(SLUG, "--format", "md", "-o", file)
    assert refused.exit_code == 1
    assert f"{file} is there already" in refused.stderr
    assert file.read_text("utf-8") == "mine"
    assert run(SLUG, "--format", "md", "-o", file, "--force").exit_code == 0
    assert file.read_text("utf-8").startswith("# 成渝")


def test_without_the_name_of_the_site_it_says_so(run, monkeypatch) -> None:
    monkeypatch.delenv("READER_BASE_URL")
    done = run(SLUG, "--format", "json", "--unit", "1.1")
    assert "READER_BASE_URL is not set" in done.stderr
    assert json.loads(done.stdout)["url"] == f"/{SLUG}/1.1"
