from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/rules/1.1.1#s4", "1.1.1.s4 stands at 1.1.2.s2 now."),
        ("/rules/#1.1.1.s4", "1.1.1.s4 stands at 1.1.2.s2 now."),
        ("/rules/1.1.1#s3", "This sentence will be deleted."),
        ("/rules/?view=zh#1.1.1.s3", "This sentence will be deleted."),
    ],
)
def test_a_copied_link_is_answered_where_it_leads(
    open_page: Open, changed_site: str, address: str, words: str, javascript: bool
) -> None:
    page = open_page(address, base=changed_site, javascript=javascript, height=250)
    shown = page.locator(".former:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_be_in_viewport()
    expect(shown).to_contain_text(words)


def test_what_is_no_more_is_not_seen_by_others(
    open_page: Open, changed_site: str
) -> None:
    page = open_page("/rules/1.1.1#s2", base=changed_site)
    expect(page.locator(".former")).to_have_count(2)
    expect(page.locator(".former:visible")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_range_shows_what_is_left_of_it(
    open_page: Open, changed_site: str, javascript: bool
) -> None:
    page = open_page("/rules/1.1.1.s2-s4", base=changed_site, javascript=javascript)
    expect(page.locator(".row.ranged:visible")).to_have_count(3)
    expect(page.locator(".para > .row.ranged")).to_have_count(1)
    expect(page.locator("#s2")).to_be_in_viewport()


def test_a_range_typed_after_the_sign_shows_it_too(
    open_page: Open, changed_site: str
) -> None:
    page = open_page("/rules/#1.1.1.s3-s5", base=changed_site)
    ranged = page.locator(".row.ranged")
    expect(ranged).to_have_count(3)
    expect(ranged.first).to_have_attribute("id", "1.1.1.s5")
