"""The front matter says what the sources say, and asks for the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.front_matter import check_front
from app.content.front_matter import compare_front
from app.content.front_matter import parse_front
from app.content.source import decode
from app.importer.front import dates_in
from app.importer.front import make_fronts
from app.importer.front import Side
from app.importer.front import to_fill_in
from app.importer.issuers import find_issuers
from app.importer.outline import Outline
from app.importer.raw import Block
from app.importer.raw import RawText
from app.model.document import Lang


def side(lang: Lang, title: str, *texts: str) -> Side:
    tag = "zh-Hans" if lang == "zh" else "en"
    blocks = [Block(text, place) for place, text in enumerate(texts, 1)]
    raw = RawText(Path(f"a.{lang}.html"), lang, tag, blocks, "HTML, UTF-8")
    return Side(raw, Outline(lang, title, ()))


def faults(fronts) -> list[str]:
    lines = []
    for lang in ("zh", "en"):
        fields = "".join(f"{name}: {value}\n" for name, value in fronts[lang].items())
        source = decode(f"---\n{fields}---\n".encode(), lang)
        lines.append((parse_front(source), lang))
    found = [one for front, lang in lines for one in check_front(front, lang, lang)]
    (zh, _), (en, _) = lines
    found += [*zh.findings, *en.findings, *compare_front(zh, en, "zh", "en")]
    return [str(one) for one in found if one.level == "error"]


def test_a_law_says_it_all():
    zh = side(
        "zh", "中华人民共和国公园法",
        "（2018年8月31日第十三届全国人民代表大会常务委员会第五次会议通过）",
    )  # fmt: skip
    en = side(
        "en", "Park Law of the People’s Republic of China",
        "(Adopted at the Fifth Meeting of the Standing Committee of the Thirteenth "
        "National People’s Congress on August 31, 2018)",
    )  # fmt: skip
    zh = replace(zh, raw=replace(zh.raw, address="https://example.org/1.html"))
    fronts = make_fronts(zh, en, {"zh": [], "en": ["2.7", "2.8"]})
    assert fronts["zh"] == {
        "title": "中华人民共和国公园法",
        "short_title": "公园法",
        "lang": "zh-Hans",
        "issued": "2018-08-31",
        "issuers": "全国人民代表大会常务委员会",
        "status": "由“a.zh.html”导入，尚未核对。",
        "coverage": "全文；英文缺2.7、2.8。",
        "source": "https://example.org/1.html",
    }
    assert fronts["en"]["short_title"] == "Park Law"
    assert fronts["en"]["issuers"] == (
        "Standing Committee of the National People’s Congress"
    )
    assert fronts["en"]["coverage"] == "Full text; the English lacks 2.7, 2.8."
    assert not list(to_fill_in(fronts))
    assert not faults(fronts)


def test_what_is_not_said_is_to_be_filled_in():
    fronts = make_fronts(side("zh", ""), side("en", "Plan"), {"zh": [], "en": []})
    assert list(to_fill_in(fronts)) == [
        ("zh", "title"), ("zh", "short_title"), ("zh", "issued"), ("zh", "issuers"),
        ("en", "issued"), ("en", "issuers"),
    ]  # fmt: skip
    assert not faults(fronts)


@pytest.mark.parametrize(
    "title",
    ["---", "a\n---\nlang: fr", "  ", "x" * 5_000, "# 一、", "\x00\u202e", "《》"],
)
def test_a_title_stays_in_its_field(title):
    sides = side("zh", title), side("en", title)
    fronts = make_fronts(*sides, {"zh": [], "en": []})
    assert not faults(fronts)
    assert all("\n" not in value for value in fronts["zh"].values())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021年12月24日", "2021-12-24"),
        ("二〇二一年十二月二十四日", "2021-12-24"),
        ("December 24, 2021", "2021-12-24"),
        ("24 December 2021", "2021-12-24"),
        ("2021年2月30日", ""),
        ("2021年", ""),
    ],
)
def test_days_are_read(text, day):
    assert next(dates_in([text]), "") == day


def test_a_date_in_a_sentence_of_the_text_is_not_its_own():
    article = (
        "凡参加金山会议或前此曾签字于一九四二年一月一日联合国宣言之国家，均为创始会员国。"
        * 2
    )
    sides = side("zh", "宪章", article), side("en", "Charter", "Text.")
    assert make_fronts(*sides, {"zh": [], "en": []})["zh"]["issued"] == "1000-01-01"


def test_several_bodies_at_the_end_of_a_text():
    found = find_issuers(["正文。", "中国人民银行　财政部　2021年12月24日"], ["Text."])
    assert found == {
        "zh": ["中国人民银行", "财政部"],
        "en": ["People’s Bank of China", "Ministry of Finance"],
    }


def test_a_congress_that_has_no_fixed_english_name():
    said = "（2023年3月28日甲市第十六届人民代表大会常务委员会第五次会议通过）"
    assert find_issuers([said], [])["en"] == ["[fill in] 甲市人民代表大会常务委员会"]
