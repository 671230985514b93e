"""Two raw texts become a document that builds: by the command, as an editor runs it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document as WordDocument

from app.content.layout import Layout
from app.content.ledger_file import read_ledger
from app.content.loader import load
from app.importer.cli import import_command
from app.importer.pipeline import import_texts
from app.importer.pipeline import Imported
from app.importer.report import write_report
from app.model.document import Lang
from tests.helpers import CONTENT

SAMPLES = Path(__file__).parent / "samples"
LAW = SAMPLES / "law.zh.html"
PLAN = "western-financial-center"


def run(*arguments: str | Path):
    return CliRunner().invoke(import_command, [str(one) for one in arguments])


def files_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the English of the sample law as a Word document."""
    folder = tmp_path_factory.mktemp("import")
    word = WordDocument()
    for paragraph in (SAMPLES / "law.en.txt").read_text("utf-8").split("\n\n"):
        word.add_paragraph(paragraph.strip())
    word.save(str(folder / "law.docx"))
    return folder


@pytest.fixture(scope="module")
def content(folder: Path) -> Path:
    """Import the sample law by the command."""
    result = run(
        LAW, folder / "law.docx", "--slug", "park", "--content", folder / "content",
        "--report", folder / "report.txt",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    (folder / "said.txt").write_text(result.stdout, "utf-8")
    return folder / "content"


def test_a_law_of_a_web_page_and_a_word_document(content, golden):
    for lang in ("zh", "en"):
        made = (content / lang / "park.md").read_text("utf-8")
        golden(SAMPLES / f"law.{lang}.md", made)


def test_it_passes_the_checks_and_has_its_ledger(content):
    library = load(content)
    assert not library.errors
    (document,) = library.documents
    ledger = read_ledger(Layout(content).ledger_path("park"))
    assert [entry.locator for entry in ledger.entries] == list(document.by_segment)
    assert files_in(content) == ["en/park.md", "park.ids", "zh/park.md"]


def test_it_says_what_was_made(content):
    said = (content.parent / "said.txt").read_text("utf-8")
    assert "Imported park: content/zh/park.md, content/en/park.md" in said
    assert "read as HTML" in said
    assert "Word" in said
    assert "14 units" in said
    assert "flask --app app edit park" in said
    assert (content.parent / "report.txt").read_text("utf-8").startswith("Imported")


def test_what_is_there_is_kept(content, folder):
    before = {path: path.read_bytes() for path in content.rglob("*.*")}
    result = run(LAW, folder / "law.docx", "--slug", "park", "--content", content)
    assert result.exit_code == 1
    assert "content/zh/park.md is there already" in result.stderr
    assert {path: path.read_bytes() for path in content.rglob("*.*")} == before


def test_a_dry_run_writes_nothing(folder):
    content = folder / "nowhere"
    result = run(
        LAW, folder / "law.docx", "--slug", "park", "--content", content, "--dry-run"
    )
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing was written")
    assert not content.exists()


def test_a_new_text_keeps_its_addresses(folder, tmp_path):
    english = tmp_path / "law.en.txt"
    text = (SAMPLES / "law.en.txt").read_text("utf-8")
    english.write_text(text, "utf-8")
    content = tmp_path / "content"
    assert not run(LAW, english, "--slug", "park", "--content", content).exit_code
    first = read_ledger(content / "park.ids")
    page = LAW.read_text("utf-8")
    chinese = tmp_path / "law.zh.html"
    chinese.write_text(page.replace("（一）综合公园；", "").replace("（二）", "（一）"))
    english.write_text(text.replace("(1) comprehensive parks;\n\n", ""), "utf-8")
    result = run(chinese, english, "--slug", "park", "--content", content, "--force")
    assert result.exit_code == 0, result.output
    second = read_ledger(content / "park.ids")
    gone = [entry for entry in second.entries if entry.state == "gone"]
    assert [entry.zh for entry in gone] == ["（一）综合公园；"]
    assert {e.locator for e in first.entries} == {e.locator for e in second.entries}
    assert "1 gone" in result.stdout


@pytest.mark.parametrize(
    ("slug", "said"),
    [("search", "a word of the site's own addresses"), ("Ä b", "cannot stand in an")],
)
def test_a_name_that_no_document_may_have(tmp_path, slug, said):
    result = run(LAW, LAW, "--slug", slug, "--content", tmp_path)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not files_in(tmp_path)


def test_files_that_cannot_be_imported(tmp_path):
    empty, missing = tmp_path / "empty.txt", tmp_path / "missing.txt"
    empty.write_text("")
    for files in ([LAW, empty], [LAW, missing], [LAW, LAW], [empty]):
        result = run(*files, "--slug", "x", "--content", tmp_path / "content")
        assert result.exit_code == 1, files
        assert result.stderr.startswith("Error: ")
        assert result.stderr.count("\n") == 1
        assert not (tmp_path / "content").exists()


def test_a_text_that_is_too_long(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("app.importer.pipeline.MOST_SIGNS", 1_000)
    result = run(LAW, folder / "law.docx", "--slug", "park", "--content", tmp_path)
    assert result.exit_code == 1
    assert re.search(r"law.docx: the text has [\d,]+ characters", result.stderr)
    assert not files_in(tmp_path)


def test_a_place_that_cannot_be_written(folder, tmp_path):
    files = [LAW, folder / "law.docx", "--slug", "park", "--content"]
    (tmp_path / "file").write_text("")
    assert "is no folder" in run(*files, tmp_path / "file").stderr
    result = run(*files, tmp_path, "--report", tmp_path / "no" / "report.txt")
    assert result.exit_code == 1
    assert "There is no folder" in result.stderr
    (tmp_path / "zh").write_text("in the way")
    result = run(*files, tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Cannot write")
    assert files_in(tmp_path) == ["file", "zh"]


def test_three_files_are_wrong_usage(tmp_path):
    assert run(LAW, LAW, LAW, "--slug", "x", "--content", tmp_path).exit_code == 2
    assert run(LAW, LAW, "--content", tmp_path).exit_code == 2


def flattened(lang: Lang) -> str:
    """Give a language of the plan with its line breaks inside paragraphs removed."""
    lines = (CONTENT / lang / f"{PLAN}.md").read_text("utf-8").split("\n---\n", 1)[1]
    lines = re.sub(r"\[\^n\d+\]", "", lines.split("\n[^n1]:")[0])
    paragraphs = [
        ("" if lang == "zh" else " ").join(block.split("\n")).lstrip("# ")
        for block in lines.strip().split("\n\n")
    ]
    return "\n\n".join(paragraphs) + "\n"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """Import the plan, flattened."""
    folder = tmp_path_factory.mktemp("plan")
    paths = [folder / "plan.zh.txt", folder / "plan.en.txt"]
    paths[0].write_text(flattened("zh"), "gb18030")
    paths[1].write_text(flattened("en"), "utf-16")
    return import_texts(paths, PLAN, folder / "content")


def test_the_plan_comes_back(plan):
    (gold,) = load(CONTENT).documents
    made = plan.ready.document
    assert [str(one.zh) for one in made.walk()] == [str(one.zh) for one in gold.walk()]
    assert [str(one.en) for one in made.walk()] == [str(one.en) for one in gold.walk()]
    assert list(made.by_locator) == list(gold.by_locator)
    rows, wanted = (
        {
            (locator.unit, one.plain("zh"), one.plain("en"))
            for locator, one in document.by_segment.items()
        }
        for document in (made, gold)
    )
    assert 2 * len(rows & wanted) / (len(rows) + len(wanted)) >= 0.97


def test_the_report_of_the_plan_is_short(plan):
    said = write_report(plan, whole=False)
    assert "33 units" in said
    assert "plain text, GB 18030" in said
    assert len(said.splitlines()) < 60
