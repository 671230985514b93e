"""Every code of the content checks, on a small document that has the fault.

A folder ``tests/findings/<CODE>-<what>`` is a content folder: ``zh.md`` and ``en.md``
are the two files of a document called plan, every other file keeps its path.
``expected.txt`` has all that is found. ``pytest --save-golden`` writes it anew.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.builder.pipeline import check
from app.content.codes import CODES
from app.content.loader import load
from tests.helpers import TESTS

FOLDERS = sorted(path for path in (TESTS / "findings").iterdir() if path.is_dir())
EXPECTED = "expected.txt"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_fault_is_found_and_nothing_else(folder, tmp_path, golden):
    checked = check(content_of(folder, tmp_path / "content"))
    golden(folder / EXPECTED, "".join(f"{found}\n" for found in checked.findings))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_folder_is_named_after_what_is_found(folder):
    code = folder.name.partition("-")[0]
    assert code in CODES
    assert f": {code} " in (folder / EXPECTED).read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_document_is_left_out_exactly_if_it_has_errors(folder, tmp_path):
    library = load(content_of(folder, tmp_path / "content"))
    of_the_document = [
        found
        for found in library.errors
        if found.path in ("content/zh/plan.md", "content/en/plan.md")
    ]
    has_plan = (folder / "zh.md").exists() or (folder / "en.md").exists()
    kept = [document.slug for document in library.documents] == ["plan"]
    assert kept == (has_plan and not of_the_document)


def test_every_code_has_a_folder():
    assert {folder.name.partition("-")[0] for folder in FOLDERS} == set(CODES)


def test_errors_and_warnings_have_the_level_of_their_code(tmp_path):
    levels: dict[str, set[str]] = {}
    for folder in FOLDERS:
        for found in check(content_of(folder, tmp_path / folder.name)).findings:
            levels.setdefault(found.code, set()).add(found.level)
    skipped_only_warns = {"N001": {"error", "warning"}}
    assert levels == {code: {level} for code, (level, _) in CODES.items()} | (
        skipped_only_warns
    )


def content_of(folder: Path, content: Path) -> Path:
    """Lay a folder of findings out as a content folder."""
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_dir() or parts[0] == EXPECTED:
            continue
        if parts[0] in ("zh.md", "en.md"):
            parts = (parts[0].removesuffix(".md"), "plan.md", *parts[1:])
        target = content.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return content
