"""Two files in any order, or one that has both languages."""

from __future__ import annotations

import pytest

from app.importer.errors import SourceError
from app.importer.sources.reading import read_texts

ZH = [
    "某某条例",
    "第一条 为了规范WTO某某管理，制定本条例。",
    "第二条 国务院负责AI管理工作。",
    "* * *",
]
EN = [
    "Regulations on Something",
    "Article 1 These Regulations are enacted to regulate the administration of things.",
    "Article 2 The State Council (国务院) is in charge of administration.",
    "* * *",
]


def write(path, text):
    path.write_text(text, "utf-8")
    return path


def texts(raws):
    return tuple([block.text for block in raw.blocks] for raw in raws)


@pytest.fixture
def two(tmp_path):
    zh = write(tmp_path / "a.txt", "\n".join(ZH))
    return zh, write(tmp_path / "b.txt", "\n".join(EN))


def test_the_order_of_two_files_does_not_matter(two):
    zh, en = read_texts(two)
    assert (zh.lang, zh.tag, en.lang, en.tag) == ("zh", "zh-Hans", "en", "en")
    assert read_texts(two[::-1]) == (zh, en)
    assert texts((zh, en)) == (ZH, EN)


def test_the_script_is_told(tmp_path, two):
    other = write(tmp_path / "c.txt", "第一條 為了規範管理，維護國家利益，制定本條例。")
    assert read_texts((other, two[1]))[0].tag == "zh-Hant"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(line for pair in zip(ZH[:3], EN[:3], strict=True) for line in pair),
        "\n".join(line for pair in zip(EN[:3], ZH[:3], strict=True) for line in pair),
        "\n".join(ZH[:3] + EN[:3]),
        "\n".join(EN[:3] + ZH[:3]),
        "\n".join(f"{zh} {en}" for zh, en in zip(ZH[:2], EN[:2], strict=True))
        + f"\n{ZH[2]}\n{EN[2]}",
        "<table>" + "".join(
            f"<tr><td><p>{zh}</p><td><p>{en}</p></tr>"
            for zh, en in zip(ZH[:3], EN[:3], strict=True)
        ) + "</table>",
    ],
    ids=["zh first", "en first", "zh then en", "en then zh", "in a line", "columns"],
)  # fmt: skip
def test_a_bilingual_file_is_parted(tmp_path, text):
    assert texts(read_texts([write(tmp_path / "both.txt", text)])) == (ZH[:3], EN[:3])


def test_places_are_those_of_the_file(tmp_path):
    path = write(tmp_path / "both.txt", f"{ZH[1]}\n\n{EN[1]}\n{ZH[2]}")
    zh, en = read_texts([path])
    assert [block.place for block in zh.blocks] == [1, 4]
    assert [block.place for block in en.blocks] == [3]


def test_a_line_in_turns_is_parted_everywhere(tmp_path):
    line = "第一条 Article 1 为了规范管理。 This Law is enacted to regulate things."
    zh, en = texts(read_texts([write(tmp_path / "both.txt", f"{line}\n{line}")]))
    assert zh == ["第一条 为了规范管理。"] * 2
    assert en == ["Article 1 This Law is enacted to regulate things."] * 2


def test_rows_of_a_real_table_are_parted_between_cells(tmp_path):
    rows = "| 指标 | Indicator | 2020 |\n|---|---|---|\n| 增加值 | Value added | 100 |"
    path = write(tmp_path / "both.md", "\n\n".join([*ZH, *EN, rows]))
    zh, en = read_texts([path])
    assert [b.text for b in zh.blocks if b.kind == "table"] == [
        "指标 | 2020",
        "增加值 | 100",
    ]
    assert [b.text for b in en.blocks if b.kind == "table"] == [
        "Indicator | 2020",
        "Value added | 100",
    ]


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        (ZH[1], ZH[2], "this text is Chinese, and so is .*give the English text"),
        (EN[1], EN[2], "this text is English, and so is .*give the Chinese text"),
        (EN[1], "この法律は、行政の運営に関し必要な事項を定める。", "looks Japanese"),
        (EN[1], "이 법은 행정절차에 관한 공통적인 사항을 규정한다.", "looks Korean"),
        (
            ZH[1],
            "La présente loi a pour objet de définir les conditions. " * 9,
            "neither",
        ),
        (ZH[1], "12345 67890", "no Chinese or English words"),
    ],
)
def test_the_wrong_language_is_said(tmp_path, first, second, problem):
    paths = [write(tmp_path / "1.txt", first), write(tmp_path / "2.txt", second)]
    with pytest.raises(SourceError, match=problem):
        read_texts(paths)


@pytest.mark.parametrize(("text", "missing"), [(ZH, "English"), (EN[:2], "Chinese")])
def test_one_file_with_one_language_is_not_enough(tmp_path, text, missing):
    path = write(tmp_path / "one.txt", "\n".join(text))
    with pytest.raises(
        SourceError, match=f"no {missing} text in it; give a second file"
    ):
        read_texts([path])
