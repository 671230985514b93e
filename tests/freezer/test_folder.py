"""Where a frozen site is put: whole or not at all, and over nothing else."""

from __future__ import annotations

import brotli
import pytest

from app.freezer import folder
from app.freezer.folder import Folder
from app.freezer.folder import NotOursError


def fill(place, *names, compress=False):
    with folder.replacing(place) as made:
        filled = Folder(made, compress)
        for name in names:
            filled.write(name, name.encode() * 1000)
        filled.close("digest")


def test_a_site_takes_the_place_of_an_earlier_one(tmp_path):
    place = tmp_path / "deep" / "site"
    fill(place, "a.html", "old/b.html")
    fill(place, "a.html", "new/c.html")
    names = {path.name for path in place.rglob("*") if path.is_file()}
    assert names == {"a.html", "c.html", "files.json"}
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_other_files_are_never_replaced(tmp_path):
    (tmp_path / "thesis.md").write_text("mine", "utf-8")
    with pytest.raises(NotOursError, match="no frozen site"):
        folder.check(tmp_path)
    with pytest.raises(NotOursError):
        folder.check(tmp_path / "thesis.md")
    (tmp_path / "empty").mkdir()
    folder.check(tmp_path / "empty")
    folder.check(tmp_path / "new")


def test_files_that_came_meanwhile_are_not_replaced(tmp_path):
    place = tmp_path / "site"

    def fill_both() -> None:
        with folder.replacing(place):
            place.mkdir()
            (place / "thesis.md").write_text("mine", "utf-8")

    with pytest.raises(NotOursError):
        fill_both()
    assert [path.name for path in place.iterdir()] == ["thesis.md"]


def test_a_site_that_cannot_be_finished_leaves_the_earlier_one(tmp_path):
    place = tmp_path / "site"
    fill(place, "a.html")

    def fail() -> None:
        with folder.replacing(place) as made:
            (made / "half.html").write_text("half", "utf-8")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert sorted(path.name for path in place.iterdir()) == ["a.html", "files.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_packed_files_stand_beside_texts_that_are_worth_it(tmp_path):
    place = tmp_path / "site"
    fill(place, "long.html", "picture.png", compress=True)
    names = {path.name for path in place.iterdir()}
    assert names == {
        "long.html", "long.html.br", "long.html.gz", "picture.png", "files.json",
    }  # fmt: skip
    packed = (place / "long.html.br").read_bytes()
    assert brotli.decompress(packed) == (place / "long.html").read_bytes()
