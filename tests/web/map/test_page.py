"""The map as a page: rows that are links, arcs between them, and an equal table."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.web.conftest import Soup

MAP = "/western-financial-center/map"


def words(tag) -> str:
    return " ".join(tag.get_text().split())


def marked(page: BeautifulSoup) -> dict[str, str]:
    """Give the rows that answer, and what stands at their ends."""
    return {
        row.select_one(".loc").get_text(): words(row.select_one(".count"))
        for row in page.select(".node.bound")
    }


def ends(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Give the two units of every arc, by the rows it says it ends at."""
    address = {
        row["data-node"]: row.select_one(".loc").get_text()
        for row in page.select(".node")
    }
    found = {arc["data-ends"] for arc in page.select("svg.arcs g")}
    return sorted(tuple(address[at] for at in one.split()) for one in found)


def test_every_unit_is_a_row_that_leads_to_its_page(map_soup: Soup, snapshot) -> None:
    page = map_soup(MAP)
    units = snapshot.documents["western-financial-center"].by_locator
    rows = page.select(".node")
    assert [row.select_one(".loc").get_text() for row in rows] == list(map(str, units))
    for row in rows:
        address = row.select_one(".loc").get_text()
        hrefs = {link["href"] for link in row.select(".loc, .zh, .en")}
        assert hrefs == {f"/western-financial-center/{address}"}
        assert row.select_one(".zh")["lang"] == "zh-Hans"
        assert row.select_one(".en")["lang"] == "en"


def test_every_thread_is_an_arc_and_a_line_of_the_table(map_soup: Soup) -> None:
    page = map_soup(MAP)
    lines = [
        tuple(words(cell.select_one(".num")) for cell in line.select("td")[:2])
        for line in page.select("tbody tr")
    ]
    assert lines == [
        ("2.3.11", "2.2.8"),
        ("2.3.11", "1.3"),
        ("2.4.16", "1.3"),
        ("2.4.16", "2.2.5"),
    ]
    assert ends(page) == sorted(lines)
    assert words(page.select_one("#answer")) == "All 4 threads are drawn."


def test_kinds_differ_without_colour_and_a_dot_is_at_what_is_named(
    map_soup: Soup,
) -> None:
    page = map_soup(MAP)
    (named,) = page.select("svg.arcs g:has(.dot)")
    assert named.select_one(".thread")["class"] == ["thread", "names"]
    assert named.select_one(".dot")["d"].split()[0] == "M96"
    rows = [row.select_one(".loc").get_text() for row in page.select(".node")]
    assert f" {rows.index('2.2.8') + 0.5:g}h0" in named.select_one(".dot")["d"]
    assert {tuple(arc["class"]) for arc in page.select("svg.arcs .thread")} == {
        ("thread", "names"),
        ("thread", "goal", "heavy"),
        ("thread", "goal"),
        ("thread", "shared"),
    }
    keys = [words(key) for key in page.select(".keys li")]
    assert keys[0].startswith("names it")
    assert "goal and measure" in keys
    assert "principle and measure" not in keys
    assert keys[-1] == "each other’s nearest"
    keys = [words(key) for key in map_soup(f"{MAP}?unit=2.4.16").select(".keys li")]
    assert keys == ["goal and measure", "terms in common"]


def test_the_table_gives_the_reason(map_soup: Soup) -> None:
    named, green, *_ = map_soup(MAP).select("tbody tr")
    assert words(named.select("td")[3]) == "Named in 2.3.11.s9."
    link = named.select("td")[3].a["href"]
    assert link == "/western-financial-center/2.3.11#s9"
    assert "green finance" in words(green.select("td")[3])


def test_a_term_marks_all_units_that_have_it_and_draws_its_threads(
    map_soup: Soup,
) -> None:
    page = map_soup(f"{MAP}?term=green-finance")
    assert marked(page) == {"1.3": "1", "2.3.11": "6"}
    assert ends(page) == [("2.3.11", "1.3")]
    answer = page.select_one("#answer")
    assert words(answer) == (
        "绿色金融 green finance stands in 2 units: 1.3, 2.3.11. "
        "1 thread is drawn. All threads"
    )
    assert [link["href"] for link in answer.select("a")] == [
        "/western-financial-center/1.3",
        "/western-financial-center/2.3.11",
        MAP,
    ]
    (current,) = page.select(".binding [aria-current]")
    assert words(current) == "green finance 2"


def test_a_term_that_binds_nothing_draws_the_threads_of_its_units(
    map_soup: Soup,
) -> None:
    page = map_soup(f"{MAP}?term=china-eu-green-finance-standards")
    assert marked(page) == {"2.3.11": "1"}
    assert ends(page) == [("2.3.11", "1.3"), ("2.3.11", "2.2.8")]
    assert words(page.select_one("#answer")).startswith(
        "中欧绿色金融标准 China-EU green finance standards stands in 1 unit: 2.3.11. "
        "2.3.11 hangs together with 2 units: 1.3, 2.2.8."
    )
    reached = page.select(".node:not(.other) > .loc")
    assert [words(loc) for loc in reached] == ["1.3", "2.2.8", "2.3.11"]


def test_a_term_that_stands_nowhere_says_so(mapped: FlaskClient, snapshot) -> None:
    absent = [
        term.id
        for term in snapshot.glossary.terms
        if "stands in no" in mapped.get(f"{MAP}?term={term.id}").text
    ]
    assert absent
    text = mapped.get(f"{MAP}?term={absent[0]}").text
    assert "stands in no unit of this text." in text
    assert "No threads are drawn." in text


def test_a_unit_shows_its_own_threads_whichever_way_they_lead(map_soup: Soup) -> None:
    page = map_soup(f"{MAP}?unit=1.3")
    assert ends(page) == [("2.3.11", "1.3"), ("2.4.16", "1.3")]
    assert marked(page) == {"2.3.11": "1", "2.4.16": "1"}
    assert words(page.select_one(".node.chosen .loc")) == "1.3"
    assert "1.3 hangs together with 2 units: 2.3.11, 2.4.16." in words(
        page.select_one("#answer")
    )


def test_every_row_with_threads_leads_to_them(map_soup: Soup) -> None:
    for count in map_soup(MAP).select(".node .count"):
        page = map_soup(count["href"])
        assert len(page.select("tbody tr")) == int(count.get_text())


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("term=nothing", "term"),
        ("term=%00", "term"),
        ("term=" + "x" * 5000, "term"),
        ("unit=2.3.99", "unit"),
        ("unit=2.3.11.s4", "unit"),
        ("unit=<script>", "unit"),
        ("term=fintech&unit=1.3", "unit"),
    ],
)
def test_a_wrong_parameter_is_named(map_soup: Soup, query: str, parameter: str) -> None:
    page = map_soup(f"{MAP}?{query}", status=422)
    assert parameter in words(page.select_one("h1"))
    assert not page.select("script:not([src])")


def test_there_is_no_map_of_a_document_there_is_not(map_soup: Soup) -> None:
    map_soup("/nothing/map", status=404)


def test_views_and_languages_keep_what_is_shown(map_soup: Soup) -> None:
    page = map_soup(f"{MAP}?term=green-finance&ui=zh&view=zh")
    assert page.html["data-view"] == "zh"
    for link in page.select(".views a"):
        assert "term=green-finance" in link["href"]
    assert "见于 2 个单位：" in words(page.select_one("#answer"))
    assert page.select_one(".node .zh")["href"].endswith("?view=zh")
    assert page.select_one('link[rel="canonical"]')["href"].endswith(MAP)


def test_those_who_do_not_see_the_picture_are_told_what_it_is(map_soup: Soup) -> None:
    page = map_soup(MAP)
    picture = page.select_one('svg[role="img"]')
    title = page.select_one(f"#{picture['aria-labelledby']}")
    assert words(title) == (
        "Arcs between 33 units, one for each of 4 threads. "
        "The table below says the same."
    )
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_a_text_without_threads_has_a_map_of_rows(trap_soup: Soup) -> None:
    page = trap_soup("/rules/map?unit=1")
    assert page.select(".node")
    assert "No threads are drawn." in words(page.select_one("#answer"))
    assert not page.select("table")


def test_the_document_leads_to_its_map(map_soup: Soup) -> None:
    links = map_soup("/western-financial-center/").select(".tools a")
    assert MAP in [link["href"] for link in links]
    assert words(map_soup(MAP).select_one(".crumbs li:last-child a"))
