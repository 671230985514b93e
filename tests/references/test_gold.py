"""The builder finds what people find: references and works, against hand-made lists."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.builder.pipeline import check
from app.builder.pipeline import Checked
from app.model.document import Document
from app.model.document import LANGS
from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import CrossReference
from tests.references.gold_lists import BETWEEN_STRETCHES
from tests.references.gold_lists import found_in
from tests.references.gold_lists import GOLD
from tests.references.gold_lists import lay_out
from tests.references.gold_lists import Mention
from tests.references.gold_lists import read_list
from tests.references.gold_lists import score
from tests.references.gold_lists import text_of

SLUGS = sorted(path.parent.name for path in GOLD.glob("*/references.txt"))

ENOUGH = 0.98


@cache
def _checked(slug: str) -> Checked:
    with TemporaryDirectory() as folder:
        return check(lay_out(slug, Path(folder) / "content"))


def _document(slug: str) -> Document:
    return next(one for one in _checked(slug).corpus.documents if one.slug == slug)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("kind", ["places", "works"])
def test_what_is_named_is_found_and_nothing_else(slug: str, kind: str) -> None:
    wanted = read_list(GOLD / slug / "references.txt")
    found = found_in(_document(slug), _checked(slug).corpus.threads)
    result = score(getattr(wanted, kind), getattr(found, kind))
    assert min(result.precision, result.recall) >= ENOUGH, f"{slug} {kind}: {result}"


@pytest.mark.parametrize("slug", SLUGS)
def test_stretches_stand_on_the_words_of_the_list(slug: str) -> None:
    wanted = read_list(GOLD / slug / "references.txt")
    listed = {mention: mention.words for mention in wanted.places | wanted.works}
    found = found_in(_document(slug), _checked(slug).corpus.threads)
    for mention in found.places | found.works:
        words = listed.get(mention)
        parts = mention.words.split(BETWEEN_STRETCHES)
        on_them = words is None or any(p in words or words in p for p in parts)
        assert on_them, f"{mention}, but the list has {words}"


@pytest.mark.parametrize("slug", SLUGS)
def test_text_of_a_list_has_no_errors(slug: str) -> None:
    assert not _checked(slug).errors


@pytest.mark.parametrize("slug", SLUGS)
def test_row_of_a_list_has_words_of_the_text_and_places_of_the_document(
    slug: str,
) -> None:
    document = _document(slug)
    listed = read_list(GOLD / slug / "references.txt")
    for mention in listed.places | listed.works:
        source = Place(slug, Locator.parse(mention.source))
        lang = next(one for one in LANGS if one == mention.lang)
        assert mention.words in text_of(document, source, mention.note, lang), mention
    for mention in listed.places:
        assert _exists(document, mention), mention


@pytest.mark.parametrize("slug", SLUGS)
def test_two_sides_of_a_list_name_the_same_places(slug: str) -> None:
    places = read_list(GOLD / slug / "references.txt").places
    for_zh, for_en = (
        {(one.source, one.note, one.meaning) for one in places if one.lang == lang}
        for lang in LANGS
    )
    assert for_zh == for_en


@pytest.mark.parametrize("slug", SLUGS)
def test_backward_links_are_the_forward_links_turned_round(slug: str) -> None:
    threads = _checked(slug).corpus.threads
    forward = Counter(
        (reference, place)
        for reference in threads.references
        for place in _reached(reference)
    )
    backward = Counter(
        (reference, place)
        for place in _places(_document(slug))
        for reference in threads.into(place)
    )
    assert threads.references
    assert backward == forward


@pytest.mark.parametrize("slug", SLUGS)
def test_forward_links_stand_at_their_sentence_and_its_unit(slug: str) -> None:
    threads = _checked(slug).corpus.threads
    stated = {
        (reference, place)
        for reference in threads.references
        for place in (reference.source, _unit(reference.source))
    }
    asked = {
        (reference, place)
        for place in _places(_document(slug))
        for reference in threads.out_of(place)
    }
    assert asked == stated


def test_row_that_cannot_be_read_is_shown(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# a list\n1.3.s2 zh 第七条\n", "utf-8")
    with pytest.raises(ValueError, match=re.escape("list.txt:2: ")):
        read_list(tmp_path / "list.txt")


def test_score_counts_each_side_and_each_place() -> None:
    right, wrong, lost = (
        Mention("1.3.s2", "", "zh", meaning, "第七条") for meaning in ("1.7", "7", "8")
    )
    result = score(frozenset({right, lost}), frozenset({right, wrong}))
    assert (result.precision, result.recall) == (0.5, 0.5)
    assert (result.missing, result.extra) == ((lost,), (wrong,))


def _exists(document: Document, mention: Mention) -> bool:
    locator = Locator.parse(mention.meaning)
    if not locator.segment:
        return locator in document.by_locator
    ends = (locator.start, locator.unit.at(locator.last or locator.segment))
    return all(end in document.by_segment for end in ends)


def _places(document: Document) -> list[Place]:
    locators = [*document.by_locator, *document.by_segment]
    return [Place(document.slug, locator) for locator in locators]


def _unit(place: Place) -> Place:
    return Place(place.slug, place.locator.unit)


def _reached(reference: CrossReference) -> set[Place]:
    """Give the units a reference reaches, and each sentence it names."""
    reached: set[Place] = set()
    for target in reference.targets:
        reached.add(_unit(target.place))
        if target.place.locator.segment and not target.place.locator.last:
            reached.add(target.place)
        reached.update(Place(target.place.slug, one) for one in target.covered)
    return reached
