"""Which terms a pair has on both sides, and which of several is meant."""

from __future__ import annotations

from dataclasses import replace

from app.model.document import Document
from app.model.document import Segment
from app.model.document import Text
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.place import Place
from app.model.usage import Usages
from app.terms.occurrences import TermFinder
from app.terms.usage import uses_of
from tests.relations.helpers import document
from tests.relations.helpers import unit

BOND = Term("bond", "绿色债券", "green bond", "instrument")
CENTER = Term("center", "西部金融中心", "western financial center", "strategy")
CITY = Term("city", "重庆市", "Chongqing", "place", ("本市",), ("the city",))
TOWN = Term("town", "成都市", "Chengdu", "place", ("该市",), ("the city",))


def used(text: Document, *terms: Term) -> list[str]:
    """Print the uses of terms: where, which, and the words of both sides."""
    lines = []
    for use in uses_of(text, TermFinder(terms)):
        if use.place.segment:
            segment = text.by_segment[use.place]
            zh, en = segment.plain("zh"), segment.plain("en")
        else:
            heading = text.by_locator[use.place]
            zh, en = heading.zh.title, heading.en.title
        words = [[plain[slice(*at)] for at in side]
                 for plain, side in ((zh, use.zh), (en, use.en))]  # fmt: skip
        lines.append(f"{use.place} {use.term} {words[0]} {words[1]}")
    return lines


def test_terms_of_headings_and_sentences_with_their_words() -> None:
    text = document(
        unit(
            "1.1",
            ("绿色债券", "Green bonds"),
            ("发行绿色债券，绿色债券。", "Issue green bonds."),
        )
    )
    assert used(text, BOND, CENTER) == [
        "1.1 bond ['绿色债券'] ['Green bonds']",
        "1.1.s1 bond ['绿色债券', '绿色债券'] ['green bonds']",
    ]


def test_a_side_that_has_no_known_form_is_empty() -> None:
    text = document(unit("1.1", ("甲", "A"), ("发行绿色债券。", "Issue them.")))
    assert used(text, BOND) == ["1.1.s1 bond ['绿色债券'] []"]


def test_of_terms_that_share_a_form_the_other_side_tells_which_is_meant() -> None:
    text = document(
        unit("1.1", ("甲", "A"), ("成都市负责。", "The city is in charge."))
    )
    assert used(text, CITY, TOWN) == ["1.1.s1 town ['成都市'] ['The city']"]


def test_words_that_may_mean_something_else_need_the_term_on_the_other_side() -> None:
    firm = Term("firm", "证券公司", "securities company", "x", (), ("brokerage",))
    text = document(
        unit(
            "1.1",
            ("甲", "A"),
            ("开展票据经纪。", "Offer bill brokerage."),
            ("设立证券公司。", "Set up a brokerage."),
        )
    )
    assert used(text, firm) == ["1.1.s2 firm ['证券公司'] ['brokerage']"]


def test_a_term_inside_a_longer_one_tells_what_is_meant_beside() -> None:
    market = Term("market", "新三板", "New Third Board", "market")
    system = Term(
        "a-system", "股转系统", "NEEQ", "x", ("新三板",), ("New Third Board",)
    )
    listing = Term("listing", "挂牌", "quotation", "x", ("新三板挂牌",))
    text = document(
        unit(
            "1.1",
            ("甲", "A"),
            (
                "股转系统推动新三板挂牌。",
                "NEEQ promotes quotation on the New Third Board.",
            ),
        )
    )
    assert "1.1.s1 market [] ['New Third Board']" in used(text, market, system, listing)


def test_an_untranslated_side_is_no_fault() -> None:
    segment = Segment(Locator.parse("1.1.s1"), Text("发行绿色债券。"), None)
    text = document(replace(unit("1.1", ("甲", "A")), paragraphs=((segment,),)))
    assert used(text, BOND) == ["1.1.s1 bond ['绿色债券'] []"]


def test_uses_are_found_by_term_and_by_place() -> None:
    text = document(unit("1.1", ("甲", "A"), ("发行绿色债券。", "Issue green bonds.")))
    uses = uses_of(text, TermFinder([BOND]))
    usages = Usages({"plan": uses})
    assert usages.of("bond") == (("plan", uses[0]),)
    assert usages.at(Place("plan", Locator.parse("1.1.s1"))) == uses
    assert usages.of("no-term") == usages.at(Place("plan", Locator.parse("1.2"))) == ()
