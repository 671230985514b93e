from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
FOLDER = APP / "translations" / "zh_Hans" / "LC_MESSAGES"

METHODS = [
    ("web/**.py", "python"),
    ("editor/**.py", "python"),
    ("templates/**.*", "jinja2"),
    ("editor/templates/**.*", "jinja2"),
]
KEYWORDS = {
    "_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2),
}  # fmt: skip


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="zh_Hans")


def test_every_word_of_the_interface_has_its_chinese_and_no_other_is_kept(
    chinese: Catalog,
) -> None:
    found = extract_from_dir(
        APP,
        METHODS,
        options_map={
            name: {"trimmed": "true"} for name, how in METHODS if how != "python"
        },
        keywords=KEYWORDS,
    )
    used = {message for _, _, message, _, _ in found}
    translated = {message.id for message in chinese if message.id and message.string}
    assert used == translated
    assert not [message.id for message in chinese if message.fuzzy]


def test_the_compiled_words_are_the_written_ones(chinese: Catalog) -> None:
    with (FOLDER / "messages.mo").open("rb") as file:
        assert words_of(read_mo(file)) == words_of(chinese)


def words_of(catalog: Catalog) -> dict[str, str]:
    """List messages and translations; those with a plural are joined."""

    def flat(words: object) -> str:
        return words if isinstance(words, str) else "|".join(words)  # type: ignore[arg-type]

    return {flat(one.id): flat(one.string) for one in catalog if one.id}


def test_both_languages_fill_the_same_blanks(chinese: Catalog) -> None:
    wrong = [error for message in chinese for error in message.check(chinese)]
    assert not wrong
