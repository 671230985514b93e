"""Every address has one place among the files, and every way leads there."""

from __future__ import annotations

from urllib.parse import unquote
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.freezer.addresses import Page
from app.freezer.addresses import relative
from app.freezer.addresses import target_of
from app.freezer.rewriting import NotFrozenError
from app.freezer.rewriting import rewrite_page

UNIT = Page("/plan/2.3.11")

CASES = {
    "/": "",
    "/plan/": "plan/",
    "/plan": "plan/",
    "/plan/2.3.11#s4": "plan/2.3.11/#s4",
    "/plan/2.3.11.s4": "plan/2.3.11.s4/",
    "/plan/2.3.11?view=zh#s4": "plan/2.3.11/view=zh/#s4",
    "/plan/2.3.11?range=s4-s6#s4-s6": "plan/2.3.11/#s4-s6",
    "/plan/2.3.11?q=x&lang=zh&view=en": "plan/2.3.11/view=en/",
    "/plan/2.3.11?view=zh&ui=zh": "zh/plan/2.3.11/view=zh/?ui=zh",
    "/plan/map?unit=2.3.11&view=zh": "plan/map/unit=2.3.11/",
    "/plan/print?view=zh&paper=letter": "plan/print/paper=letter,view=zh/",
    "/plan/2.3.11/cite.bib": "plan/2.3.11/cite.bib",
    "/terms/?kind=market&page=2": "terms/kind=market,page=2/",
    "/terms/?kind=market&letter=B&sort=en": "terms/letter=B,sort=en/",
    "/terms/?letter=%23&sort=en": "terms/letter=~23,sort=en/",
    "/terms/?kind=a/../../b": "terms/kind=a~2f..~2f..~2fb/",
    "/search?q=绿色+金融": "search/?q=%E7%BB%BF%E8%89%B2+%E9%87%91%E8%9E%8D",
    "/concordance?q=x": "search/?q=x",
    "/search/offline?ui=zh": "zh/search/?ui=zh",
    "/static/site.css?v=0a1b": "static/site.0a1b.css",
    "/api/v1/documents/plan/2.3.11": "api/v1/documents/plan/2.3.11.json",
    "/export/plan/2.3.11.epub": "export/plan/2.3.11.epub",
    "/display?theme=dark": None,
    "/suggest.json?q=x": None,
    "/api/v1/search?q=x": None,
    "/oembed?url=x": None,
}


@pytest.mark.parametrize(("address", "frozen"), CASES.items())
def test_where_an_address_is_frozen(address, frozen):
    target = target_of(address, UNIT)
    assert (target and target.page.address + target.suffix) == frozen


def test_a_choice_too_many_leads_to_another_page_than_the_one_left():
    at = Page("/terms/", "en", (("letter", "B"), ("sort", "en")))
    target = target_of("/terms/?kind=market&letter=B&sort=en", at)
    assert target.page.address == "terms/kind=market/"
    itself = target_of("/terms/?letter=B&sort=en", at)
    assert itself.page == at


NAMES = st.text("ab.s=,金 %?#", min_size=1, max_size=4).filter(
    lambda name: set(name) != {"."}
)
PATHS = st.lists(NAMES, max_size=4).map(lambda names: "/" + "/".join(names))


@given(PATHS, PATHS, st.sampled_from(["en", "zh"]), st.sampled_from(["en", "zh"]))
def test_the_way_from_a_page_leads_to_the_other(here, there, lang, other):
    start, end = Page(here, lang), Page(there, other)
    base = "https://example.org/a/b/"
    found = urljoin(base + Page(here, lang).address, relative(end, start.file))
    assert found == base + end.address
    assert unquote(end.address) == end.file.removesuffix("index.html")


def test_addresses_in_attributes_stay_escaped():
    html = '<a href="/a?q=%22&amp;b" title="&quot;/a">&lt;a href="/b"></a>'
    made = rewrite_page(html, lambda href: f'x"<{href}', "")
    assert made == html.replace("/a?q=%22&amp;b", "x&quot;&lt;/a?q=%22&amp;b")


def test_a_link_of_the_head_to_what_is_not_frozen_goes_and_any_other_is_an_error():
    html = '<link href="/oembed?url=x">\n<a href="/here">'
    assert rewrite_page(html, lambda href: None if "oembed" in href else "h", "") == (
        '<a href="h">'
    )
    with pytest.raises(NotFrozenError, match="/display"):
        rewrite_page('<form action="/display">', lambda _: None, "")
