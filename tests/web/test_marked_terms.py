"""Terms in the text: where they are marked, where not, and how they are told."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Span
from app.model.document import Text
from app.search.results import Mark
from app.snapshot.reader import Snapshot
from app.web.laid_links import LaidLink
from app.web.laid_links import LaidTerm
from app.web.render import text_html
from app.web.urls import Target
from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def told(soup: Soup, path: str, selector: str) -> list[tuple[str, str, str]]:
    """List the words of terms, where they lead, and what is said of them."""
    return [
        (term.get_text(), str(term["href"]), str(term["aria-description"]))
        for term in soup(path).select(f"{selector} a.term")
    ]


def test_a_term_is_a_link_to_its_page_and_told_in_the_other_language(
    soup: Soup,
) -> None:
    assert told(soup, f"{PLAN}/2.3.11", "#s2 .zh") == [
        ("环境权益交易", "/terms/environmental-rights-trading",
         "Term: environmental rights trading")
    ]  # fmt: skip
    assert told(soup, f"{PLAN}/2.3.11?ui=zh", "#s2 .en") == [
        ("environmental rights trading", "/terms/environmental-rights-trading",
         "术语：环境权益交易")
    ]  # fmt: skip


def test_the_longest_term_is_marked_and_places_are_not(soup: Soup) -> None:
    words = [one[0] for one in told(soup, f"{PLAN}/2.3.11", "#s4 .en")]
    assert words == [
        "China-EU green finance standards", "European Union", "zero-carbon technology",
    ]  # fmt: skip


@pytest.mark.parametrize("path", [f"{PLAN}/", f"{PLAN}/2.3.12", f"{PLAN}/2.3"])
def test_only_sentences_have_marks(soup: Soup, path: str) -> None:
    page = soup(path)
    inside = page.select(".para > .row > :is(.zh, .en) a.term")
    assert len(page.select("a.term")) == len(inside)
    assert not page.select("a a, h1 a.term, h2 a.term, h3 a.term, .note a.term")


@pytest.mark.parametrize(
    "path",
    ["/search?q=绿色金融", "/concordance?q=绿色金融", f"{PLAN}/map", "/about", "/"],
)
def test_other_pages_have_none(soup: Soup, path: str) -> None:
    assert not soup(path).select("a.term")


def test_every_mark_is_where_the_term_was_found(soup: Soup, snapshot: Snapshot) -> None:
    (plan,) = snapshot.documents.values()
    page, terms = soup(f"{PLAN}/"), snapshot.glossary.by_id
    by_row = {
        (str(use.place), side)
        for use in snapshot.usages.by_document[plan.slug]
        if use.place.segment and terms[use.term].kind != "place"
        for side in ("zh", "en")
        if use.side(side)  # type: ignore[arg-type]
    }
    marked = {
        (str(row["id"]), side)
        for row in page.select(".para > .row[id]")
        for side in ("zh", "en")
        if row.select(f".{side} a.term")
    }
    assert marked == by_row


def test_a_search_marks_words_within_a_term(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.3.11?q=绿色金融")
    assert page.select_one("#s1 .zh a.term mark").get_text() == "绿色金融"
    assert page.select_one("#s1 .en a.term mark.echo").get_text() == "green finance"


def test_the_reader_turns_the_marks_off_and_on(client: FlaskClient) -> None:
    def page() -> BeautifulSoup:
        return BeautifulSoup(client.get(f"{PLAN}/2.3.11").text, "html.parser")

    first = page()
    assert first.select("a.term")
    assert first.select_one("#terms-on").has_attr("checked")
    kept = client.get(f"/display?terms=off&next={PLAN}/2.3.11")
    assert (kept.status_code, kept.headers["Location"]) == (303, f"{PLAN}/2.3.11")
    assert "HttpOnly" in kept.headers["Set-Cookie"]
    off = page()
    assert not off.select("a.term")
    assert off.select_one("#terms-off").has_attr("checked")
    sentence = "#s4 .en"
    assert off.select_one(sentence).get_text() == first.select_one(sentence).get_text()
    client.get("/display?terms=on")
    assert page().select("a.term")


@pytest.mark.parametrize("junk", ["", "OFF", "no", "<b>", "off; x=1"])
def test_anything_else_turns_nothing_off(client: FlaskClient, junk: str) -> None:
    response = client.get("/display", query_string={"terms": junk})
    assert "Set-Cookie" not in response.headers
    client.set_cookie("terms", junk)
    page = client.get(f"{PLAN}/2.3.11").text
    assert 'class="term"' in page


def test_a_kept_page_is_not_the_one_of_the_other_choice(client: FlaskClient) -> None:
    tags = []
    for choice in ("on", "off"):
        client.get(f"/display?terms={choice}")
        tags.append(client.get(f"{PLAN}/2.3.11").headers["ETag"])
    assert tags[0] != tags[1]
    asked = {"If-None-Match": tags[0]}
    assert client.get(f"{PLAN}/2.3.11", headers=asked).status_code == 200


@pytest.mark.parametrize(
    "over", [(0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (2, 5), (0, 6)]
)
def test_a_link_goes_before_a_term_and_a_term_with_a_link_in_it_is_none(
    over: tuple[int, int],
) -> None:
    text = Text("甲乙丙丁戊己", (Span(1, 3, "link", "x"),))
    laid = [LaidLink(4, 5, Target("/ref", previews=("/y",)))]
    terms = [
        LaidTerm(*over, Target("/terms/half")),
        LaidTerm(3, 4, Target("/terms/t")),
    ]
    html = text_html(
        text, "zh", lambda _: Target("/hand"), references=laid, terms=terms
    )
    page = BeautifulSoup(html, "html.parser")
    assert [(a["href"], a.get_text()) for a in page.select("a")] == [
        ("/hand", "乙丙"), ("/terms/t", "丁"), ("/ref", "戊"),
    ]  # fmt: skip


def test_what_the_glossary_says_is_only_text() -> None:
    terms = [LaidTerm(0, 2, Target('/terms/"><b>', description='"><script>'))]
    html = text_html(Text("a<b"), "en", lambda _: None, terms=terms)
    page = BeautifulSoup(html, "html.parser")
    assert [tag.name for tag in page.find_all()] == ["a"]
    assert page.a["aria-description"] == '"><script>'
    assert page.get_text() == "a<b"


STRETCHES = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), max_size=4)


@given(
    st.text("ab第条<&", min_size=1, max_size=12),
    STRETCHES, STRETCHES, STRETCHES, STRETCHES,
    st.lists(st.integers(0, 12), max_size=3), st.booleans(),
)  # fmt: skip
def test_whatever_crosses_no_link_is_in_another_and_no_letter_is_lost(
    plain: str,
    terms: list[tuple[int, int]],
    found: list[tuple[int, int]],
    by_hand: list[tuple[int, int]],
    marks: list[tuple[int, int]],
    notes: list[int],
    with_notes: bool,
) -> None:
    def inside(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(at, at + long) for at, long in stretches if at + long <= len(plain)]

    spans = [Span(*at, "link", "#1") for at in inside(by_hand)[:1]]
    spans += [Span(at, at, "note", "n1") for at in notes if at <= len(plain)]
    html = text_html(
        Text(plain, tuple(spans)), "zh", lambda _: Target("/hand"),
        [Mark(*at) for at in inside(marks)[:1]], with_notes,
        references=[LaidLink(*at, Target("/x")) for at in inside(found)],
        terms=[LaidTerm(*at, Target("/terms/t")) for at in inside(terms)],
    )  # fmt: skip
    page = BeautifulSoup(html, "html.parser")
    assert not page.select("a a")
    hands = "".join(a.get_text() for a in page.select('a[href="/hand"]'))
    for note in page.select("sup"):
        note.decompose()
    assert page.get_text() == plain
    assert hands.startswith("".join(plain[slice(*at)] for at in inside(by_hand)[:1]))
