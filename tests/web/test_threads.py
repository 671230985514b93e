"""References in the text and in the margin, and the sections of a unit's page."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4 import Tag
from hypothesis import given
from hypothesis import strategies as st

from app.model.document import Span
from app.model.document import Text
from app.search.results import Mark
from app.web.laid_links import LaidLink
from app.web.render import text_html
from app.web.urls import Target
from tests.web.conftest import Soup

PLAN = "/western-financial-center"
#: What can be done with a text, but for the files of it.
TOOLS = ".tools a:not(.take a)"
PAGES = [
    "/law/", "/law/1", "/law/1.1", "/law/1.2", "/law/1.3", "/law/2.4", "/law/2.5",
    "/law/2.6", "/plan/", "/plan/1", "/about",
]  # fmt: skip


def row(page: BeautifulSoup, anchor: str) -> Tag:
    found = page.find(id=anchor)
    assert isinstance(found, Tag)
    return found


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_words_that_refer_are_links_in_both_languages(threads_soup: Soup) -> None:
    sentence = row(threads_soup("/law/1.2"), "s2")
    for side, text in ((".zh", "第一条"), (".en", "Article 1")):
        (link,) = sentence.select(f"{side} a.ref")
        assert link.get_text() == text
        assert link["href"] == "/law/1.1"
        assert link["data-preview"] == "/api/v1/documents/law/1.1"
        assert link["aria-description"] == "Article 1 Basis"


def test_several_places_lead_to_the_first_and_say_how_many(threads_soup: Soup) -> None:
    (link,) = row(threads_soup("/law/1.2"), "s3").select(".zh a.ref")
    assert link["href"] == "/law/2.4"
    assert link["data-places"] == "3"
    assert link["aria-description"] == "3 places"
    previews = str(link["data-preview"]).split()
    assert previews == [f"/api/v1/documents/law/2.{n}" for n in (4, 5, 6)]


def test_a_range_and_a_document_are_led_to(threads_soup: Soup) -> None:
    (link,) = row(threads_soup("/law/2.4"), "s1").select(".en a.ref")
    assert link["href"] == "/law/1.3?range=s2-s4#s2-s4"
    (link,) = row(threads_soup("/law/1.1"), "s2").select(".zh a.ref")
    assert link["href"] == "/plan/"
    assert link["data-preview"] == "/api/v1/documents/plan"
    assert link["aria-description"] == "Trial Plan"


def test_a_link_keeps_the_view(threads_soup: Soup) -> None:
    page = threads_soup("/law/1.2?view=zh")
    assert row(page, "s2").select_one("a.ref")["href"] == "/law/1.1?view=zh"


def test_a_link_by_hand_is_one_link_and_has_a_preview(threads_soup: Soup) -> None:
    for side in (".zh", ".en"):
        (link,) = row(threads_soup("/law/1.3"), "s1").select(f"{side} a")
        assert link["href"] == "/law/1.2"
        assert link["data-preview"] == "/api/v1/documents/law/1.2"


def test_notes_have_their_own_links(threads_soup: Soup) -> None:
    page = threads_soup("/law/1.2")
    for side in (".zh", ".en"):
        (link,) = row(page, "n1").select(f"{side} a.ref")
        assert link["href"] == "/law/2.5"
    assert not row(threads_soup("/law/1.3"), "s3").select("a.ref")


def test_no_link_stands_in_a_link_and_no_id_is_used_twice(threads_soup: Soup) -> None:
    for path in PAGES:
        page = threads_soup(path)
        assert not page.select("a a"), path
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_every_preview_and_every_section_link_leads_somewhere(
    threads_soup: Soup,
) -> None:
    for path in PAGES:
        page = threads_soup(path)
        for link in page.select(f".counts, {TOOLS}, .works a"):
            target, _, anchor = str(link["href"]).partition("#")
            there = threads_soup(target or path)
            assert not anchor or there.find(id=anchor), link
        for link in page.select("a.ref"):
            for address in str(link["data-preview"]).split():
                threads_soup(address)


@given(
    st.text("ab第条", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), max_size=4),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), max_size=2),
    st.lists(st.integers(0, 12), max_size=2),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), max_size=2),
)
def test_links_are_never_nested_and_lose_no_character(
    plain: str,
    found: list[tuple[int, int]],
    by_hand: list[tuple[int, int]],
    notes: list[int],
    marks: list[tuple[int, int]],
) -> None:
    size = len(plain)

    def inside(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(at, at + long) for at, long in stretches if at + long <= size]

    spans = [Span(*at, "link", "#1") for at in inside(by_hand)[:1]]
    spans += [Span(at, at, "note", f"n{i}") for i, at in enumerate(notes) if at <= size]
    laid = [LaidLink(*at, Target("/x", previews=("/y",))) for at in inside(found)]
    html = text_html(
        Text(plain, tuple(spans)), "zh", lambda _: Target("/hand"),
        [Mark(*at) for at in inside(marks)[:1]], with_notes=False, references=laid,
    )  # fmt: skip
    page = BeautifulSoup(html, "html.parser")
    assert page.get_text() == plain
    assert not page.select("a a")
    assert len(page.select('a[href="/hand"]')) == len(inside(by_hand)[:1])


def test_the_number_of_a_note_stands_behind_a_link_not_in_it() -> None:
    text = Text("见第三条。", (Span(4, 4, "note", "n1"), Span(2, 2, "note", "n2")))
    laid = [LaidLink(1, 4, Target("/x", previews=("/y",)))]
    page = BeautifulSoup(
        text_html(text, "zh", lambda _: None, references=laid), "html.parser"
    )
    assert not page.select("a a")
    assert [link.get_text() for link in page.select("a.ref")] == ["第", "三条"]
    assert page.get_text() == "见第2三条1。"


def test_counts_stand_in_the_margin_where_there_are_any(threads_soup: Soup) -> None:
    page = threads_soup("/law/1.3")
    assert words(row(page, "s1").select_one(".counts")) == "References: cites 1"
    assert words(row(page, "s2").select_one(".counts")) == "References: cited 1"
    assert words(row(page, "s3").select_one(".counts")) == "References: cites 1 cited 1"
    assert row(page, "s2").select_one(".counts")["href"] == "#references"
    assert not row(page, "s5").select(".counts")
    whole = threads_soup("/law/")
    assert words(row(whole, "1.3").select_one(".counts")) == "References: cited 1"
    assert row(whole, "1.3.s2").select_one(".counts")["href"] == "/law/1.3#references"
    assert not row(whole, "1").select(".counts")
    assert words(row(whole, "1.2.s3").select_one(".counts")) == "References: cites 2"


def test_a_unit_lists_what_it_names_once_each(threads_soup: Soup) -> None:
    section = threads_soup("/law/1.2").select_one("[aria-labelledby=references]")
    listed = [words(line) for line in section.select("li")]
    assert [line.split()[0] for line in listed] == ["1.1", "1.3", "2.4", "2.5", "2.6"]
    assert listed[3].endswith("Named in s3 , the editor’s note to s3 .")
    sources = section.select("li")[3].select(".under a")
    assert [link["href"] for link in sources] == ["#s3", "#n1"]


def test_a_unit_quotes_what_names_it_with_the_words_marked(threads_soup: Soup) -> None:
    section = threads_soup("/law/1.2").select_one("[aria-labelledby=references]")
    quoted = section.select(".quoting")
    assert [one.select_one(".loc").get_text() for one in quoted] == ["1.3.s1", "1.s1"]
    assert [mark.get_text() for mark in quoted[1].select("mark")] == [
        "第二条", "Article 2",
    ]  # fmt: skip
    assert quoted[1].select_one(".under a")["href"] == "/plan/"
    assert not quoted[0].select(".under")


def test_what_the_editor_refers_to_is_said_to_be_so(threads_soup: Soup) -> None:
    quoted = threads_soup("/law/2.5").select(".quoting")
    assert ["By the editor" in words(one) for one in quoted] == [False, True]
    assert quoted[1].select_one(".loc")["href"] == "/law/1.2#s3"
    assert quoted[1].select_one(".zh mark").get_text() == "第五条"
    assert "漏译" in quoted[1].select_one(".zh").get_text()


def test_what_names_a_document_as_a_whole_stands_on_its_page(
    threads_soup: Soup,
) -> None:
    page = threads_soup("/law/")
    assert page.select_one('.tools a[href="#references"]')
    (quoted,) = page.select(".quoting")
    assert quoted.select_one(".zh mark").get_text() == "《试行法》"


def test_the_head_of_the_page_says_how_much_there_is(threads_soup: Soup) -> None:
    links = threads_soup("/law/2.4").select(TOOLS)
    tools = {words(a): a["href"] for a in links}
    assert tools == {
        "References 2": "#references",
        "Cited works 1": "#cited",
        "Link to this": "#link",
        "Cite": "/law/2.4/cite",
    }
    bare = threads_soup("/law/1")
    assert [words(a) for a in bare.select(TOOLS)] == ["Link to this", "Cite"]
    assert not bare.select("[aria-labelledby=references]")


def test_works_that_are_not_held_are_listed_and_escaped(threads_soup: Soup) -> None:
    unit = threads_soup("/law/2.4").select_one("[aria-labelledby=cited]")
    assert "《<i>没有</i>的法》" in unit.get_text()
    assert not unit.select("i")
    about = unit.select_one('a[href^="/about#"]')
    page = threads_soup("/about")
    work = page.find(id=str(about["href"]).partition("#")[2])
    assert work.select_one(".zh").get_text() == "《<i>没有</i>的法》"
    assert [a["href"] for a in work.select(".under a")] == ["/law/2.4#s1"]
    titles = [words(one) for one in page.select(".works cite")]
    assert titles == ["Superior Law"]
    assert page.select_one('.outline a[href="#works"]')


def test_no_work_no_section(trap_soup: Soup) -> None:
    page = trap_soup("/about")
    assert not page.select("#works, [href='#works']")


def test_related_units_are_few_and_each_has_its_reason(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.3.11")
    related = page.select("[aria-labelledby=related] li")
    assert 0 < len(related) <= 5
    assert all(one.select_one(".under").get_text(strip=True) for one in related)
    assert words(page.select_one('.tools a[href="#related"]')) == (
        f"Related {len(related)}"
    )


def test_hits_and_former_sentences_are_as_they_were(threads_soup: Soup) -> None:
    page = threads_soup("/search?q=节假日")
    assert page.select(".found")
    assert not page.select(".counts")
