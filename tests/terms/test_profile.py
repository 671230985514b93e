"""How a term is rendered: every occurrence is counted once, under the form it reads."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Document
from app.model.document import FrontMatter
from app.model.document import Heading
from app.model.document import Lang
from app.model.document import LANGS
from app.model.document import Segment
from app.model.document import Text
from app.model.document import Unit
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.model.locator import Locator
from app.model.place import Place
from app.model.usage import TermUse
from app.model.usage import Usages
from app.terms.forms import form_of
from app.terms.forms import key_of
from app.terms.occurrences import TermFinder
from app.terms.profile import Profile
from app.terms.profile import profile_of
from app.terms.profile import times
from app.terms.usage import uses_of

BANK = Term(
    "bank", "银行", "bank", "institution", ("商业银行",), ("lender", "commercial bank")
)
HERE = Locator.parse("1.s1")


def profiled(zh: str, en: str, *stretches: tuple[str, str, int]) -> Profile:
    """Profile the term in one pair; a stretch is (side, words, which of them)."""
    sides: dict[Lang, str] = {"zh": zh, "en": en}
    found: dict[str, list[tuple[int, int]]] = {"zh": [], "en": []}
    for side, words, number in stretches:
        start = -1
        for _ in range(number):
            start = sides[side].index(words, start + 1)  # type: ignore[index]
        found[side].append((start, start + len(words)))
    use = TermUse("bank", HERE, tuple(found["zh"]), tuple(found["en"]))
    return profile_of(BANK, [("plan", use)], lambda _, lang: sides[lang])


def ways(profile: Profile) -> list[tuple[str, str, int]]:
    return [(one.zh, one.en, one.count) for one in profile.renderings]


def test_inflected_and_respelt_forms_are_one_form():
    assert form_of(BANK, "Commercial Banks", "en") == "commercial bank"
    assert form_of(BANK, "銀行", "zh") == "银行"
    assert form_of(BANK, "credit union", "en") == "credit union"


def test_each_stretch_goes_with_one_of_the_other_side():
    profile = profiled(
        "银行和商业银行", "banks and lenders",
        ("zh", "银行", 1), ("zh", "商业银行", 1), ("en", "banks", 1),
        ("en", "lenders", 1),
    )  # fmt: skip
    assert ways(profile) == [("银行", "bank", 1), ("商业银行", "lender", 1)]


def test_the_main_forms_go_together_wherever_they_stand():
    profile = profiled(
        "商业银行和银行", "banks and lenders",
        ("zh", "商业银行", 1), ("zh", "银行", 2), ("en", "banks", 1),
        ("en", "lenders", 1),
    )  # fmt: skip
    assert ways(profile) == [("商业银行", "lender", 1), ("银行", "bank", 1)]


def test_what_is_left_over_stands_alone_and_is_counted():
    profile = profiled(
        "银行、银行", "a bank",
        ("zh", "银行", 1), ("zh", "银行", 2), ("en", "bank", 1),
    )  # fmt: skip
    assert ways(profile) == [("银行", "bank", 1), ("银行", "", 1)]
    assert profile.count == 2
    english = profiled("", "lenders", ("en", "lenders", 1))
    assert ways(english) == [("", "lender", 1)]


def test_the_most_usual_way_comes_first_and_what_stands_alone_last():
    uses = [
        TermUse("bank", Locator.parse("1.s1"), ((0, 2),)),
        TermUse("bank", Locator.parse("1.s2"), ((0, 2),)),
        TermUse("bank", Locator.parse("1.s3"), ((0, 2),), ((0, 6),)),
    ]
    texts: dict[Lang, str] = {"zh": "银行", "en": "lender"}
    profile = profile_of(
        BANK, [("plan", use) for use in uses], lambda _, lang: texts[lang]
    )
    assert ways(profile) == [("银行", "lender", 1), ("银行", "", 2)]
    assert [str(one) for one in profile.renderings[1].places] == [
        "plan:1.s1", "plan:1.s2",
    ]  # fmt: skip


ZH = ("金融", "绿色金融", "绿色", "银行", "绿色银行")
EN = ("finance", "green finance", "green", "bank", "green bank")


@st.composite
def glossaries(draw: st.DrawFn) -> Glossary:
    """A few terms, some of which share a form or lie in each other."""
    size = draw(st.integers(1, 4))
    return Glossary(
        tuple(
            Term(
                f"t{number}",
                draw(st.sampled_from(ZH)),
                draw(st.sampled_from(EN)),
                "concept",
                tuple(draw(st.lists(st.sampled_from(ZH), max_size=2, unique=True))),
                tuple(draw(st.lists(st.sampled_from(EN), max_size=2, unique=True))),
            )
            for number in range(size)
        )
    )


zh_texts = st.lists(st.sampled_from((*ZH, "和", "，")), max_size=6).map("".join)
en_texts = st.lists(
    st.sampled_from((*EN, "banks", "Green Finance", "of", "and,")), max_size=6
).map(" ".join)
pairs = st.lists(st.tuples(zh_texts, en_texts), min_size=1, max_size=4)


def document_of(sides: list[tuple[str, str]]) -> Document:
    """Make a document of one unit; the first pair is its heading."""
    unit, (heading, *rest) = Locator(("1",)), sides
    segments = tuple(
        Segment(unit.at(str(number)), Text(zh), Text(en))
        for number, (zh, en) in enumerate(rest, 1)
    )
    front = FrontMatter("t", "t", "zh-Hans", "2020-01-01", (), "", "")
    body = Unit(
        unit, "part", 2, "1", Heading("", heading[0]), Heading("", heading[1]),
        (segments,),
    )  # fmt: skip
    return Document("plan", front, front, (body,), ())


def read_from(document: Document):
    def read(place: Place, lang: Lang) -> str:
        if place.locator.segment:
            return document.by_segment[place.locator].plain(lang)
        return document.by_locator[place.locator].heading(lang).title

    return read


@given(glossaries(), pairs)
def test_the_counts_of_all_ways_come_to_all_occurrences(glossary, sides):
    document = document_of(sides)
    usages = Usages({"plan": uses_of(document, TermFinder(glossary.terms))})
    for term in glossary.terms:
        uses = usages.of(term.id)
        profile = profile_of(term, uses, read_from(document))
        assert sum(one.count for one in profile.renderings) == profile.count
        assert profile.count == sum(times(use) for _, use in uses)
        for pair, (_, use) in zip(profile.pairs, uses, strict=True):
            for lang in LANGS:
                found = [getattr(one, lang) for one in pair.occurrences]
                stretches = Counter(at for at in found if at)
                assert stretches == Counter(use.side(lang))


@given(glossaries(), pairs)
def test_every_stretch_reads_a_form_of_its_term(glossary, sides):
    document = document_of(sides)
    usages = Usages({"plan": uses_of(document, TermFinder(glossary.terms))})
    read = read_from(document)
    for term in glossary.terms:
        for pair in profile_of(term, usages.of(term.id), read).pairs:
            for one in pair.occurrences:
                for lang in LANGS:
                    at, form = getattr(one, lang), getattr(one, f"{lang}_form")
                    assert bool(at) == bool(form)
                    if at:
                        assert form in term.forms(lang)
                        stretch = read(pair.place, lang)[slice(*at)]
                        assert key_of(stretch, lang) == key_of(form, lang)


def test_all_profiles_of_the_shipped_texts_add_up(snapshot):
    total = 0
    for term in snapshot.glossary.terms:
        profile = snapshot.terms.profile(term)
        assert sum(one.count for one in profile.renderings) == profile.count
        for one in profile.renderings:
            assert not one.zh or one.zh in term.forms("zh")
            assert not one.en or one.en in term.forms("en")
        total += profile.count
    uses = [use for all_ in snapshot.usages.by_document.values() for use in all_]
    assert total == sum(map(times, uses)) > 300
