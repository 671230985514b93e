"""What a link shows where people share it, and who gets to read what."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

PLAN = "/western-financial-center"

ROBOTS = {
    "Facebook": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Twitter": "Twitterbot/1.0",
    "Slack": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "WhatsApp": "WhatsApp/2.23.20.0 A",
    "Telegram": "TelegramBot (like TwitterBot)",
    "LinkedIn": "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://x)",
    "Discord": "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
    "Mastodon": "http.rb/5.1.1 (Mastodon/4.2.0; +https://mastodon.social/) Bot",
    "Bluesky": "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:x@bsky.app)",
}

PEOPLE = {
    "Chrome": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36",
    "in WeChat": "Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.44",
    "in Facebook": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) [FBAN/FBIOS;FBAV/440.0]",
    "a search engine": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://google.com/bot.html)",
    "nobody": "",
}


def properties(page: BeautifulSoup) -> dict[str, str]:
    """Give what a page says for previews."""
    tags = page.select("meta[property^='og:'], meta[name^='twitter:']")
    return {tag.get("property") or tag["name"]: tag["content"] for tag in tags}


def head(page: BeautifulSoup) -> str:
    """Give title and description, for people and for previews."""
    said = properties(page)
    assert page.select_one("[name=description]")["content"] == said["og:description"]
    return f"{said['og:title']} {said['og:description']}"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "/"),
        ("/2.3.11", "/2.3.11"),
        ("/2.3.11?range=s4-s6", "/2.3.11.s4-s6"),
        ("/cite", "/"),
        ("/2.3.11.s4/cite", "/2.3.11.s4"),
        ("/2.3.11.s4-s6/cite", "/2.3.11.s4-s6"),
    ],
)
@pytest.mark.parametrize(
    ("ui", "locales"), [("en", "en_US zh_CN"), ("zh", "zh_CN en_US")]
)
def test_a_page_says_what_a_preview_shows(soup, path, address, ui, locales):
    join = "&" if "?" in path else "?"
    said = properties(soup(f"{PLAN}{path}{join}ui={ui}"))
    assert said["og:url"] == f"http://localhost{PLAN}{address}"
    assert said["og:type"] == "article"
    assert said["og:site_name"]
    assert said["twitter:card"] == "summary"
    assert f"{said['og:locale']} {said['og:locale:alternate']}" == locales
    for part in ("og:title", "og:description"):
        assert any(char >= "\u4e00" for char in said[part])
        assert "the" in said[part] or "Chongqing" in said[part]
        assert len(said[part]) <= 200


@pytest.mark.parametrize("path", ["/2.3.11?range=s7-s8", "/2.3.11.s7/cite"])
def test_the_preview_of_sentences_is_their_words(soup, path):
    page = soup(PLAN + path)
    for words in (
        "推动成熟的碳核算方法和成果在金融体系中应用",
        "Promote the application",
    ):
        assert words in head(page)
        assert words in page.title.get_text()


@pytest.mark.parametrize("robot", ROBOTS.values(), ids=ROBOTS)
def test_a_program_that_shows_previews_gets_the_sentence(client, robot):
    answer = client.get(f"{PLAN}/2.3.11.s7", headers={"User-Agent": robot})
    assert answer.status_code == 200
    assert "User-Agent" in answer.vary
    assert len(answer.data) < 4000
    page = BeautifulSoup(answer.text, "html.parser")
    assert "推动成熟的碳核算方法和成果在金融体系中应用" in head(page)
    unit = f"http://localhost{PLAN}/2.3.11"
    assert page.select_one("link[rel=canonical]")["href"] == unit
    assert page.select_one("body a")["href"] == f"{unit}.s7"
    assert properties(page)["og:url"] == f"{unit}.s7"


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize(
    ("path", "target"),
    [("2.3.11.s4", "2.3.11#s4"), ("2.3.11.s4-s6", "2.3.11?range=s4-s6#s4-s6")],
)
def test_everybody_else_is_led_to_the_place(client, person, path, target):
    answer = client.get(f"{PLAN}/{path}", headers={"User-Agent": person})
    assert answer.status_code == 302
    assert answer.location == f"{PLAN}/{target}"
    assert "User-Agent" in answer.vary


def test_such_a_program_gets_units_and_everything_else_as_all_do(client):
    robot = {"User-Agent": ROBOTS["Twitter"]}
    for path in ("/", "/2.3.11", "/2.3.11.s4/cite"):
        answer = client.get(PLAN + path, headers=robot)
        assert answer.text == client.get(PLAN + path).text
        assert "User-Agent" not in answer.vary
    assert client.get(f"{PLAN}/9.9.s1", headers=robot).status_code == 404


def test_the_preview_of_a_sentence_that_moved_is_of_where_it_stands(trapped):
    answer = trapped.get("/rules/1.1.1.s4", headers={"User-Agent": ROBOTS["Slack"]})
    said = properties(BeautifulSoup(answer.text, "html.parser"))
    assert said["og:url"] == "http://localhost/rules/1.1.2.s2"


def test_nothing_of_a_text_is_taken_for_markup(trapped):
    robot = {"User-Agent": ROBOTS["Discord"]}
    for path in ("/rules/1.1.1.s1", "/rules/1.1.1.s5"):
        page = BeautifulSoup(trapped.get(path, headers=robot).text, "html.parser")
        assert not page.select("script, img")
    assert "“one plain English phrase”" in head(page)
