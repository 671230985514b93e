from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from app.snapshot.reader import Snapshot
from tests.web.conftest import Soup

PLAN = "/western-financial-center"


def test_the_document_has_every_unit_and_segment_in_order(
    soup: Soup, snapshot: Snapshot
) -> None:
    document = snapshot.documents["western-financial-center"]
    page = soup(f"{PLAN}/")
    addressed = [tag["id"] for tag in page.select("article [id]")]
    rows = [tag["id"] for tag in page.select("article .para > .row[id]")]
    assert rows == [str(locator) for locator in document.by_segment]
    assert {str(locator) for locator in document.by_locator} <= set(addressed)


def test_no_id_is_used_twice(soup: Soup) -> None:
    for path in (f"{PLAN}/", f"{PLAN}/2.3.11", "/about", "/search?q=金融", "/"):
        ids = [tag["id"] for tag in soup(path).select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_a_row_holds_the_address_then_chinese_then_english(
    soup: Soup, snapshot: Snapshot
) -> None:
    document = snapshot.documents["western-financial-center"]
    segments = {str(at): segment for at, segment in document.by_segment.items()}
    for row in soup(f"{PLAN}/").select("article .para > .row"):
        loc, zh, en = row.find_all(["a", "p"], recursive=False)[:3]
        assert loc.get_text() == row["id"]
        assert loc["href"] == f"#{row['id']}"
        for sup in row.select("sup"):
            sup.decompose()
        segment = segments[row["id"]]
        assert zh.get_text() == segment.plain("zh")
        assert en.get_text() == segment.plain("en")
        assert (zh["lang"], en["lang"]) == ("zh-Hans", "en")


def test_a_unit_page_has_its_rows_and_its_way_on(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.3.11")
    assert [row["id"] for row in page.select(".para > .row")] == [
        f"s{number}" for number in range(1, 14)
    ]
    assert [link["href"] for link in page.select(".crumbs a")] == [
        "/", f"{PLAN}/", f"{PLAN}/2", f"{PLAN}/2.3",
    ]  # fmt: skip
    assert page.select_one("a[rel=prev]")["href"] == f"{PLAN}/2.3.10"
    assert page.select_one("a[rel=next]")["href"] == f"{PLAN}/2.3.12"
    assert page.select_one(".outline [aria-current=page]")["data-unit"] == "2.3.11"
    assert "第二部分第（三）节第11项措施" in page.get_text()
    assert "Part II, section (3), measure 11" in page.get_text()


def test_previous_and_next_lead_through_every_unit(
    soup: Soup, snapshot: Snapshot
) -> None:
    document = snapshot.documents["western-financial-center"]
    path, seen = f"{PLAN}/0", []
    while path:
        seen.append(path.rpartition("/")[2])
        following = soup(path).select_one(".steps a[rel=next]")
        path = following["href"] if following else ""
    assert seen == [str(locator) for locator in document.by_locator]


def test_the_page_of_a_section_lists_what_is_below_it(soup: Soup) -> None:
    pairs = soup(f"{PLAN}/2.3").select(".toc .pair")
    assert [pair.select_one(".loc").get_text() for pair in pairs] == [
        "2.3.10", "2.3.11", "2.3.12", "2.3.13",
    ]  # fmt: skip
    assert all(pair.select(".zh[lang=zh-Hans], .en[lang=en]") for pair in pairs)


def test_a_target_row_offers_its_link_and_the_whole_text(soup: Soup) -> None:
    (actions,) = soup(f"{PLAN}/2.3.11").select("#s4 .acts")
    assert [link["href"] for link in actions.select("a")] == [
        f"{PLAN}/#2.3.11.s4",
        f"{PLAN}/2.3.11.s4/cite",
    ]
    button = actions.button
    assert button.get_text() == "Copy link"
    assert button["data-copy"] == f"http://localhost{PLAN}/2.3.11.s4"


def test_a_note_opens_under_the_sentence_that_calls_it(soup: Soup) -> None:
    for path in (f"{PLAN}/", f"{PLAN}/2.2.6"):
        page = soup(path)
        note = page.find(id="n7")
        called_from = note.find_parent("details").find_previous_sibling(class_="row")
        assert called_from.select("sup a[href='#n7']")


def test_the_last_character_stays_with_the_mark_of_its_note(soup: Soup) -> None:
    for mark in soup(f"{PLAN}/").select("article sup"):
        together = mark.find_parent(class_="nb")
        assert len(together.get_text()) == 1 + len(mark.get_text())


@pytest.mark.parametrize("view", ["parallel", "stacked", "zh", "en"])
def test_the_view_is_the_one_asked_for(soup: Soup, view: str) -> None:
    page = soup(f"{PLAN}/2.3.11?view={view}")
    assert page.html["data-view"] == view
    (current,) = page.select(".views [aria-current]")
    assert current["data-set-view"] == view
    carried = "" if view == "parallel" else f"?view={view}"
    assert page.select_one("a[rel=next]")["href"] == f"{PLAN}/2.3.12{carried}"


@pytest.mark.parametrize("view", ["", "junk", "../..", "parallel'"])
def test_an_unknown_view_is_the_parallel_one(soup: Soup, view: str) -> None:
    assert soup(f"{PLAN}/?view={view}").html["data-view"] == "parallel"


def test_the_outline_shortens_what_is_long_and_keeps_the_whole(soup: Soup) -> None:
    link = soup(f"{PLAN}/").select_one(".outline a[data-unit='2.3']")
    assert link.get_text().endswith("high-quality development…")
    assert link["title"].endswith("major national development strategies")


def test_foreign_words_in_notes_say_their_language(soup: Soup) -> None:
    page = soup(f"{PLAN}/")
    phrase = page.select_one("#n2 .zh [lang=en]")
    assert phrase.get_text() == "a new Beijing Dynamic Power Co.Ltd(600405)"
    assert page.select_one("#n2 .en [lang=zh-Hans]").get_text() == "动力源"


def test_headings_break_between_words_only(soup: Soup) -> None:
    heading = soup(f"{PLAN}/2.3.11").h1
    assert len(heading.select(".zh wbr")) >= 2
    hyphenated = soup(f"{PLAN}/2.2.7").h1.select_one(".en .nb")
    assert hyphenated.get_text() == "multi-level"


def test_permanent_addresses_name_the_site(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}/2.3.11?view=zh").get_data(as_text=True)
    canonical = re.search(r'rel="canonical" href="([^"]+)"', page)
    assert canonical
    assert canonical[1] == f"http://localhost{PLAN}/2.3.11"


def test_printed_pages_are_headed_by_the_titles(client: FlaskClient) -> None:
    response = client.get(f"{PLAN}/print.css")
    assert response.mimetype == "text/css"
    assert 'content: "Western\\20 Financial\\20 Center\\20 Plan"' in response.text


def test_an_untranslated_side_says_so(trap_soup: Soup) -> None:
    side = trap_soup("/rules/1.1.1").select_one("#s2 .zh")
    assert side.get_text() == "Not translated"
    assert "untranslated" in side["class"]


def test_links_of_the_content_lead_to_pages(trap_soup: Soup) -> None:
    row = trap_soup("/rules/1.1.1").find(id="s5")
    hrefs = [link["href"] for link in row.select(".en > a")]
    assert hrefs == ["/rules/1.1.2", "https://example.org/a?b=1&c=2"]
    assert row.select_one(".en a[rel=noopener] em").get_text() == "another site"
