"""A quotation leads to its sentence, whatever became of it; other sentences do not."""

from __future__ import annotations

import string
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein
from whoosh.index import open_dir

from app.model.document import LANGS
from app.search.analyzer import ChineseWords
from app.search.likeness import closest_ends
from app.search.likeness import closest_start
from app.search.lookup import Lookup
from app.search.quotation import candidates
from app.search.quotation.difference import difference
from app.search.quotation.difference import loose
from app.search.quotation.finder import Quotations
from app.search.quotation.readings import readings
from app.search.results import SearchRequest
from app.search.schema import make_schema
from app.search.texts import UnitTexts
from app.snapshot.store import Store
from app.snapshot.writer import WHOOSH
from app.text.letters import letters
from tests.helpers import read_cases

SLUG = "western-financial-center"
LONG_ENOUGH = {"zh": 18, "en": 60}
TOO_LONG = 800
PUT_IN = {
    "zh": "的一是在不了有和人这中大为上个国我以要他时来",
    "en": string.ascii_lowercase,
}
WRITTEN = {"same": "{}", "added": "[-{}-]", "missing": "{{+{}+}}"}


@pytest.fixture(scope="module")
def find(snapshot, snapshot_dir: Path):
    """Look for a quotation in all units, without the search that goes with it."""
    with finding(snapshot, snapshot_dir) as found:
        yield found


@contextmanager
def finding(snapshot, snapshot_dir: Path):
    """Open the index for quotations, with nothing prepared yet."""
    folder = Store(snapshot_dir).folder(snapshot.digest) / WHOOSH
    schema = make_schema(ChineseWords(snapshot.glossary))
    with open_dir(str(folder), schema=schema, readonly=True).searcher() as searcher:
        lookup = Lookup(searcher, UnitTexts(snapshot.documents))
        quotations = Quotations(lookup, searcher)
        everything = frozenset(range(len(lookup.units)))
        yield lambda text, inside=everything: quotations.find(text, inside, None)


def sentences(snapshot, lang):
    """List the sentences of the plan that are long enough to be mangled."""
    document = snapshot.documents[SLUG]
    plain = [segment.plain(lang) for segment in document.by_segment.values()]
    return [text for text in plain if LONG_ENOUGH[lang] <= len(text) <= TOO_LONG]


@st.composite
def mangled(draw, texts, lang):
    """Take a sentence and change a fifth of its characters."""
    text = draw(st.sampled_from(texts))
    fifth = len(text) // 5
    places = draw(
        st.sets(st.integers(0, len(text) - 1), min_size=fifth, max_size=fifth)
    )
    chars = list(text)
    for place in sorted(places, reverse=True):
        put_in = draw(st.sampled_from(["", *PUT_IN[lang]]))
        keep = draw(st.booleans())
        chars[place : place + 1] = [put_in, chars[place]] if keep else [put_in]
    return text, "".join(chars)


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_is_found_with_a_fifth_of_it_changed(snapshot, find, lang):
    document = snapshot.documents[SLUG]

    @given(mangled(sentences(snapshot, lang), lang))
    def check(case):
        text, pasted = case
        found = find(pasted)
        assert found is not None
        assert (found.lang, found.likeness >= 0.8) == (lang, True)
        places = {one.place.locator for one in found.places}
        assert text in {document.by_segment[place].plain(lang) for place in places}

    check()


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_is_found_with_every_fifth_character_changed(snapshot, find, lang):
    sign = {"zh": "某", "en": "q"}[lang]
    document = snapshot.documents[SLUG]
    for text in sentences(snapshot, lang):
        pasted = "".join(sign if at % 5 == 4 else char for at, char in enumerate(text))
        found = find(pasted)
        assert found is not None, pasted
        assert document.by_segment[found.places[0].place.locator].plain(lang) == text


@pytest.mark.parametrize("lang", LANGS)
def test_a_sentence_is_found_with_most_of_its_ends_left_out(snapshot, find, lang):
    document = snapshot.documents[SLUG]
    for text in sentences(snapshot, lang):
        count, left = len(text), len(text) // 5
        order = [1, 2, 4, 5, count - 2, count - 3, count - 5, count - 6]
        order += [at for at in range(9, count - 9, 3) if text[at].isalnum()]
        out = set(order[:left])
        pasted = "".join(char for at, char in enumerate(text) if at not in out)
        found = find(pasted)
        assert found is not None, pasted
        assert document.by_segment[found.places[0].place.locator].plain(lang) == text


@pytest.mark.parametrize("lang", LANGS)
def test_any_neighbouring_sentences_are_found_as_a_range(snapshot, find, lang):
    for unit in snapshot.documents[SLUG].walk():
        for count in (2, 3):
            segments = unit.segments[:count]
            text = {"zh": "", "en": " "}[lang].join(one.plain(lang) for one in segments)
            if len(segments) < count or len(text) > 1_000:
                continue
            found = find(text)
            assert found is not None
            (place,) = found.places
            first, last = segments[0].locator, segments[-1].locator
            assert str(place.place.locator) == f"{first}-s{last.segment}"
            assert [part.locator for part in place.parts] == [
                one.locator for one in segments
            ]
            assert (found.likeness, found.difference) == (1, ())


@pytest.mark.parametrize("case", read_cases("quotations"), ids=str)
def test_cases(find, case):
    found = find(case.given)
    said = "nothing"
    if found:
        said = " ".join(str(one.place.locator) for one in found.places)
        changes = (WRITTEN[one.kind].format(one.text) for one in found.difference)
        said = f"{said}\n{''.join(changes)}".rstrip("\n")
    assert said == case.expected


@pytest.mark.parametrize(
    "text", ["", "金融", "measure 11", "“”", "的" * 999, "—a" * 499]
)
def test_what_is_no_sentence_is_no_quotation(find, text):
    assert find(text) is None


def test_the_quoted_unit_is_the_first_hit_and_shows_the_sentence_first(snapshot):
    run_together = "Encouragegreenenterprisestoraisefundsthroughbondissuanceandlisting"
    document = snapshot.documents[SLUG]
    for text in ("鼓励绿色企业通过发行债卷和上市募集资金", run_together):
        results = snapshot.search(SearchRequest(text))
        assert results.reason is None
        hit = results.hits[0]
        assert str(hit.locator) == "2.3.11"
        assert str(hit.segments[0].locator) == "2.3.11.s12"
        marks = hit.segments[0].marks.side(results.quotation.lang)
        plain = document.by_segment[hit.segments[0].locator]
        assert marks[-1].end <= len(plain.plain(results.quotation.lang))


def test_a_quotation_is_looked_for_where_and_in_the_language_that_is_asked(snapshot):
    def quoted(**options):
        text = "鼓励绿色企业通过发行债券和上市募集资金"
        return snapshot.search(SearchRequest(text, **options)).quotation is not None

    assert quoted(within=f"{SLUG}:2.3", lang="zh")
    assert not quoted(within=f"{SLUG}:1")
    assert not quoted(lang="en")


def test_what_is_marked_is_what_is_quoted(snapshot, find):
    (place,) = find("零碳技术孵化和应用方面的合作").places
    (part,) = place.parts
    text = snapshot.documents[SLUG].by_segment[part.locator].plain("zh")
    assert text[part.mark.start : part.mark.end] == "零碳技术孵化和应用方面的合作"


@st.composite
def two_wordings(draw):
    """Draw two texts that share some of their words."""
    pieces = st.lists(
        st.sampled_from(
            ["金融", "金融機構", "，", ",", " ", "\n", "-", "co-operation", "2025年",
             "cooperation", "Support", "support", "“", "'", "ﬁnance", "e\u0301", "<b>"]
        ),
        max_size=12,
    )  # fmt: skip
    return "".join(draw(pieces)), "".join(draw(pieces))


@given(two_wordings(), st.sampled_from(LANGS))
def test_the_difference_read_back_gives_the_quotation_and_the_text(wordings, lang):
    quoted, text = wordings
    changes = difference(quoted, text, lang)
    if not changes:
        assert loose(quoted) == loose(text)
        return
    assert any(one.kind != "same" for one in changes)
    assert all(one.text for one in changes)
    theirs = "".join(one.text for one in changes if one.kind != "added")
    ours = "".join(one.text for one in changes if one.kind != "missing")
    assert theirs == text
    assert loose(ours) == loose(quoted)


@given(st.text("abc", min_size=1, max_size=9), st.text("abc", max_size=14))
def test_the_nearest_stretch_is_found_exactly(pattern, text):
    least, ends = closest_ends(pattern, text)
    every = {
        (start, end): Levenshtein.distance(pattern, text[start:end])
        for start in range(len(text) + 1)
        for end in range(max(start, 1), len(text) + 1)
    }
    assert least == min(every.values(), default=len(pattern))
    for end in ends:
        start = closest_start(pattern, text[:end])
        if start < end:
            alike = [at for at in range(end + 1) if every[at, end] == every[start, end]]
            assert every[start, end] == least
            assert start == min(alike)


def test_what_is_round_a_quotation_is_taken_off():
    text = "鼓励相关企业投保环境污染责任保险"
    for pasted in (
        f"13. {text}。",
        f"（三）{text}",
        f"第十一条　{text}",
        f"“{text}。”（《规划》第二部分）",
        f"{text}——《规划》",
        f"规划提出：“{text}”，各方反响热烈。",
    ):
        assert text in {one.text for one in readings(pasted)}, pasted


def test_letters_lead_back_to_the_original():
    text = "“ﬁnance”：２０２５年，café-bar"
    found = letters(text)
    assert found.text == "finance2025年cafebar"
    start = found.text.index("2025")
    assert text[slice(*found.original(start, start + 5))] == "２０２５年"


def test_few_units_are_looked_at_however_many_there_are(
    snapshot, snapshot_dir, monkeypatch
):
    looked_at = []
    text = Lookup.text
    monkeypatch.setattr(candidates, "UNITS", 3)
    monkeypatch.setattr(
        Lookup, "text", lambda self, doc: looked_at.append(doc) or text(self, doc)
    )
    pasted = "".join(sentences(snapshot, "zh"))[:1_000]
    with finding(snapshot, snapshot_dir) as find:
        find(pasted)
    assert 0 < len(set(looked_at)) <= 3 * len(readings(pasted))
