"""The command ``flask --app app freeze``: one line at the end, and an exit status."""

from __future__ import annotations

import pytest

from app import create_app
from app.config import Config
from app.freezer import freeze as freezing
from app.freezer.addresses import Page
from tests.freezer.links import Files


@pytest.fixture
def run(traps_dir, monkeypatch):
    """Run the command, for two pages instead of all."""
    pages = (Page("/about"), Page("/404.html"))
    monkeypatch.setattr(freezing, "pages_of", lambda *_, **__: pages)
    monkeypatch.setattr("app.freezer.site.Site._take", only(pages))
    config = Config(index=traps_dir, base_url="https://example.org")
    return create_app(config).test_cli_runner().invoke


def only(pages):
    """Make sites take up these pages, and none that they lead to."""

    def take(site, page, found_at):
        if page in pages and page.file not in site._found_at:
            site._found_at[page.file] = found_at
            site._waiting.append(page)

    return take


def test_one_line_says_what_was_written(run, tmp_path):
    done = run(args=["freeze", str(tmp_path / "site")])
    assert done.exit_code == 0
    assert done.stdout.startswith("Froze 2 pages, 2 files, 0.0 MB: ")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    about = (tmp_path / "site/about/index.html").read_text("utf-8")
    assert 'href="https://example.org/about/"' in about
    assert set(Files(tmp_path / "site", "").pages) == {"about/index.html", "404.html"}


def test_a_page_and_its_interface_are_in_one_language(run, tmp_path, monkeypatch):
    """A command has one context for all requests, where the language is kept."""
    pages = (Page("/about"), Page("/about", "zh"), Page("/404.html"))
    monkeypatch.setattr(freezing, "pages_of", lambda *_, **__: pages)
    monkeypatch.setattr("app.freezer.site.Site._take", only(pages))
    assert run(args=["freeze", str(tmp_path / "site")]).exit_code == 0
    english = (tmp_path / "site/about/index.html").read_text("utf-8")
    chinese = (tmp_path / "site/zh/about/index.html").read_text("utf-8")
    assert "<button>Search</button>" in english
    assert "<button>搜索</button>" in chinese


def test_the_address_of_the_site_can_be_given(run, tmp_path):
    place = str(tmp_path / "site")
    done = run(args=["freeze", place, "--base-url", "https://example.com/texts/"])
    assert done.exit_code == 0
    about = (tmp_path / "site/about/index.html").read_text("utf-8")
    assert 'href="https://example.com/texts/about/"' in about
    assert "example.org" not in about


@pytest.mark.parametrize(
    "wrong", [["--base-url", "example.org"], ["--base-url"], ["other"], ["--fast"]]
)
def test_a_wrong_command_is_2(run, tmp_path, wrong):
    done = run(args=["freeze", str(tmp_path / "site"), *wrong])
    assert done.exit_code == 2
    assert "Error: " in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_folder_of_other_files_is_1_and_stays(run, tmp_path):
    (tmp_path / "thesis.md").write_text("mine", "utf-8")
    done = run(args=["freeze", str(tmp_path)])
    assert done.exit_code == 1
    assert "no frozen site" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.md"]


def test_a_link_that_leads_nowhere_is_1_and_told(run, tmp_path, monkeypatch):
    pages = (Page("/about"), Page("/rules/9.9"))
    monkeypatch.setattr(freezing, "pages_of", lambda *_, **__: pages)
    monkeypatch.setattr("app.freezer.site.Site._take", only(pages))
    done = run(args=["freeze", str(tmp_path / "site")])
    assert done.exit_code == 1
    assert "/rules/9.9?ui=en, which answers 404" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_an_index_it_is_1(tmp_path):
    app = create_app(Config(index=tmp_path / "index"))
    done = app.test_cli_runner().invoke(args=["freeze", str(tmp_path / "site")])
    assert done.exit_code == 1
    assert "build_index.py" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_without_an_address_is_told(traps_dir, tmp_path, monkeypatch):
    pages = (Page("/about"),)
    monkeypatch.setattr(freezing, "pages_of", lambda *_, **__: pages)
    monkeypatch.setattr("app.freezer.site.Site._take", only(pages))
    run = create_app(Config(index=traps_dir)).test_cli_runner().invoke
    done = run(args=["freeze", str(tmp_path / "site")])
    assert done.exit_code == 0
    assert "--base-url" in done.stderr
