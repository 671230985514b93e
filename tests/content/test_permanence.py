"""A published address keeps meaning the same sentence, whatever an editor does."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from itertools import count

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.content.ledger_file import format_ledger
from app.content.ledger_file import parse_ledger
from app.content.permanence import carry_over
from app.model.document import Document
from app.model.document import FrontMatter
from app.model.document import Heading
from app.model.document import Segment
from app.model.document import Text
from app.model.document import Unit
from app.model.ledger import Ledger
from app.model.locator import Locator

STOCK = """
支持法人金融机构通过永续债等方式补充资本 | replenish capital through perpetual bonds
推进农村金融机构改革 | advance the reform of rural institutions
鼓励国际金融组织在华设立代表处 | invite international organizations to open offices
完善政府性融资担保体系并优化风险分担机制 | share risk by public guarantees
推动担保和不良资产处置的跨区域合作 | dispose of bad assets across regions
探索建立保险理赔通赔通付制度 | settle insurance claims anywhere
加快农贷通等涉农金融服务平台的推广应用 | spread farm lending platforms quickly
深化省市间环境权益交易合作 | trade environmental rights between provinces
支持探索跨境绿色项目贷款 | lend abroad to green projects
规范发展消费金融并完善线上消费信贷场景 | regulate consumer finance on the internet
在成渝地区规范探索知识产权证券化 | securitize intellectual property carefully
加强区域性股权市场与科创基金的联动 | link equity markets with science funds
推进政务数据与金融数据融合共享 | merge public data with financial data
支持在重庆建设国家金融科技认证中心 | certify fintech nationally in Chongqing
鼓励绿色企业通过发行债券和上市募集资金 | raise money by listing green companies
""".strip().split("\n")
ZH = [line.split(" | ")[0] for line in STOCK]
EN = [line.split(" | ")[1] for line in STOCK]


NOTHING = Ledger()


def make_document(units: list[tuple[str, list[tuple[str, str]]]]) -> Document:
    """Make a document of units, given as locator and pairs of sentences."""
    front = FrontMatter("t", "t", "en", "2021-01-01", ("x",), "s", "c")
    made = []
    for address, pairs in units:
        unit = Locator.parse(address)
        segments = tuple(
            Segment(unit.at(str(n)), Text(zh), Text(en))
            for n, (zh, en) in enumerate(pairs, 1)
        )
        heading = Heading("1. ", "x")
        made.append(Unit(unit, "item", 2, "1", heading, heading, (segments,)))
    return Document("plan", front, front, tuple(made), ())


def publish(units, ledger: Ledger = NOTHING) -> tuple[list[list[str]], Ledger]:
    """Carry over; give the addresses in each unit, and the new ledger."""
    document, ledger = carry_over(make_document(units), ledger)
    shown = [[str(s.locator) for s in unit.segments] for unit in document.walk()]
    return shown, ledger


def pairs(*numbers: int) -> list[tuple[str, str]]:
    """Take sentences of the stock by number."""
    return [(ZH[n] + "。", EN[n] + ".") for n in numbers]


def test_a_first_publication_counts_through_each_unit():
    shown, ledger = publish([("1", pairs(0, 1)), ("2.1", pairs(2))])
    assert shown == [["1.s1", "1.s2"], ["2.1.s1"]]
    assert {entry.state for entry in ledger.entries} == {"live"}


def test_nothing_changes_where_nothing_changed():
    units = [("1", pairs(0, 1, 2)), ("2", pairs(3))]
    shown, ledger = publish(units)
    assert publish(units, ledger) == (shown, ledger)


def test_a_reworded_sentence_keeps_its_address():
    _, ledger = publish([("1", pairs(0, 1, 2))])
    reworded = (
        "大力" + ZH[1].replace("改革", "深化改革") + "。",
        "boldly " + EN[1] + ".",
    )
    shown, _ = publish([("1", [pairs(0)[0], reworded, pairs(2)[0]])], ledger)
    assert shown == [["1.s1", "1.s2", "1.s3"]]


def test_a_sentence_rewritten_in_one_language_only_keeps_its_address():
    _, ledger = publish([("1", pairs(0, 1, 2))])
    rewritten = ("全新的译文与从前毫无相同之处。", EN[1] + ".")
    shown, _ = publish([("1", [*pairs(0), rewritten, *pairs(2)])], ledger)
    assert shown == [["1.s1", "1.s2", "1.s3"]]


def test_inserted_sentences_get_letters():
    _, ledger = publish([("1", pairs(0, 1))])
    shown, ledger = publish([("1", pairs(5, 0, 6, 7, 1, 8))], ledger)
    assert shown == [["1.s0a", "1.s1", "1.s1a", "1.s1b", "1.s2", "1.s3"]]
    shown, _ = publish([("1", pairs(5, 0, 9, 6, 7, 1, 8))], ledger)
    assert shown == [["1.s0a", "1.s1", "1.s1c", "1.s1a", "1.s1b", "1.s2", "1.s3"]]


def test_a_deleted_sentence_leaves_a_tombstone_whose_address_is_never_used_again():
    _, ledger = publish([("1", pairs(0, 1, 2))])
    shown, ledger = publish([("1", pairs(0, 1))], ledger)
    gone = ledger.by_locator[Locator.parse("1.s3")]
    assert (gone.state, gone.zh, gone.en) == ("gone", ZH[2] + "。", EN[2] + ".")
    shown, _ = publish([("1", pairs(0, 1, 9))], ledger)
    assert shown == [["1.s1", "1.s2", "1.s4"]]


def test_a_deleted_sentence_that_comes_back_takes_up_its_address():
    _, ledger = publish([("1", pairs(0, 1, 2))])
    _, ledger = publish([("1", pairs(0, 2))], ledger)
    shown, ledger = publish([("1", pairs(0, 1, 2))], ledger)
    assert shown == [["1.s1", "1.s2", "1.s3"]]
    assert {entry.state for entry in ledger.entries} == {"live"}


def test_a_sentence_that_moves_inside_its_unit_takes_its_address_along():
    _, ledger = publish([("1", pairs(0, 1, 2))])
    assert publish([("1", pairs(2, 0, 1))], ledger)[0] == [["1.s3", "1.s1", "1.s2"]]


def test_the_address_of_a_sentence_that_moves_elsewhere_leads_there():
    _, ledger = publish([("1", pairs(0, 1)), ("2", pairs(2))])
    shown, ledger = publish([("1", pairs(0)), ("2", pairs(2, 1))], ledger)
    assert shown == [["1.s1"], ["2.s1", "2.s2"]]
    moved = ledger.resolve(Locator.parse("1.s2"))
    assert moved is not None
    assert (str(moved.locator), moved.zh) == ("2.s2", ZH[1] + "。")
    shown, ledger = publish([("1", pairs(0, 1)), ("2", pairs(2))], ledger)
    assert shown == [["1.s1", "1.s2"], ["2.s1"]]
    assert ledger.resolve(Locator.parse("2.s2")) == ledger.resolve(
        Locator.parse("1.s2")
    )


def test_a_measure_put_in_before_others_takes_no_address_from_them():
    _, ledger = publish([("2.1", pairs(0, 1)), ("2.2", pairs(2, 3))])
    shown, ledger = publish(
        [("2.1", pairs(9)), ("2.2", pairs(0, 1)), ("2.3", pairs(2, 3))], ledger
    )
    assert shown[0] == ["2.1.s3"]
    for address, number in [("2.1.s1", 0), ("2.1.s2", 1), ("2.2.s1", 2), ("2.2.s2", 3)]:
        entry = ledger.resolve(Locator.parse(address))
        assert entry is not None
        assert entry.zh == ZH[number] + "。"


@dataclass
class Editor:
    """Edits a text at random and remembers which sentence is which."""

    units: list[list[int]]
    words: dict[int, tuple[str, str]]
    ids: count = field(default_factory=lambda: count(1000))

    def rows(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Give the text as it stands."""
        return [
            (str(n), [self.words[i] for i in unit])
            for n, unit in enumerate(self.units, 1)
        ]


LETTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃"


def new_sentence(draw, editor: Editor) -> int:
    """Write a sentence that is like no other."""
    number = next(editor.ids)
    chars = draw(
        st.lists(st.sampled_from(LETTERS), min_size=12, max_size=16, unique=True)
    )
    editor.words[number] = (
        "".join(chars) + f"{number}。",
        f"novel {number} {chars[0]}.",
    )
    return number


def reword(draw, editor: Editor, number: int) -> None:
    """Change a sentence a little, on one side or on both."""
    zh, en = editor.words[number]
    at = draw(st.integers(0, len(zh) - 1))
    if draw(st.booleans()):
        zh = zh[:at] + "更" + zh[at:]
    if draw(st.booleans()):
        en = "further " + en
    editor.words[number] = (zh, en)


@st.composite
def edits(draw):
    """Draw a text and several rounds of edits, with the state after each round."""
    numbers = list(range(len(ZH)))
    cut = draw(st.integers(1, len(numbers) - 1))
    editor = Editor(
        [numbers[:cut], numbers[cut:], []], dict(enumerate(pairs(*numbers)))
    )
    states = [(editor.rows(), [list(unit) for unit in editor.units])]
    for _ in range(draw(st.integers(1, 3))):
        for _ in range(draw(st.integers(1, 5))):
            unit = draw(st.sampled_from(editor.units))
            kind = draw(st.sampled_from(["insert", "delete", "move", "reword"]))
            if kind == "insert" or not unit:
                at = draw(st.integers(0, len(unit)))
                unit.insert(at, new_sentence(draw, editor))
            elif kind == "reword":
                reword(draw, editor, draw(st.sampled_from(unit)))
            else:
                number = unit.pop(draw(st.integers(0, len(unit) - 1)))
                if kind == "move":
                    other = draw(st.sampled_from(editor.units))
                    other.insert(draw(st.integers(0, len(other))), number)
        states.append((editor.rows(), [list(unit) for unit in editor.units]))
    return states


@settings(max_examples=400, deadline=None)
@given(edits())
def test_no_edit_ever_changes_what_an_address_means(states):
    ledger, meaning = Ledger(), {}
    for rows, units in states:
        document, ledger = carry_over(make_document(rows), ledger)
        assert parse_ledger(format_ledger(ledger)) == ledger
        live = {}
        for unit, numbers in zip(document.walk(), units, strict=True):
            for segment, number in zip(unit.segments, numbers, strict=True):
                assert segment.locator.unit == unit.locator
                assert meaning.setdefault(segment.locator, number) == number
                live[segment.locator] = number
        assert len(live) == sum(map(len, units)), "an address was given out twice"
        for address, number in meaning.items():
            entry = ledger.resolve(address)
            assert entry is not None, "an address was lost"
            if number in live.values():
                assert live[entry.locator] == number
            else:
                assert entry.state == "gone"


@pytest.mark.parametrize("side", ["zh", "en"])
def test_an_official_text_that_replaces_one_side_keeps_every_address(side):
    numbers = range(len(ZH))
    _, ledger = publish([("1", pairs(*numbers))])
    official = [
        (f"正式文本第{n}句内容完全不同" + LETTERS[n : n + 9], en)
        if side == "zh"
        else (zh, f"official wording {n} {n * n} of a wholly different kind")
        for n, (zh, en) in enumerate(pairs(*numbers))
    ]
    shown, ledger = publish([("1", official)], ledger)
    assert shown == [[f"1.s{n + 1}" for n in numbers]]
    assert {entry.state for entry in ledger.entries} == {"live"}


def test_of_two_equal_sentences_the_one_that_stays_keeps_its_own_address():
    first, other, last = pairs(0)[0], pairs(1)[0], pairs(2)[0]
    _, ledger = publish([("1", [first, other, first, last])])
    shown, ledger = publish([("1", [other, first, last])], ledger)
    assert shown == [["1.s2", "1.s3", "1.s4"]]


def test_a_new_sentence_that_says_something_else_never_takes_an_address_elsewhere():
    disclose = (
        "金融机构应当披露环境信息。",
        "Institutions shall disclose information.",
    )
    conceal = ("金融机构不得披露环境信息。", "Institutions shall not disclose it.")
    soon = ("到2025年，西部金融中心初步建成。", "By 2025 the center will be built.")
    later = ("到2050年，西部金融中心初步建成。", "By 2050 the center will be built.")
    for old, new in [(disclose, conceal), (soon, later)]:
        _, ledger = publish([("1", [old, *pairs(0)]), ("2", pairs(1))])
        for text in (
            [("1", pairs(0)), ("2", [*pairs(1), new])],
            [("1", [*pairs(0), new]), ("2", pairs(1))],
        ):
            _, after = publish(text, ledger)
            gone = after.resolve(Locator.parse("1.s1"))
            assert gone is not None
            assert (gone.state, gone.zh) == ("gone", old[0])


def test_a_unit_that_is_renumbered_and_reworded_at_once_keeps_its_sentences():
    _, ledger = publish([("1", pairs(0, 1, 2))])
    reworded = ("稳步" + ZH[1] + "。", "steadily " + EN[1] + ".")
    text = [("1", pairs(9)), ("2", [*pairs(0), reworded, *pairs(2)])]
    _, ledger = publish(text, ledger)
    entry = ledger.resolve(Locator.parse("1.s2"))
    assert entry is not None
    assert (str(entry.locator), entry.zh) == ("2.s2", reworded[0])


def test_any_number_of_sentences_may_be_put_in_after_one():
    _, ledger = publish([("1", pairs(0, 1))])
    new = [(f"新句{n}号" + LETTERS[n % 20 :], f"line {n}") for n in range(200)]
    shown, ledger = publish([("1", [*pairs(0), *new, *pairs(1)])], ledger)
    assert len(set(shown[0])) == 202
    assert parse_ledger(format_ledger(ledger)) == ledger


def test_a_sentence_that_turns_into_its_opposite_in_place_is_another():
    old = (
        "探索建立知识产权金融生态示范区。",
        "Explore setting up a zone for IP finance.",
    )
    new = ("禁止知识产权金融质押融资活动。", "Prohibit pledge financing of IP.")
    _, ledger = publish([("1", [*pairs(0), old, *pairs(1)])])
    _, after = publish([("1", [*pairs(0), new, *pairs(1)])], ledger)
    entry = after.resolve(Locator.parse("1.s2"))
    assert entry is not None
    assert (entry.state, entry.zh) == ("gone", old[0])
