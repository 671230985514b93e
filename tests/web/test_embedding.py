"""A place in somebody else's page: the page in the frame, and what oEmbed says."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from app import create_app
from app.config import Config
from tests.web.conftest import make_client
from tests.web.conftest import Soup

PLAN = "/western-financial-center"
EMBED = f"/embed{PLAN}"
SITE = "http://localhost"

ADDRESSES = {
    f"{PLAN}/": "/",
    PLAN: "/",
    f"{PLAN}/#2.3.11": "/2.3.11",
    f"{PLAN}/#2.3.11.s4": "/2.3.11.s4",
    f"{PLAN}/?view=zh#related": "/?view=zh",
    f"{PLAN}/2.3.11": "/2.3.11",
    f"{PLAN}/2.3.11/": "/2.3.11",
    f"{PLAN}/2.3.11#s4": "/2.3.11.s4",
    f"{PLAN}/2.3.11#s4-s6": "/2.3.11.s4-s6",
    f"{PLAN}/2.3.11?range=s4-s6#s4-s6": "/2.3.11.s4-s6",
    f"{PLAN}/2.3.11.s4?view=en": "/2.3.11.s4?view=en",
    f"{PLAN}/2.3.11.s4-s6/cite": "/2.3.11.s4-s6",
    f"{PLAN}/measure/11": "/2.3.11",
    f"{PLAN}/第十一条": "/2.3.11",
    f"{PLAN}/%E7%AC%AC%E5%8D%81%E4%B8%80%E6%9D%A1": "/2.3.11",
    f"{PLAN}/measure 11?view=upside-down": "/2.3.11",
    f"{EMBED}/2.3.11.s4": "/2.3.11.s4",
}

NOT_OURS = (
    "http://evil.example/western-financial-center/2.3.11", f"{SITE}/about",
    f"{SITE}/search?q=x", f"{SITE}{PLAN}/2.3.19", f"{SITE}{PLAN}/2.3.11#s99",
    f"{SITE}/nowhere/2.3.11", f"ftp://localhost{PLAN}/", PLAN, "http://[",
    "//localhost", f"javascript:alert(1)//localhost{PLAN}/",
    f"{SITE}@evil.example{PLAN}/", f"{SITE}{PLAN}/%00", f"{SITE}:99999{PLAN}/",
    f"{SITE}/api/v1/documents",
)  # fmt: skip


def ask(client: FlaskClient, url: str, **parameters: str | int) -> dict[str, str | int]:
    """Ask by oEmbed about an address."""
    response = client.get("/oembed", query_string={"url": url, **parameters})
    assert response.status_code == 200, response.text
    assert response.json
    return dict(response.json)


def frame(facts: dict[str, str | int]) -> dict[str, str]:
    """Give the attributes of the one frame in an answer."""
    page = BeautifulSoup(str(facts["html"]), "html.parser")
    (tag,) = page.contents
    assert tag.name == "iframe"
    assert not tag.contents
    return dict(tag.attrs)


@pytest.mark.parametrize(
    ("address", "sentences"),
    [("2.3.11", 13), ("2.3.11.s4", 1), ("2.3.11.s4-s6", 3), ("0", 2)],
)
def test_a_frame_has_the_text_in_both_languages(
    soup: Soup, address: str, sentences: int
) -> None:
    page = soup(f"{EMBED}/{address}")
    for lang, tag in (("zh", "zh-Hans"), ("en", "en")):
        sides = page.select(f".row .{lang}")
        assert len(sides) == sentences
        assert {side["lang"] for side in sides} == {tag}
        assert page.select_one(f"h1 .{lang}[lang={tag}]").get_text(strip=True)
        assert page.select_one(f"footer .{lang}[lang={tag}]").get_text(strip=True)
    assert "Unofficial" in page.select_one("footer .en").text
    assert page.select_one("footer a")["href"] == f"{PLAN}/{address}"


def test_a_frame_says_where_its_sentences_stand(soup: Soup) -> None:
    page = soup(f"{EMBED}/2.3.11.s4-s6")
    links = {link.text: link["href"] for link in page.select("a.loc")}
    assert links == {f"s{n}": f"{PLAN}/2.3.11.s{n}" for n in (4, 5, 6)}
    assert page.select_one("[rel=canonical]")["href"] == f"{SITE}{PLAN}/2.3.11"
    assert page.select_one("[name=robots]")["content"] == "noindex"
    assert "第11项措施第4至6句" in page.h1.text
    assert "measure 11, sentences 4-6" in page.h1.text


def test_a_unit_without_sentences_and_a_document_list_what_is_below(soup: Soup) -> None:
    section = soup(f"{EMBED}/2.3")
    links = [link["href"] for link in section.select("main a")]
    assert links == [f"{PLAN}/2.3.{n}" for n in (10, 11, 12, 13)]
    whole = soup(f"{EMBED}/")
    assert [a["href"] for a in whole.select("main a")] == [
        f"{PLAN}/{n}" for n in (0, 1, 2)
    ]
    assert "成渝共建西部金融中心规划" in whole.h1.text


@pytest.mark.parametrize("path", [f"{EMBED}/2.3.11", f"{EMBED}/", f"{EMBED}/9.9"])
def test_a_frame_has_nothing_but_the_text(client: FlaskClient, path: str) -> None:
    response = client.get(f"{path}?ui=zh&script=hant&theme=dark")
    page = BeautifulSoup(response.text, "html.parser")
    assert not page.select("script, nav, form, header, style, [style]")
    assert "Set-Cookie" not in response.headers
    outside = page.select("a")
    assert outside
    assert {link["target"] for link in outside} == {"_blank"}
    assert {" ".join(link["rel"]) for link in outside} == {"noopener"}


def test_only_frames_may_be_framed(client: FlaskClient) -> None:
    for path in (
        f"{EMBED}/2.3.11",
        f"{EMBED}/",
        f"{EMBED}/2.3.99",
        f"{EMBED}/第十一条",
    ):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "frame-ancestors *" in policy
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
    for path in (f"{PLAN}/2.3.11", "/", "/embedded", f"/oembed?url={SITE}{PLAN}/"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy


def test_one_language_is_shown_alone(soup: Soup) -> None:
    page = soup(f"{EMBED}/2.3.11.s4?view=en&theme=dark")
    assert not page.select(".zh, [lang|=zh]")
    assert page.html["lang"] == "en"
    assert page.html["data-theme"] == "dark"
    assert page.select_one("[name=color-scheme]")["content"] == "dark"
    either = soup(f"{EMBED}/2.3.11.s4?view=nothing&theme=nothing")
    assert either.select(".zh")
    assert "data-theme" not in either.html.attrs


def test_a_frame_is_the_same_for_everybody(snapshot_dir: Path) -> None:
    pages = {
        make_client(snapshot_dir, ui).get(f"{EMBED}/2.3.11").text for ui in ("zh", "en")
    }
    assert len(pages) == 1


@pytest.mark.parametrize("asked", ["第十一条", "measure 11", "II.3.11"])
def test_other_ways_of_writing_lead_to_the_address(
    client: FlaskClient, asked: str
) -> None:
    response = client.get(f"{EMBED}/{asked}?view=zh&theme=dark&ui=en")
    assert response.status_code == 302
    assert response.location == f"{EMBED}/2.3.11?view=zh&theme=dark"


def test_former_addresses_lead_on_or_keep_their_last_words(
    trapped: FlaskClient, trap_soup: Soup
) -> None:
    ids = trapped.get("/ids/rules.json").json
    assert ids
    moved = [(a, s["target"]) for a, s in ids["ids"].items() if s["state"] == "moved"]
    gone = [a for a, s in ids["ids"].items() if s["state"] == "gone" and ".s" in a]
    assert moved
    assert gone
    for address, target in moved:
        location = trapped.get(f"/embed/rules/{address}").location
        assert location == f"/embed/rules/{target}"
    page = trap_soup(f"/embed/rules/{gone[0]}")
    assert "删去" in page.select_one(".row.gone .zh").text
    assert "Taken out of the text" in page.select_one("main > div.of > .en").text
    assert "已从文中删去" in page.select_one("main > div.of > .zh").text


@pytest.mark.parametrize("path", [f"{EMBED}/2.9.9", f"{EMBED}/x", "/embed/nowhere/1"])
def test_where_there_is_nothing_a_frame_says_so_in_both(soup: Soup, path: str) -> None:
    page = soup(path, status=404)
    assert page.select_one("h1 .zh").text == "这个地址没有内容。"
    assert page.select_one("h1 .en").text == "There is nothing at this address."


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_of_a_place_can_be_embedded(
    client: FlaskClient, address: str
) -> None:
    facts = ask(client, SITE + address)
    assert frame(facts)["src"] == SITE + EMBED + ADDRESSES[address]
    assert facts["type"] == "rich"
    assert facts["version"] == "1.0"
    assert "西部金融中心规划" in str(facts["title"])
    assert "Western Financial Center" in str(facts["title"])
    assert frame(facts)["title"] == facts["title"]
    assert client.get(frame(facts)["src"]).status_code == 200


@pytest.mark.parametrize("address", NOT_OURS)
def test_no_other_address_can(client: FlaskClient, address: str) -> None:
    response = client.get("/oembed", query_string={"url": address})
    assert response.status_code == 404
    assert response.json
    assert response.json["ok"] is False


def test_the_public_address_is_ours_and_is_given(snapshot_dir: Path) -> None:
    base = "https://policy.example/reader"
    config = Config(index=snapshot_dir, base_url=base)
    client = create_app(config).test_client()
    for site in (base, SITE + "/reader"):
        facts = ask(client, f"{site}{PLAN}/2.3.11.s4")
        assert frame(facts)["src"] == f"{base}{EMBED}/2.3.11.s4"
    for other in (f"https://policy.example{PLAN}/", f"https://policy.example/r{PLAN}/"):
        assert client.get("/oembed", query_string={"url": other}).status_code == 404


def test_a_frame_is_no_larger_than_it_may_be(client: FlaskClient) -> None:
    url = f"{SITE}{PLAN}/2.3.11"
    facts = ask(client, url)
    assert (facts["width"], facts["height"]) == (640, 720)
    small = ask(client, url, maxwidth=300, maxheight=200)
    assert (small["width"], small["height"]) == (300, 200)
    large = ask(client, url, maxwidth=5000, maxheight=5000)
    assert (large["width"], large["height"]) == (640, 720)
    assert (frame(small)["width"], frame(small)["height"]) == ("300", "200")


def test_xml_says_the_same(client: FlaskClient) -> None:
    url = f"{SITE}{PLAN}/2.3.11.s4"
    response = client.get("/oembed", query_string={"url": url, "format": "xml"})
    assert response.mimetype == "text/xml"
    root = ElementTree.fromstring(response.data)
    assert root.tag == "oembed"
    said = {one.tag: one.text for one in root}
    assert said == {name: str(value) for name, value in ask(client, url).items()}


@pytest.mark.parametrize(
    ("query", "status", "parameter"),
    [
        ("format=yaml", 501, None),
        ("", 422, "url"),
        ("url=" + "x" * 2001, 422, "url"),
        ("url=x&maxwidth=0", 422, "maxwidth"),
        ("url=x&maxwidth=-1", 422, "maxwidth"),
        ("url=x&maxheight=1e3", 422, "maxheight"),
        ("url=x&maxheight=" + "9" * 4000, 422, "maxheight"),
        ("url=x&maxwidth=４", 422, "maxwidth"),
    ],
)
def test_what_cannot_be_answered_is_named(
    client: FlaskClient, query: str, status: int, parameter: str | None
) -> None:
    response = client.get(f"/oembed?{query}")
    assert response.status_code == status
    assert response.json
    assert response.json.get("parameter") == parameter


def test_any_site_may_ask(client: FlaskClient) -> None:
    headers = client.get(f"/oembed?url={SITE}{PLAN}/").headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in headers


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_nothing_asked_breaks_it(snapshot_dir: Path, text: str) -> None:
    client = make_client(snapshot_dir)
    for url in (text, f"{SITE}{text}", f"{SITE}{PLAN}/{text}", f"{SITE}{PLAN}/#{text}"):
        response = client.get("/oembed", query_string={"url": url, "format": "json"})
        assert response.status_code in {200, 404, 422}
        if response.status_code == 200:
            assert response.json
            assert frame(dict(response.json))["src"].startswith(f"{SITE}/embed/")


@pytest.mark.parametrize(
    ("path", "agent", "address"),
    [
        (f"{PLAN}/", "", "/"),
        (f"{PLAN}/2.3.11", "", "/2.3.11"),
        (f"{PLAN}/2.3.11?range=s4-s6", "", "/2.3.11.s4-s6"),
        (f"{PLAN}/2.3.11.s4", "WordPress/6.8; https://blog.example", "/2.3.11.s4"),
    ],
)
def test_a_page_leads_programs_to_its_frame(
    client: FlaskClient, path: str, agent: str, address: str
) -> None:
    page = BeautifulSoup(
        client.get(path, headers={"User-Agent": agent}).text, "html.parser"
    )
    (link,) = page.select('link[type="application/json+oembed"]')
    assert link["href"].startswith(f"{SITE}/oembed?url=")
    facts = client.get(link["href"]).json
    assert facts
    assert frame(facts)["src"] == SITE + EMBED + address


def test_the_code_stands_where_one_cites(soup: Soup, client: FlaskClient) -> None:
    page = soup(f"{PLAN}/2.3.11.s4/cite")
    code = page.select_one("#embed code").text
    assert code == ask(client, f"{SITE}{PLAN}/2.3.11.s4")["html"]
    assert page.select_one("#embed a")["href"] == f"{EMBED}/2.3.11.s4"
    unit = soup(f"{PLAN}/2.3.11").select_one("details.take a[href$='#embed']")
    assert re.sub("#.*", "", unit["href"]) == f"{PLAN}/2.3.11/cite"


def test_html_in_a_text_stays_text_in_a_frame(trapped: FlaskClient) -> None:
    for path in ("/embed/rules/", "/embed/rules/1.1.1", "/embed/rules/1"):
        page = BeautifulSoup(trapped.get(path).text, "html.parser")
        assert not page.select("img, script, [onerror]")
    facts = ask(trapped, f"{SITE}/rules/")
    assert frame(facts)["title"] == facts["title"]
