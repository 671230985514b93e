"""The pages of the glossary, the terms of a unit, and the files to take away."""

from __future__ import annotations

import csv
import io
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs
from urllib.parse import quote
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import Tag
from flask.testing import FlaskClient

from app.builder.pipeline import build
from app.content.glossary_file import read_glossary
from app.content.glossary_file import write_glossary
from app.content.source import decode
from app.export.spreadsheet import guarded_text
from app.model.glossary import Glossary
from app.model.glossary import Term
from app.snapshot.reader import Snapshot
from tests.helpers import CONTENT
from tests.web.conftest import make_client
from tests.web.conftest import Soup
from tests.web.conftest import soup_of

PLAN = "/western-financial-center"
CORRIDOR = "/terms/new-western-land-sea-corridor"
SCRIPT = "<script>alert(1)</script>"


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


def count(row: Tag) -> int:
    """Read how often a row says something stands."""
    (seen,) = row.select(".loc [aria-hidden]")
    return int(seen.get_text().removeprefix("×").replace("–", "0"))


def listed(page: Tag) -> list[str]:
    return [row.get_text() for row in page.select("#text .pair .zh")]


def test_all_terms_are_listed_by_letter_page_after_page(
    soup: Soup, snapshot: Snapshot
) -> None:
    found, path = [], "/terms/?sort=zh"
    while path:
        page = soup(path)
        rows = page.select(".results .pair")
        assert len(rows) <= 100
        found += [row.select_one("a.zh")["href"] for row in rows]
        after = page.select_one(".pages [rel=next]")
        path = after["href"] if after else ""
    assert found == list(dict.fromkeys(found))
    assert set(found) == {f"/terms/{term.id}" for term in snapshot.glossary.terms}
    heads = [words(head) for head in soup("/terms/?sort=zh").select(".results h2")]
    assert heads == sorted(heads)


def test_the_order_is_that_of_the_interface(soup: Soup, chinese: FlaskClient) -> None:
    english, zh = soup("/terms/"), soup_of(chinese)("/terms/")
    for page, name in ((english, "By English"), (zh, "按拼音")):
        orders = page.select_one(".orders")
        assert orders.select_one("[aria-current]").get_text() == name
    firsts = [row.get_text() for row in english.select(".results .pair .en")]
    assert [re.sub(r"\W", "", one).lower()[0] for one in firsts] == sorted(
        re.sub(r"\W", "", one).lower()[0] for one in firsts
    )


def test_kinds_and_letters_narrow_and_their_counts_are_right(soup: Soup) -> None:
    page = soup("/terms/")
    total = int(re.search(r"(\d+) terms\.", page.get_text())[1])
    kinds = page.select(".facets li a")
    counts = [int(words(kind.select_one(".num"))) for kind in kinds]
    assert counts[0] == total == sum(counts[1:])
    for kind, number in list(zip(kinds, counts, strict=True))[1:4]:
        narrowed = soup(kind["href"])
        assert f"{number} terms." in narrowed.get_text()
        assert words(narrowed.select_one(".facets [aria-current]")).endswith(
            str(number)
        )
        for letter in narrowed.select(".letters a")[1:3]:
            assert parse_qs(urlsplit(letter["href"]).query)["sort"] == ["en"]
            (head,) = soup(letter["href"]).select(".results h2")
            assert words(head) == letter.get_text()


def test_a_letter_means_the_same_to_every_reader(
    soup: Soup, chinese: FlaskClient
) -> None:
    link = soup("/terms/").select(".letters a")[1]["href"]
    assert listed(soup_of(chinese)(link)) == listed(soup(link))


def test_words_find_any_form_and_pinyin(soup: Soup) -> None:
    for asked in ("PBOC", "央行", "people’s bank of", "zhongguo renmin"):
        assert "中国人民银行" in listed(soup(f"/terms/?q={asked}")), asked
    page = soup("/terms/?q=金融&kind=place")
    hidden = {
        one["name"]: one["value"] for one in page.select("form input[type=hidden]")
    }
    assert hidden["kind"] == "place"
    assert page.select_one("#words")["value"] == "金融"


def test_words_that_no_term_has_are_answered_with_the_nearest(soup: Soup) -> None:
    page = soup("/terms/?q=绿色金榕")
    assert "No term has 绿色金榕." in page.get_text()
    assert "绿色金融" in [one.get_text() for one in page.select("section .zh")]
    assert soup("/terms/?q=zzzz").select_one(".said a")["href"] == "/terms/"


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ("kind=x", "kind"), ("letter=AB", "letter"), ("letter=é", "letter"),
        ("sort=pinyin", "sort"), ("page=0", "page"), ("page=x", "page"),
        ("q=" + "金" * 1001, "q"),
    ],
)  # fmt: skip
def test_a_bad_parameter_is_named(soup: Soup, parameters: str, named: str) -> None:
    page = soup(f"/terms/?{parameters}", 422)
    assert f"The parameter {named} " in words(page.h1)


def test_a_page_after_the_last_is_not_there(soup: Soup) -> None:
    assert "There is no page 99" in soup("/terms/?page=99", 404).get_text()
    assert "There is no page 9 " in soup(f"{CORRIDOR}?page=9", 404).get_text()
    soup(f"{CORRIDOR}?page=x", 422)


def test_the_address_without_a_stroke_leads_to_the_list(client: FlaskClient) -> None:
    response = client.get("/terms")
    assert response.status_code == 308
    assert urlsplit(response.headers["Location"]).path == "/terms/"


def test_a_term_has_its_names_its_profile_and_its_pairs(soup: Soup) -> None:
    page = soup(CORRIDOR)
    assert words(page.select_one("h1 .zh")) == "西部陆海新通道"
    assert words(page.select_one(".facts .zh")) == "别名：陆海新通道"
    assert words(page.select_one(".facts .en")).startswith("Also: western land-sea")
    ways = {
        (words(row.select_one(".zh")), words(row.select_one(".en"))): count(row)
        for row in page.select("[aria-labelledby=profile] .pair")
    }
    assert ways["西部陆海新通道", "New Western Land-Sea Corridor"] == 2
    assert ways["陆海新通道", "new land-sea corridor"] == 1
    rows = page.select("[aria-labelledby=all] .para .row")
    assert [words(row.select_one(".loc")) for row in rows] == [
        "1.1.s3", "1.3.s6", "2.2.7.s9",
    ]  # fmt: skip
    for row in rows:
        assert "陆海新通道" in row.select_one(".zh mark").get_text()
        assert "orridor" in row.select_one(".en mark.echo").get_text()
        assert soup(row.select_one(".loc")["href"].partition("#")[0])


def test_the_profile_of_every_term_adds_up_on_its_page(
    soup: Soup, snapshot: Snapshot
) -> None:
    for term in snapshot.glossary.terms[::7]:
        page = soup(f"/terms/{term.id}")
        said = re.search(r"(\d+) occurrences?", words(page.select_one("#profile")))
        rows = page.select("[aria-labelledby=profile] .pair")
        assert sum(map(count, rows)) == (int(said[1]) if said else 0), term.id
        pairs = re.search(r"(\d+) pairs?", page.get_text())
        shown = page.select("[aria-labelledby=all] .para .row")
        assert len(shown) == (int(pairs[1]) if pairs else 0), term.id
        marks = page.select("[aria-labelledby=all] mark")
        assert len(marks) >= len(shown)


def test_what_the_other_side_does_not_have_is_shown_openly(soup: Soup) -> None:
    page = soup("/terms/green-finance")
    assert page.select_one("#one-sided")
    row = page.select("[aria-labelledby=profile] .pair")[-1]
    assert words(row.select_one(".zh")) == "绿色金融"
    assert words(row.select_one(".en.untranslated")) == "No known form"
    assert row.select_one(".under a")["href"] == f"{PLAN}/2.3.11#s5"


def test_a_heading_is_a_row_too(soup: Soup) -> None:
    row = next(
        row
        for row in soup("/terms/green-finance").select(".para .row")
        if words(row.select_one(".loc")) == "2.3.11"
    )
    assert "measure" in row["class"]
    assert row.select_one(".zh mark").get_text() == "绿色金融"


def test_the_strip_has_a_tick_for_every_sentence(soup: Soup) -> None:
    page = soup(CORRIDOR)
    (strip,) = page.select(".strip")
    assert len(strip.select(".hit")) == 3
    assert "sentence" in strip.title.get_text()


def test_related_terms_lead_to_each_other(soup: Soup) -> None:
    page = soup("/terms/green-finance")
    longer = page.find("h2", string="Longer terms with it").parent
    link = longer.select_one("a.zh")
    assert link.get_text() == "中欧绿色金融标准"
    back = soup(link["href"]).find("h2", string="Shorter terms in it").parent
    assert "绿色金融" in listed_in(back)
    corridor = soup(CORRIDOR)
    confused = soup("/terms/new-third-board").select_one("[aria-labelledby=not]")
    assert "Both are called 新三板." in confused.get_text()
    noted = corridor.find("h2", string="Named in a note").parent
    assert listed_in(noted) == ["国际陆海贸易新通道"]
    assert noted.select_one(".under [lang=en]").get_text().endswith("西部陆海新通道.")


def listed_in(section: Tag) -> list[str]:
    return [row.get_text() for row in section.select(".pair .zh")]


def test_a_term_leads_to_its_search_its_map_and_its_kind(soup: Soup) -> None:
    page = soup("/terms/green-finance")
    search, map_ = page.select(".tools a")
    assert soup(search["href"]).select(".found")
    assert map_["href"] == f"{PLAN}/map?term=green-finance"
    soup(map_["href"])
    assert soup(page.select(".crumbs a")[1]["href"]).select(".pair")
    kin = page.select_one(".outline")
    assert kin.select_one("[aria-current=page]").get_text() == "green finance"
    assert page.select_one("link[rel=canonical]")["href"].endswith(
        "/terms/green-finance"
    )


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("green-finance/", "green-finance"), ("Green_Finance", "green-finance"),
        ("green finance", "green-finance"), ("绿色金融", "green-finance"),
        ("綠色金融", "green-finance"), ("陆海新通道", "new-western-land-sea-corridor"),
    ],
)  # fmt: skip
def test_another_spelling_or_a_form_leads_to_the_term(
    client: FlaskClient, written: str, id: str
) -> None:
    response = client.get(f"/terms/{quote(written)}?ui=zh")
    assert response.status_code == 302
    assert response.headers["Location"] == f"/terms/{id}?ui=zh"


def test_an_unknown_term_is_answered_with_the_nearest(soup: Soup) -> None:
    page = soup("/terms/green-finances-standard", 404)
    assert "There is no term green-finances-standard" in words(page.h1)
    assert "/terms/green-finance" in [one["href"] for one in page.select(".pair .zh")]
    assert page.select_one("a[href='/terms/']")
    assert soup("/terms/" + "x" * 5000, 404).h1
    assert soup("/terms/新三板", 404).select(".pair")  # two terms are called so


def test_the_terms_of_a_unit_are_on_its_page_with_how_often(soup: Soup) -> None:
    page = soup(f"{PLAN}/2.3.11")
    section = page.select_one("[aria-labelledby=terms]")
    rows = section.select(".pair")
    counts = list(map(count, rows))
    assert counts == sorted(counts, reverse=True)
    first = rows[0]
    assert first.select_one("a.zh")["href"] == "/terms/green-finance"
    assert counts[0] == 5  # the heading, three sentences, one of them twice
    tool = page.select_one(".tools a[href='#terms']")
    assert words(tool) == f"Terms {len(rows)}"


def test_a_unit_without_terms_has_no_section_of_them(trap_soup: Soup) -> None:
    assert not trap_soup("/rules/1").select("#terms")


def test_menus_and_the_sitemap_lead_to_the_terms(
    soup: Soup, client: FlaskClient, snapshot: Snapshot
) -> None:
    page = soup("/terms/")
    assert page.select_one(".menu a[aria-current=page]").get_text() == "Terms"
    assert page.select_one(".foot a[href='/terms/']")
    root = ElementTree.fromstring(client.get("/sitemap.xml").data)
    found = {node.text for node in root.iter() if node.tag.endswith("loc")}
    for term in snapshot.glossary.terms:
        assert f"http://localhost/terms/{term.id}" in found


def test_the_csv_is_the_file_of_the_content(client: FlaskClient) -> None:
    response = client.get("/terms.csv")
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="glossary.csv"'
    )
    ours = decode((CONTENT / "glossary.csv").read_bytes(), "x")
    assert read_glossary(decode(response.data, "x")) == read_glossary(ours)


def test_a_cell_of_the_csv_is_not_taken_for_a_formula() -> None:
    terms = (Term("a", "=1", "+2", "concept", ("@x", "-y"), ("b",), '-z, "q"\nw'),)
    text = write_glossary(Glossary(terms), guarded_text)
    (row,) = csv.DictReader(io.StringIO(text))
    assert [row["zh"], row["en"], row["zh_aliases"], row["note"]] == [
        "'=1", "'+2", "'@x|-y", "'-z, \"q\"\nw",
    ]  # fmt: skip
    for written in (text, write_glossary(Glossary(terms))):
        assert read_glossary(decode(written.encode(), "x"))[0] == Glossary(terms)


def test_the_tbx_has_every_term_under_its_address(
    client: FlaskClient, snapshot: Snapshot
) -> None:
    response = client.get("/terms.tbx")
    assert response.headers["Content-Disposition"].endswith('"glossary.tbx"')
    root = ElementTree.fromstring(response.data)
    entries = [one for one in root.iter() if one.tag.endswith("conceptEntry")]
    terms = snapshot.glossary.terms
    assert [one.attrib["id"] for one in entries] == [term.id for term in terms]
    links = [one.attrib["target"] for one in root.iter() if one.tag.endswith("xref")]
    assert links[0] == f"http://localhost/terms/{terms[0].id}"
    forms = [one.text for one in root.iter() if one.tag.endswith("}term")]
    assert forms == [
        form for term in terms for lang in ("zh", "en") for form in term.forms(lang)
    ]


GLOSSARY = f'''\
id,zh,en,kind,zh_aliases,en_aliases,note
evil,{SCRIPT}词,"""><img src=x>{SCRIPT} term",{SCRIPT},\
"<b>甲</b>|""&lt;",<i>x</i>,{SCRIPT} note
'''


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A visitor of a library whose glossary means no good."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(Path(__file__).parent / "content", root / "content")
    (root / "content" / "glossary.csv").write_text(GLOSSARY, "utf-8")
    built = build(root / "content", root / "index")
    assert built.digest, built.findings
    return make_client(root / "index")


@pytest.mark.parametrize(
    "path",
    [
        "/terms/", "/terms/?q=<script>alert(1)</script>", "/terms/evil",
        "/terms/<script>alert(1)<script>", "/terms/?kind=<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_what_is_hostile_stays_text(hostile: FlaskClient, path: str) -> None:
    response = hostile.get(path)
    assert response.status_code in {200, 404}
    assert "alert(1)" in response.text
    assert SCRIPT not in response.text
    for tag in ("<b>", "<i>", "<img", "<script>alert"):
        assert tag not in response.text


def test_a_library_without_a_glossary_says_so(trap_soup: Soup) -> None:
    page = trap_soup("/terms/")
    assert "There is no such term." in page.get_text()
    assert trap_soup("/terms/anything", 404).h1


def test_a_hostile_glossary_is_whole_in_both_files(hostile: FlaskClient) -> None:
    root = ElementTree.fromstring(hostile.get("/terms.tbx").data)
    forms = [one.text for one in root.iter() if one.tag.endswith("}term")]
    assert forms[0] == f"{SCRIPT}词"
    assert '"&lt;' in forms
    assert SCRIPT in hostile.get("/terms.csv").text


def test_places_of_several_documents_say_in_which(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    root = tmp_path_factory.mktemp("two")
    content = root / "content"
    shutil.copytree(CONTENT, content)
    for lang in ("zh", "en"):
        text = (content / lang / "western-financial-center.md").read_text("utf-8")
        (content / lang / "second.md").write_text(
            text.replace("short_title: ", "short_title: 2"), "utf-8"
        )
    built = build(content, root / "index")
    assert built.digest, built.findings
    page = soup_of(make_client(root / "index"))(CORRIDOR)
    assert len(page.select(".strip")) == 2
    heads = [words(one) for one in page.select("[aria-labelledby=all] h3")]
    assert len(heads) == 2
    place = page.select_one("[aria-labelledby=profile] .under a")
    assert place.get_text().endswith("1.1.s3")
    assert len(place.get_text()) > len("1.1.s3")
    assert sum(map(count, page.select("[aria-labelledby=profile] .pair"))) == 6
