"""Places and works in running text: what is found, and which place it comes to."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.builder.pipeline import check
from app.model.document import Lang
from app.model.document import Text
from app.model.thread import Threads
from app.references.prose import en_places
from app.references.prose import zh_places
from app.references.prose.sides import read_side
from app.references.prose.title import title_key
from app.references.prose.written import Level
from app.references.prose.written import Written
from app.references.prose.zh_titles import BareNames
from app.text.normalize import fold
from tests.helpers import Case
from tests.helpers import read_cases

FRONT = """\
---
title: {title}
short_title: {short}
lang: {lang}
issued: 2024-05-01
issuers: {issuer}
status: {status}
coverage: {coverage}
---

"""
TITLES = {
    "law": ("中华人民共和国样品法", "Sample Law of the People’s Republic of China"),
    "rules": ("样品管理条例", "Regulations on the Administration of Samples"),
}


def places_in(text: str, lang: Lang) -> list[Written]:
    if lang == "zh":
        return list(zh_places.find_places(zh_places.fold_chinese(text)))
    return list(en_places.find_places(fold(text)))


def written(text: str, lang: Lang) -> str:
    """Print what is found in some lines of text."""
    lines = []
    for line in text.split("\n"):
        for place in places_in(line, lang):
            levels = " > ".join(map(_level, place.levels))
            end = f" .. {' > '.join(map(_level, place.to))}" if place.to else ""
            of = f" of that {place.of}" if place.of else ""
            words = line[place.start : place.end]
            sure = "" if place.certain else " ?"
            lines.append(f"{words} | {levels}{end}{of}{sure}")
    return "\n".join(lines)


def _level(level: Level) -> str:
    kinds = "/".join(sorted(level.kinds)) or level.clause or "unit"
    before = f"{-level.before:+d}" if level.before else "=" if level.here else ""
    return f"{kinds} {level.number or before}".rstrip()


@pytest.mark.parametrize("case", read_cases("places_zh"), ids=str)
def test_chinese_places(case: Case) -> None:
    assert written(case.given, "zh") == case.expected


@pytest.mark.parametrize("case", read_cases("places_en"), ids=str)
def test_english_places(case: Case) -> None:
    assert written(case.given, "en") == case.expected


_WORDS = """
第 七 条 款 项 （一） 1 、 ， 和 至 本 法 前 两 附件 专栏 《 》 〈 该 的 12-1 Ⅲ
章 節 條 之一 宪法 （以下简称《 Article Articles paragraph ( ) (2) 7 and to of the
this preceding Annex Law , - II first Regulation (EU) 2016/679
"""
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for lang in ("zh", "en"):
        language: Lang = "zh" if lang == "zh" else "en"
        side = read_side(
            Text(text), language, ["纲要", "Law"], BareNames(["本法第七条"])
        )
        spans = [(one.written.start, one.written.end) for one in side.places]
        spans += [(title.start, title.end) for title in side.titles]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        for title in side.titles:
            assert title.words.strip("《》〈〉") in text[title.start : title.end]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《中华人民共和国刑法》", "刑法"),
        ("中华人民共和国刑法（2020年修正）", "中華人民共和國刑法"),
        ("the Criminal Law of the People’s Republic of China", "Criminal Law"),
        ("Criminal Law of the PRC", "criminal law"),
    ],
)
def test_titles_of_one_work_have_one_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


def threads_of(folder: Path, **texts: tuple[str, str]) -> tuple[Threads, list[str]]:
    """Build documents of which each is given in both languages; give the findings."""
    for slug, sides in texts.items():
        for lang, body, title in zip(("zh", "en"), sides, TITLES[slug], strict=True):
            path = folder / lang / f"{slug}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            front = FRONT.format(
                title=title,
                short=title,
                lang="zh-Hans" if lang == "zh" else "en",
                issuer="甲部" if lang == "zh" else "Ministry A",
                status="非官方文本。" if lang == "zh" else "Unofficial text.",
                coverage="全文。" if lang == "zh" else "Complete.",
            )
            path.write_text(front + dedent(body).strip() + "\n", "utf-8")
    checked = check(folder)
    assert not checked.errors, checked.errors
    return checked.corpus.threads, [
        found.code for found in checked.findings if found.code.startswith("R")
    ]


def arrows(threads: Threads) -> list[str]:
    """Print every reference as an arrow."""
    return [
        f"{one.source} -> {' '.join(str(target.place) for target in one.targets)}"
        for one in threads.references
    ]


LAW = (
    """
    ## 第一条
    样品应当保存。

    保存期限为三年。

    ## 第二条
    依照前条第二款保存。
    """,
    """
    ## Article 1
    Samples shall be kept.

    They are kept for three years.

    ## Article 2
    They are kept under the second paragraph of the preceding Article.
    """,
)
RULES = (
    """
    ## 第一条
    根据《中华人民共和国样品法》第二条、宪法第五条和样品法，制定本条例。
    """,
    """
    ## Article 1
    Made under Article 2 of the Sample Law of the People’s Republic of China, {}.
    """.format("Article 5 of the Constitution and the Sample Law"),
)


def test_a_work_becomes_a_link_once_its_document_is_added(tmp_path: Path) -> None:
    alone, _ = threads_of(tmp_path / "alone", rules=RULES)
    assert arrows(alone) == []
    assert [work.zh for work in alone.works] == ["中华人民共和国样品法", "宪法"]
    both, _ = threads_of(tmp_path / "both", rules=RULES, law=LAW)
    assert arrows(both) == [
        "law:2.s1 -> law:1.s2",
        "rules:1.s1 -> law:",
        "rules:1.s1 -> law:2",
    ]
    assert [(work.zh, work.en) for work in both.works] == [("宪法", "Constitution")]


def test_a_document_that_names_itself_is_no_thread(tmp_path: Path) -> None:
    zh = "## 第一条\n《样品管理条例》第一条。\n\n## 第二条\n见样品管理条例第一条。"
    en = (
        "## Article 1\nArticle 1 of the Regulations on the Administration of Samples "
        "takes effect.\n\n## Article 2\nSee Article 1 of the Regulations on the "
        "Administration of Samples."
    )
    threads, _ = threads_of(tmp_path, rules=(zh, en))
    assert arrows(threads) == ["rules:1.s1 -> rules:1", "rules:2.s1 -> rules:1"]
    assert threads.works == ()


def test_one_side_settles_what_the_other_leaves_open(tmp_path: Path) -> None:
    units = "## 第{}章 甲\n### 第一节 乙\n文。\n"
    zh = units.format("一") + "\n" + units.format("二") + "\n## 第三章 丙\n见第一节。"
    units = "## Chapter {} A\n### Section 1 B\nText.\n"
    en = units.format(1) + "\n" + units.format(2) + "\n## Chapter 3 C\nSee {}."
    vague = en.replace("{}", "Section 1")
    unsettled, codes = threads_of(tmp_path / "a", law=(zh, vague))
    assert (arrows(unsettled), codes) == ([], ["R004", "R004"])
    settled, codes = threads_of(
        tmp_path / "b", law=(zh, en.replace("{}", "Section 1 of Chapter 2"))
    )
    assert (arrows(settled), codes) == (["law:3.s1 -> law:2.1"], [])


def test_a_hand_written_link_is_a_thread_and_wins(tmp_path: Path) -> None:
    zh = "## 第一条\n文。\n\n## 第二条\n[第一条](#1)，第[一](#1.s1)句。"
    en = "## Article 1\nText.\n\n## Article 2\n[Article 1](#1), sentence [1](#1.s1)."
    threads, codes = threads_of(tmp_path, law=(zh, en))
    assert arrows(threads) == ["law:2.s1 -> law:1", "law:2.s1 -> law:1.s1"]
    assert codes == []


def test_of_two_documents_with_one_title_each_is_itself_and_neither_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TITLES, "copy", TITLES["law"])
    zh = "## 第一条\n文。\n\n## 第二条\n见《样品法》第一条。"
    en = "## Article 1\nText.\n\n## Article 2\nSee Article 1 of the Sample Law."
    threads, codes = threads_of(tmp_path, law=(zh, en), copy=(zh, en), rules=(zh, en))
    assert arrows(threads) == ["copy:2.s1 -> copy:1", "law:2.s1 -> law:1"]
    assert (threads.works, codes) == ((), ["R004", "R004"])


def test_names_of_signs_alone_are_no_names(tmp_path: Path) -> None:
    zh = "## 第一条\n见《！！》和《——》。"
    en = "## Article 1\nSee it."
    threads, _ = threads_of(tmp_path, law=(zh, en))
    assert arrows(threads) == []
    assert threads.works == ()
