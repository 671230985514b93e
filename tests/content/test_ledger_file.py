from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.ledger_file import format_ledger
from app.content.ledger_file import HEADER
from app.content.ledger_file import parse_ledger
from app.content.ledger_file import read_ledger
from app.content.ledger_file import write_ledger
from app.errors import LedgerError
from app.model.ledger import Entry
from app.model.ledger import Ledger
from app.model.locator import Locator

place = Locator.parse

LEDGER = Ledger(
    (
        Entry(place("2.3.11.s1"), "live", "共同推进。", "Jointly advance."),
        Entry(place("2.3.11.s2a"), "live", "", "Not in Chinese."),
        Entry(place("2.3.11.s2"), "moved", target=place("2.3.11.s1")),
        Entry(place("annex-1.s1"), "gone", "旧句。", "Old."),
    )
)

ROWS = [
    "2.3.11.s1 live {} - 共同推进。 Jointly·advance.",
    "2.3.11.s2a live {} -  Not·in·Chinese.",
    "2.3.11.s2 moved {} 2.3.11.s1  ",
    "annex-1.s1 gone {} - 旧句。 Old.",
]
TEXT = f"{HEADER}\n" + "".join(
    row.format(entry.fingerprint).replace(" ", "\t").replace("·", " ") + "\n"
    for row, entry in zip(ROWS, LEDGER.entries, strict=True)
)

WORDS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("\\\t\n\rnt-")


def test_a_ledger_is_one_address_a_line():
    assert format_ledger(LEDGER) == TEXT
    assert parse_ledger(TEXT) == LEDGER


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["live", "gone"]))))
def test_any_text_comes_back_as_it_was(pairs):
    ledger = Ledger(
        tuple(
            Entry(Locator(("1",), str(n)), state, zh, en)
            for n, (zh, en, state) in enumerate(pairs, 1)
        )
    )
    assert parse_ledger(format_ledger(ledger)) == ledger


@pytest.mark.parametrize(
    ("before", "after", "line", "match"),
    [
        ("2.3.11.s2a\t", "2.3.x\t", 3, "'2.3.x' is not an address"),
        ("2.3.11.s2a\t", "2.3.11\t", 3, "not the address of one sentence"),
        ("2.3.11.s2a\t", "2.3.11.s2-s4\t", 3, "not the address of one sentence"),
        ("2.3.11.s2a\t", "2.3.11.s1\t", 3, "stands on line 2 already"),
        ("\tgone\t", "\tlost\t", 5, "'lost' is none of live, moved, gone"),
        ("Jointly", "jointly", 2, "does not agree with its fingerprint"),
        ("\tlive\t", "\tmoved\t", 2, "A moved address with target '-'"),
        ("\tmoved\t", "\tgone\t", 4, "A gone address with target '2.3.11.s1'"),
        ("\t2.3.11.s1\t", "\t2.3.11.s9\t", 4, "leads nowhere"),
        ("\t2.3.11.s1\t", "\t2.3.11.s2\t", 4, "leads nowhere"),
        ("\tOld.", "\tOld.\r", 5, "does not agree with its fingerprint"),
        ("\tOld.", "\tOld\\.", 5, "means nothing here"),
        ("\tOld.", "\tOld.\\", 5, "means nothing here"),
        ("\tOld.", "\tOld.\tNew.", 5, "7 fields, 6 are needed"),
        ("annex", "\nannex", 5, "1 fields, 6 are needed"),
        ("Old.\n", "Old.", 5, "breaks off in the last line"),
        (HEADER + "\n", "", 1, "does not begin with its first line"),
        (TEXT, "", 1, "does not begin with its first line"),
    ],
)
def test_a_ledger_that_cannot_be_trusted_is_refused(before, after, line, match):
    assert before in TEXT
    with pytest.raises(LedgerError, match=match) as caught:
        parse_ledger(TEXT.replace(before, after, 1))
    assert caught.value.line == line
    assert "Restore the file from version control." in caught.value.message


def test_a_document_never_published_has_an_empty_ledger(tmp_path):
    assert read_ledger(tmp_path / "plan.ids") == Ledger()


def test_a_written_ledger_is_read_back(tmp_path):
    path = tmp_path / "plan.ids"
    assert write_ledger(path, LEDGER)
    assert read_ledger(path) == LEDGER
    assert [left.name for left in tmp_path.iterdir()] == ["plan.ids"]


def test_a_ledger_that_has_not_changed_is_not_touched(tmp_path):
    path = tmp_path / "plan.ids"
    write_ledger(path, LEDGER)
    os.utime(path, (0, 0))
    assert not write_ledger(path, LEDGER)
    assert path.stat().st_mtime == 0
    assert write_ledger(path, Ledger(LEDGER.entries[:1]))
    assert path.stat().st_mtime > 0


def test_a_failed_write_leaves_the_old_ledger_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "plan.ids"
    write_ledger(path, LEDGER)

    def fail(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_ledger(path, Ledger())
    assert read_ledger(path) == LEDGER
    assert [left.name for left in tmp_path.iterdir()] == ["plan.ids"]


@pytest.mark.parametrize(
    ("data", "line", "match"), [(b"#\n\xff\n", 2, "not UTF-8"), (None, 0, "read")]
)
def test_a_file_that_is_no_text_is_refused(tmp_path, data, line, match):
    path = tmp_path / "plan.ids"
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    with pytest.raises(LedgerError, match=match) as caught:
        read_ledger(path)
    assert caught.value.line == line
