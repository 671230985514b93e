"""Which threads a map has and draws, from threads as a snapshot has them."""

from __future__ import annotations

from app.model.locator import Locator
from app.model.place import Place
from app.model.thread import CrossReference
from app.model.thread import Relation
from app.model.thread import SharedTerm
from app.model.thread import Target
from app.model.thread import Threads
from app.web.map.threads import drawn
from app.web.map.threads import Thread
from app.web.map.threads import threads_within
from app.web.map.words import binding_terms

PLAN = "western-financial-center"


def at(address: str) -> Locator:
    return Locator.parse(address)


def related(unit: str, other: str, *ids: str) -> Relation:
    terms = tuple(SharedTerm("词", "word", 2, 1, id) for id in ids)
    return Relation(at(unit), at(other), "shared", terms, 1.0)


def names(source: str, *targets: str, slug: str = PLAN) -> CrossReference:
    ends = tuple(Target(Place(slug, at(target))) for target in targets)
    return CrossReference(Place(PLAN, at(source)), ends, zh=((0, 1),))


def ends_of(threads: tuple[Thread, ...]) -> list[tuple[str, str]]:
    return [(str(one.start), str(one.end)) for one in threads]


def test_both_directions_of_a_relation_are_one_thread_told_by_the_nearer(snapshot):
    relations = (
        related("2.3.11", "2.2.5"),
        related("2.3.11", "1.3"),
        related("1.3", "2.3.11"),
        related("2.2.5", "1.1"),
        related("2.2.5", "2.3.11"),
    )
    found = threads_within(
        snapshot.documents[PLAN], Threads(relations={PLAN: relations})
    )
    assert ends_of(found) == [("1.3", "2.3.11"), ("2.3.11", "2.2.5"), ("2.2.5", "1.1")]
    assert [one.mutual for one in found] == [True, True, False]
    assert [one.rank for one in found] == [1, 1, 1]


def test_a_thread_is_heavy_if_each_is_the_nearest_that_the_other_has(snapshot):
    relations = (
        related("1.1", "1.3"),
        related("1.1", "2.2.5"),
        related("1.3", "1.1"),
        related("2.2.5", "2.3.11"),
        related("2.2.5", "1.1"),
        related("2.3.11", "1.3"),
    )
    found = threads_within(
        snapshot.documents[PLAN], Threads(relations={PLAN: relations})
    )
    heavy = {(str(one.start), str(one.end)): one.heavy for one in found}
    assert heavy == {
        ("1.1", "1.3"): True,
        ("1.1", "2.2.5"): False,
        ("2.2.5", "2.3.11"): False,
        ("2.3.11", "1.3"): False,
    }


def test_references_come_first_and_each_pair_and_direction_once(snapshot):
    threads = Threads(
        references=(
            names("2.3.11.s1", "2.2.8"),
            names("2.3.11.s2", "2.2.8.s1", "2.4.16"),
            names("2.2.8.s1", "2.3.11"),
        ),
        relations={PLAN: (related("1.1", "1.3"),)},
    )
    found = threads_within(snapshot.documents[PLAN], threads)
    assert ends_of(found) == [
        ("2.2.8", "2.3.11"),
        ("2.3.11", "2.2.8"),
        ("2.3.11", "2.4.16"),
        ("1.1", "1.3"),
    ]
    assert [len(one.references) for one in found] == [1, 2, 1, 0]


def test_what_a_unit_says_of_itself_or_of_another_text_is_no_thread(snapshot):
    threads = Threads(
        references=(
            names("2.3.11.s1", "2.3.11.s2"),
            names("2.3.11.s1", "2.2.8", slug="other"),
        )
    )
    assert threads_within(snapshot.documents[PLAN], threads) == ()


def test_of_many_threads_the_strongest_are_drawn():
    threads = [Thread(at("1"), at(f"2.{n}"), "shared", rank=n) for n in range(1, 999)]
    few, many = drawn(threads, 33), drawn(threads, 300)
    assert list(few) == threads[: len(few)]
    assert 33 < len(few) < len(many) < 150


def test_terms_are_offered_by_how_many_threads_they_bind(snapshot):
    relations = (
        related("1.1", "1.3", "green-finance", "fintech"),
        related("1.1", "2.3.11", "green-finance", ""),
        related("1.1", "2.2.5", "not-in-the-glossary"),
    )
    found = threads_within(
        snapshot.documents[PLAN], Threads(relations={PLAN: relations})
    )
    terms = binding_terms(found, snapshot.glossary)
    assert [term.id for term in terms] == ["green-finance", "fintech"]
