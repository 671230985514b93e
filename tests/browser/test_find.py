"""The search in the browser finds what the server finds, without a server."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page

from app.model.document import LANGS
from app.search.results import SearchRequest
from app.text.english import words
from app.text.normalize import fold_text
from tests.browser.conftest import Open
from tests.helpers import read_cases

SEARCH = "/search/offline"
HAN = re.compile("[\u4e00-\u9fff]+")
EVERYTHING = 1_000

#: What is answered by its meaning alone, which a browser does not know.
BY_MEANING = {
    "an everyday synonym",
    "words that occur nowhere, but are meant",
    "a question in other words",
}

LOAD = """async () => {
  const { find_engine, find_library } = globalThis.modules;
  const index = document.querySelector("[data-find-index]").href;
  const library = new find_library.Library(await (await fetch(index)).json());
  window.engine = new find_engine.Engine(library);
}"""
ASK = """([queries, size]) => queries.map((q) => {
  const answer = window.engine.search({ q, size });
  const marks = (side) => side.map(({ start, end, echo }) => [start, end, echo]);
  const { total, relaxed, reason, suggestion } = answer;
  const hits = answer.hits.map(({ unit, pairs }) => {
    const rows = pairs.map(({ pair, zh, en }) => [pair.at, [marks(zh), marks(en)]]);
    return [unit.at, Object.fromEntries(rows)];
  });
  return { total, relaxed, reason, suggestion, hits };
})"""


@pytest.fixture(scope="module")
def engine(browser: Browser, site: str) -> Iterator[Page]:
    """Load what is searched once."""
    page = browser.new_page(base_url=site)
    page.goto(SEARCH)
    page.evaluate(LOAD)
    yield page
    page.close()


def ask(engine: Page, queries: list[str]) -> list[dict[str, Any]]:
    return engine.evaluate(ASK, [queries, EVERYTHING])


def test_it_answers_as_the_server_does(engine: Page) -> None:
    cases = [
        case
        for case in read_cases("search")
        if str(case).partition(": ")[2] not in BY_MEANING
    ]
    answers = ask(engine, [case.given for case in cases])
    told = {}
    for case, answer in zip(cases, answers, strict=True):
        said = [f"nothing: {answer['reason']}"] if answer["reason"] else []
        if answer["suggestion"]:
            said.append(f"suggestion: {answer['suggestion']}")
        said += ["relaxed"] if answer["relaxed"] else []
        said += [at for at, _ in answer["hits"]]
        told[str(case)] = said[: len(case.expected.split("\n"))]
    assert told == {str(case): case.expected.split("\n") for case in cases}


def queries(snapshot) -> list[str]:
    """Draw words, phrases, stretches and operators from the plan."""
    drawn = random.Random(7)
    (document,) = snapshot.documents.values()
    texts = {
        lang: [one.plain(lang) for one in document.by_segment.values()]
        for lang in LANGS
    }
    forms = [
        form
        for t in snapshot.glossary.terms
        for lang in LANGS
        for form in t.forms(lang)
    ]

    def zh(most: int) -> str:
        run = drawn.choice(HAN.findall(drawn.choice(texts["zh"])))
        length = min(drawn.randint(1, most), len(run))
        start = drawn.randint(0, len(run) - length)
        return run[start : start + length]

    def en(most: int) -> str:
        found = [word.text for word in words(fold_text(drawn.choice(texts["en"])))]
        start = drawn.randrange(len(found))
        return " ".join(found[start : start + drawn.randint(1, most)])

    made = []
    for _ in range(40):
        made += [
            zh(6), f'"{zh(6)}"', en(1), f'"{en(4)}"', drawn.choice(forms),
            f"{zh(2)} {zh(2)}", f"{en(1)} {en(1)}", f"{zh(3)} -{zh(2)}",
            f"{en(1)} OR {zh(3)}", f"zh:{zh(3)}", f"en:{en(1)}", f"title:{zh(2)}",
            f"{zh(2)} in:2.{drawn.randint(1, 4)}", f"{en(1)} -in:2.3", f"zh:{en(1)}",
        ]  # fmt: skip
    return list(dict.fromkeys(made))


def test_it_finds_and_marks_the_same_sentences(engine: Page, snapshot) -> None:
    asked = queries(snapshot)
    compared = 0
    for query, here in zip(asked, ask(engine, asked), strict=True):
        there = snapshot.search(SearchRequest(query, size=EVERYTHING))
        if there.relaxed or there.reason:
            assert here["relaxed"] or here["reason"], query
            continue
        compared += 1
        assert not here["relaxed"], query
        assert dict(here["hits"]) == {
            str(hit.locator): {
                str(one.locator): [
                    [[m.start, m.end, m.echo] for m in one.marks.side(lang)]
                    for lang in LANGS
                ]
                for one in hit.segments
            }
            for hit in there.hits
        }, query
    assert compared > 300


def test_every_stretch_of_chinese_is_found(engine: Page, snapshot) -> None:
    (document,) = snapshot.documents.values()
    have: dict[str, set[str]] = {}
    for unit in document.walk():
        for one in unit.segments:
            for run in HAN.findall(one.plain("zh")):
                for at in range(len(run)):
                    for end in range(at + 1, min(len(run), at + 6) + 1):
                        have.setdefault(run[at:end], set()).add(str(unit.locator))
    some = random.Random(3).sample(sorted(have), 600)
    for form in ("{}", '"{}"'):
        answers = ask(engine, [form.format(one) for one in some])
        for stretch, answer in zip(some, answers, strict=True):
            assert have[stretch] <= {at for at, _ in answer["hits"]}, stretch


HOSTILE = [
    "", " ", "<img src=x onerror=alert(1)>", "<script>document.title='x'</script>",
    "长" * 1_000, "长" * 1_001, "a" * 1_000, "金 " * 500, "ab " * 333, "'" * 1_000,
    "xian" * 250, "第" * 100, "IoT" * 200, "[", "(?:a+)+$", "a*b\\d{3}|^.",
    '"', '""', "-", "--", "OR", "OR OR -OR", "zh:", 'en:""', "in:", "in:<b>",
    "-in:9.9 金融", "title:-", "。，、；：？！", "\0金融\0", "%00", "😀", "𠮷", "ﷺ㍿",
    "__proto__", "constructor", "toString hasOwnProperty", "zh:__proto__",
    "2.3.11.s", "s999999", "\u202e金融", "e\u0301\u0301", "lv4se4 jin1rong2", "１２３",
]  # fmt: skip


def test_nothing_that_is_typed_does_harm(engine: Page) -> None:
    for query, answer in zip(HOSTILE, ask(engine, HOSTILE), strict=True):
        assert answer["reason"] or answer["total"], query


@pytest.mark.parametrize(
    "query",
    ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "金融<b>保险"],
)
def test_what_is_typed_is_shown_as_text(open_page: Open, query: str) -> None:
    page = open_page(f"{SEARCH}?q={quote(query)}")
    expect(page.locator(".masthead")).to_contain_text(query)
    assert not page.locator("main :is(img, script, b)").count()
    assert page.title().startswith(query)


def test_a_reader_searches_narrows_and_goes_back(open_page: Open) -> None:
    page = open_page(SEARCH)
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).fill("保險")
    page.keyboard.press("Enter")
    expect(page.locator(".found").first).to_be_visible()
    assert page.url.endswith(f"{SEARCH}?q={quote('保險')}")
    count = page.locator("[data-count]").inner_text()
    expect(page.locator("[data-say]")).to_have_text(count)
    assert set(page.locator("mark:not(.echo)").all_inner_texts()) >= {"保险"}
    page.get_by_role("link", name="English").locator("visible=true").last.click()
    assert "lang=en" in page.url
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text(count)
    page.get_by_role("link", name="II (2)").click()
    assert page.url.endswith("&in=western-financial-center%3A2.2")
    expect(page.locator(".facets [aria-current]").first).to_contain_text("II (2)")


def test_a_hit_leads_to_its_sentence_with_its_marks(open_page: Open) -> None:
    page = open_page(f"{SEARCH}?q={quote('绿色金融')}")
    page.locator(".found .row .loc", has_text="4").first.click()
    page.wait_for_url("**/western-financial-center/2.3.11?q=*#s4")
    assert page.locator("#s4 mark").count()


def test_an_address_is_offered(open_page: Open) -> None:
    page = open_page(f"{SEARCH}?q=measure+11", ui="zh")
    expect(page.locator(".goto")).to_have_text(
        "前往 2.3.11 第二部分第（三）节第11项措施"
    )
    page.locator(".goto a").click()
    page.wait_for_url("**/western-financial-center/2.3.11")


def test_it_says_what_it_cannot_do(open_page: Open) -> None:
    page = open_page(f"{SEARCH}?q=crop+insurance")
    expect(page.locator(".masthead")).to_contain_text("by words alone")
    expect(page.locator(".masthead")).to_contain_text("No unit has all of these words")


def test_nothing_is_asked_of_the_server_again(open_page: Open) -> None:
    page = open_page(f"{SEARCH}?q={quote('金融')}")
    expect(page.locator(".found").first).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("a[rel=next]").click()
    expect(page.locator("nav.pages [aria-current]")).to_have_text("2")
    page.locator("#q").fill("PBOC")
    page.locator("#q").press("Enter")
    expect(page.locator("h1 .zh")).to_have_text("中国人民银行")
    of_the_page = ("/api/v1/suggest", "/static/icon.svg")
    assert not [url for url in asked if not any(one in url for one in of_the_page)]


def test_without_scripts_it_leads_to_the_texts(open_page: Open) -> None:
    page = open_page(SEARCH, javascript=False)
    expect(page.locator(".masthead")).to_contain_text("needs JavaScript")
    page.get_by_role("link", name="Plan").first.click()
    page.wait_for_url("**/western-financial-center/")


@pytest.mark.parametrize(
    ("query", "ui", "width", "theme"),
    [
        ("绿色金融", "en", 1440, "light"), ("金融 OR 保险", "zh", 360, "dark"),
        ("碳税 比特币", "en", 820, "dark"), ("", "zh", 360, "light"),
        ("2.9", "en", 360, "light"),
    ],
)  # fmt: skip
def test_it_can_be_used_by_everybody(open_page: Open, query, ui, width, theme) -> None:
    page = open_page(f"{SEARCH}?q={quote(query)}", ui=ui, width=width, theme=theme)
    expect(page.locator(".found, #help").first).to_be_visible()
    assert not Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
