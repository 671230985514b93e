"""Chinese is read as people read it: words checked by hand, and rules of writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.builder.readings import Reader
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.search.analyzer import ChineseWords
from app.snapshot.reader import Snapshot
from app.snapshot.readings import Readings
from app.text.normalize import has_han

HERE = Path(__file__).parent
PLAN = "western-financial-center"


def lines(name: str) -> list[list[str]]:
    text = (HERE / f"{name}.txt").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def made(*terms: Term) -> Reader:
    glossary = Glossary(terms)
    return Reader(glossary, ChineseWords(glossary))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return made()


def spell(reader: Reader, text: str) -> str:
    """Write a text out: words with spaces between them."""
    return " ".join(map(str, reader.read(text)))


def test_the_words_of_the_plan(snapshot: Snapshot) -> None:
    """A capital that is asked for must be there; a word may have one inside a name."""
    wanted = dict(lines(PLAN))
    assert len(wanted) >= 300
    found: dict[str, set[str]] = {word: set() for word in wanted}
    for text, words in snapshot.readings.by_text.items():
        for word in words:
            if (written := text[word.start : word.end]) in found:
                found[written].add(str(word))
    wrong = {
        word: spelt
        for word, spelt in found.items()
        if not spelt
        or any(one not in (wanted[word], wanted[word].capitalize()) for one in spelt)
    }
    assert not wrong


def test_words_of_policy(reader: Reader) -> None:
    """Each by itself: the words that are read in more ways than one."""
    wanted = dict(lines("policy"))
    found = {word: spell(reader, word).replace(" ", "") for word in wanted}
    wrong = {
        word: found[word]
        for word, pinyin in wanted.items()
        if found[word].lower() != pinyin.replace(" ", "").lower()
        or (pinyin[0].isupper() and found[word][0] != pinyin[0])
    }
    assert not wrong


@pytest.mark.parametrize(("sentence", "char", "syllable"), lines("sentences"))
def test_a_sentence_decides(
    reader: Reader, sentence: str, char: str, syllable: str
) -> None:
    at = sentence.index(char)
    word = next(one for one in reader.read(sentence) if one.start <= at < one.end)
    assert word.syllables[at - word.start] == syllable


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("金融风险", "jīnróng fēngxiǎn"),
        ("上海证券交易所", "Shànghǎi zhèngquàn jiāoyìsuǒ"),
        ("四川省", "Sìchuān Shěng"),
        ("习近平", "Xí Jìnpíng"),
        ("差额", "chā’é"),
        ("西安", "Xī’ān"),
        ("一不", "yī bù"),
        ("不是一个", "bùshì yīgè"),
        ("重慶銀行業", "Chóngqìng yínhángyè"),
        ("A股和《2035年》", "gǔ hé nián"),
        ("资源、公安、和平", "zīyuán gōng’ān hépíng"),
    ],
)
def test_words_are_joined_as_the_standard_has_it(
    reader: Reader, text: str, pinyin: str
) -> None:
    assert spell(reader, text) == pinyin


def test_a_name_in_the_glossary_has_capitals_and_a_kind_of_thing_has_none() -> None:
    reader = made(
        Term("a", "上海证券交易所", "Shanghai Stock Exchange", "institution"),
        Term("b", "证券公司", "securities company", "institution"),
    )
    assert spell(reader, "上海证券交易所") == "Shànghǎi Zhèngquàn Jiāoyìsuǒ"
    assert spell(reader, "证券公司") == "zhèngquàn gōngsī"


@given(st.text(st.sampled_from("重庆银行为了一不得着的发行a1，。 𠀀\n（为）")))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    reader = _READER
    at = 0
    for word in reader.read(text):
        assert word.start >= at
        at = word.end
        assert all(map(has_han, text[word.start : word.end]))
        assert not has_han(str(word))
    assert at <= len(text)


_READER = made()


def test_readings_come_back_from_their_file(tmp_path: Path, reader: Reader) -> None:
    texts = ("重庆市的银行。", "没有", "abc")
    readings = Readings({text: reader.read(text) for text in texts})
    readings.write(tmp_path)
    assert Readings.read(tmp_path) == readings
    assert readings.of("nowhere") == ()


def test_the_search_index_is_made_without_these_readings(reader: Reader) -> None:
    from app.text.pinyin import syllables

    reader.read("部分合同为了载明")
    assert syllables("载明") == ["zai", "ming"]
    assert syllables("合同") == ["he", "tong"]
