from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app.model.document import Document
from app.model.document import Unit
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.place import Place
from app.relations.relate import MOST_RELATIONS
from app.relations.relate import relate
from app.snapshot.reader import Snapshot
from tests.relations.helpers import document
from tests.relations.helpers import lexicon
from tests.relations.helpers import told
from tests.relations.helpers import unit

SLUG = "western-financial-center"

GLOSSARY = Glossary(
    (
        Term("bond", "绿色债券", "green bond", "instrument"),
        Term("market", "绿色债券市场", "green bond market", "market"),
        Term("fund", "创业投资基金", "venture capital fund", "instrument"),
        Term("bank", "地方商业银行", "local commercial bank", "institution"),
        Term("chongqing", "重庆", "Chongqing", "place"),
        Term("region", "成渝地区", "Chengdu-Chongqing region", "place"),
    )
)

#: What most units say, so that it binds none of them.
COMMON = (
    "支持成渝地区发展。",
    "Support the Chengdu-Chongqing region in its development.",
)
BOND = ("扩大绿色债券发行。", "Expand the issuance of green bonds.")
FUND = ("引导创业投资基金。", "Guide venture capital funds.")
CHONGQING = ("在重庆先行先试。", "Carry out early trials in Chongqing.")


OTHERS = (
    ("水电", "water"), ("渔业", "fish"), ("医疗", "health"), ("教育", "school"),
    ("旅游", "travel"), ("道路", "road"), ("桥梁", "bridges"), ("养老", "care"),
    ("体育", "sport"), ("博物馆", "museums"),
)  # fmt: skip


def plan(*special: Unit) -> Document:
    """Make a plan of the units given and of ten that have nothing to say."""
    others = (
        unit(f"9.{at}", (zh, en), (f"{zh}的事。", f"Of {en}."), COMMON)
        for at, (zh, en) in enumerate(OTHERS, 1)
    )
    return document(*special, *others)


def relations(text: Document, glossary: Glossary = GLOSSARY) -> list[str]:
    return told(relate(text, glossary, lexicon()))


def test_units_that_share_a_rare_term_are_related_from_both_ends():
    text = plan(
        unit("1.1", ("甲", "First"), BOND, BOND, COMMON),
        unit("1.2", ("乙", "Second"), BOND, COMMON),
    )
    assert relations(text) == [
        "1.1 > 1.2 shared: 绿色债券 green bond 2:1",
        "1.2 > 1.1 shared: 绿色债券 green bond 1:2",
    ]


@pytest.mark.parametrize("line", [COMMON, CHONGQING], ids=["common", "place"])
def test_what_everybody_says_and_the_place_of_the_plan_bind_nothing(line):
    text = plan(
        unit("1.1", ("重庆的事", "Matters of Chongqing"), line, line),
        unit("1.2", ("重庆的另一件事", "Other matters of Chongqing"), line, line),
    )
    assert relations(text) == []


def test_another_place_binds_units_of_which_one_speaks_of_it_more_than_once():
    line = ("与新加坡合作。", "Cooperate with Singapore.")
    other = ("到新加坡去。", "Go to Singapore.")
    once = plan(unit("1.1", ("甲", "A"), line), unit("1.2", ("乙", "B"), other))
    assert relations(once) == []
    more = plan(unit("1.1", ("甲", "A"), line, other), unit("1.2", ("乙", "B"), other))
    assert relations(more)[0] == "1.1 > 1.2 shared: 新加坡 Singapore 2:1"


def test_a_goal_that_names_what_a_unit_speaks_of_again_and_again_is_carried_out():
    text = plan(
        unit("1.1", ("战略目标", "Goals"), BOND, kind="section"),
        unit("1.2", ("乙", "B"), BOND, BOND, BOND),
    )
    assert relations(text)[0] == "1.1 > 1.2 goal: 绿色债券 green bond 1:3"


def test_a_kind_of_institution_alone_is_no_reason():
    line = ("由地方商业银行办理。", "Local commercial banks handle it.")
    text = plan(unit("1.1", ("甲", "A"), line), unit("1.2", ("乙", "B"), line))
    assert relations(text) == []


def test_what_is_inside_a_longer_shared_term_does_not_count_again():
    line = ("建设绿色债券市场。", "Build a green bond market.")
    text = plan(unit("1.1", ("甲", "A"), line), unit("1.2", ("乙", "B"), line))
    assert relations(text)[0] == "1.1 > 1.2 shared: 绿色债券市场 green bond market 1:1"


def test_a_term_inside_a_longer_one_still_binds_where_the_longer_is_not_shared():
    line = ("建设绿色债券市场。", "Build a green bond market.")
    text = plan(unit("1.1", ("甲", "A"), line), unit("1.2", ("乙", "B"), BOND, BOND))
    assert relations(text)[0] == "1.1 > 1.2 shared: 绿色债券 green bond 1:2"


def test_a_form_that_only_one_side_has_misleads_nobody():
    one_sided = ("扩大绿色债券发行。", "Expand their issuance.")
    text = plan(unit("1.1", ("甲", "A"), BOND), unit("1.2", ("乙", "B"), one_sided))
    assert relations(text) == []


def test_a_sentence_that_is_not_translated_is_read_on_its_only_side():
    text = plan(
        unit("1.1", ("甲", "A"), (BOND[0], "")), unit("1.2", ("乙", "B"), ("", BOND[1]))
    )
    assert relations(text)[0] == "1.1 > 1.2 shared: 绿色债券 green bond 1:1"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        (("总体目标", "Overall goals"), "goal"),
        (("基本原则", "Principles"), "principle"),
    ],
)
def test_what_carries_out_a_goal_or_a_principle(heading, kind):
    aim = unit("1.1", ("甲", "A"), FUND, kind="item")
    text = plan(
        unit("1", heading, children=(aim,), kind="section"),
        unit("2.1", ("发展创业投资基金", "Develop venture capital funds"), COMMON),
        unit("2.2", ("乙", "B"), BOND),
    )
    assert relations(text) == [
        f"1.1 > 2.1 {kind}: 创业投资基金 venture capital fund 1:1",
        f"2.1 > 1.1 {kind}: 创业投资基金 venture capital fund 1:1",
    ]


def test_a_heading_of_goals_and_principles_leaves_open_which_a_unit_is():
    heading = ("目标和原则", "Goals and principles")
    text = plan(
        unit("1", heading, FUND, kind="section"),
        unit("2.1", ("发展创业投资基金", "Develop venture capital funds"), COMMON),
    )
    assert [line.split()[3] for line in relations(text)] == ["shared:", "shared:"]


def test_a_unit_and_its_parent_are_not_related():
    child = unit("1.1", ("甲", "A"), BOND)
    text = plan(unit("1", ("乙", "B"), BOND, children=(child,), kind="section"))
    assert relations(text) == []


def test_without_a_glossary_specific_words_bind_with_their_rendering():
    line = ("推广区块链存证。", "Promote blockchain evidence.")
    text = plan(
        unit("1.1", ("区块链", "Blockchain"), line, COMMON),
        unit("1.2", ("乙", "B"), ("研究区块链。", "Study the blockchain."), COMMON),
    )
    assert relations(text, Glossary())[0] == "1.1 > 1.2 shared: 区块链 blockchain 2:1"


def test_words_without_a_sure_rendering_are_no_reason():
    text = plan(
        unit("1.1", ("区块链", "Ledgers"), ("推广区块链存证。", "Promote evidence.")),
        unit("1.2", ("乙", "B"), ("研究区块链。", "Study distributed databases.")),
    )
    assert relations(text, Glossary()) == []


LINES = st.sampled_from(
    [COMMON, BOND, FUND, CHONGQING, ("别的事。", "Another matter.")]
)
BODIES = st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=2, max_size=7)


@settings(max_examples=40)
@given(BODIES, st.randoms(use_true_random=False))
def test_relations_are_the_same_in_any_order_of_the_glossary_and_few_and_mutual(
    bodies: list[list[tuple[str, str]]], order: random.Random
) -> None:
    text = plan(
        *(
            unit(f"1.{at}", ("事", "Matter"), *lines)
            for at, lines in enumerate(bodies, 1)
        )
    )
    found = relate(text, GLOSSARY, lexicon())
    terms = list(GLOSSARY.terms)
    order.shuffle(terms)
    assert found == relate(text, Glossary(tuple(terms)), lexicon())
    weights = {(one.unit, one.other): one.weight for one in found}
    for one in found:
        assert one.terms
        assert one.unit != one.other
        assert {"重庆", "成渝地区"}.isdisjoint(term.zh for term in one.terms)
        back = weights.get((one.other, one.unit))
        others = [other for other in found if other.unit == one.other]
        assert back == one.weight or len(others) == MOST_RELATIONS
    for place in text.by_locator:
        own = [one.weight for one in found if one.unit == place]
        assert len(own) <= MOST_RELATIONS
        assert own == sorted(own, reverse=True)


def test_the_relations_of_the_shipped_plan(
    snapshot: Snapshot, golden: Callable[[Path, str], None]
) -> None:
    """A list to be judged by a person, who opens both units."""
    text = snapshot.documents[SLUG]
    lines = []
    for place in text.by_locator:
        related = snapshot.threads.related_to(Place(SLUG, place))
        lines += [f"\n{place} {text.by_locator[place].zh.title}"] if related else []
        lines += [f"  {line.split(' > ')[1]}" for line in told(related)]
    golden(Path(__file__).parent / f"{SLUG}.txt", "\n".join(lines).lstrip() + "\n")


def test_nothing_common_binds_in_the_shipped_plan(snapshot: Snapshot) -> None:
    bound = {
        term.zh
        for one in snapshot.threads.relations[SLUG]
        for term in one.terms
    }  # fmt: skip
    assert bound.isdisjoint({"支持", "成渝地区", "重庆", "成都", "四川省", "西部地区"})
    assert not [zh for zh in bound if zh.startswith(("支持", "鼓励", "探索"))]


def test_every_reason_of_the_shipped_plan_is_true(snapshot: Snapshot) -> None:
    text = snapshot.documents[SLUG]
    for one in snapshot.threads.relations[SLUG]:
        for term in one.terms:
            for place, times in ((one.unit, term.here), (one.other, term.there)):
                assert times > 0
                assert count(text, place, term.id, term.zh, snapshot) >= times


def count(
    text: Document, place: Locator, term: str, zh: str, snapshot: Snapshot
) -> int:
    """Count all forms of a term in the Chinese text of a unit."""
    known = snapshot.glossary.by_id.get(term)
    forms = known.forms("zh") if known else (zh,)
    of = text.by_locator[place]
    plain = "\n".join([of.zh.title, *(one.plain("zh") for one in of.segments)])
    return sum(map(plain.count, forms))
