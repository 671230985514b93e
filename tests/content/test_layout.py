from __future__ import annotations

from pathlib import Path

import pytest

from app.content.layout import is_slug
from app.content.layout import Layout
from app.content.layout import RESERVED


@pytest.mark.parametrize(
    "slug", ["plan", "western-financial-center", "jobs-2024", "14", "a" * 80, "maps"]
)
def test_names_a_document_may_have(slug):
    assert is_slug(slug)


@pytest.mark.parametrize(
    "slug",
    ["", "-", "a-", "-a", "a--b", "Plan", "plan.md", "a_b", "规划", "a b", "a/b", "..",
     "a" * 81, "plan\n", "１４"],
)  # fmt: skip
def test_names_no_document_may_have(slug):
    assert not is_slug(slug)


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_words_of_the_sites_own_addresses_are_no_names(word):
    assert not is_slug(word)


def test_every_file_of_a_document_has_its_place(tmp_path):
    layout = Layout(tmp_path)
    assert layout.path("zh", "plan") == tmp_path / "zh" / "plan.md"
    assert layout.path("en", "plan") == tmp_path / "en" / "plan.md"
    assert layout.ledger_path("plan") == tmp_path / "plan.ids"
    assert layout.glossary_path == tmp_path / "glossary.csv"


def test_documents_of_either_language_are_listed_in_order(tmp_path):
    for name in ("zh/b.md", "en/c.md", "zh/a.md", "en/a.md", "zh/x.txt", "zh/.d.md",
                 "zh/e.md~", "f.md"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    layout = Layout(tmp_path)
    assert layout.slugs() == ("a", "b", "c")
    assert layout.strays() == (tmp_path / "zh" / "x.txt",)


def test_a_folder_that_does_not_exist_has_no_documents(tmp_path):
    assert Layout(tmp_path / "nowhere").slugs() == ()


def test_a_path_is_shown_as_an_editor_knows_it(tmp_path, monkeypatch):
    assert Layout(Path("content")).display(Path("content/zh/x.md")) == "content/zh/x.md"
    content = tmp_path / "正文"
    assert Layout(content).display(content / "en" / "x.md") == "正文/en/x.md"
    content.mkdir()
    monkeypatch.chdir(content)
    assert Layout(Path()).display(Path("zh/x.md")) == "正文/zh/x.md"
