from __future__ import annotations

from app.content.glossary_file import read_glossary
from app.content.source import decode
from app.model.glossary import Term

HEADER = "id,zh,en,kind,zh_aliases,en_aliases,note\n"


def read(rows: str) -> tuple[tuple[Term, ...], list[str]]:
    glossary, found = read_glossary(decode((HEADER + rows).encode(), "glossary.csv"))
    return glossary.terms, list(map(str, found))


def test_a_row_is_a_term_with_its_aliases():
    terms, found = read('pbc,中国人民银行,PBC,institution,人行|央行,PBOC,"A, b."\n')
    assert terms == (
        Term(
            "pbc",
            "中国人民银行",
            "PBC",
            "institution",
            ("人行", "央行"),
            ("PBOC",),
            "A, b.",
        ),
    )
    assert found == []


def test_two_terms_may_share_an_alias():
    rows = "a,甲,A,concept,共,C,\nb,乙,B,concept,共,C,\nc,共,C,concept,,,\n"
    assert read(rows)[1] == []


def test_a_quoted_field_may_go_over_lines_and_later_rows_keep_their_line():
    terms, found = read('a,甲,A,concept,,,"one\ntwo"\nB,乙,B,concept,,,\n')
    assert [term.note for term in terms] == ["one\ntwo", ""]
    assert [one.split()[:2] for one in found] == [["glossary.csv:4:", "G005"]]


def test_rows_below_a_bad_one_are_still_read():
    terms, found = read('a,"甲,A,concept,,,\nb,乙,B,concept,,,\nc,丙\n')
    assert [term.id for term in terms] == ["b"]
    assert [one.split()[:2] for one in found] == [
        ["glossary.csv:2:", "G003"],
        ["glossary.csv:4:", "G003"],
    ]


def test_an_empty_file_lacks_the_header():
    _, found = read_glossary(decode(b"", "glossary.csv"))
    assert [one.code for one in found] == ["G002"]


def test_a_glossary_without_terms_is_empty():
    assert read("") == ((), [])
