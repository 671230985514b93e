"""What a page weighs as it comes over the wire, with all that it asks for."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Browser

PLAN = "/western-financial-center"
KB = 1000


def weigh(browser: Browser, address: str) -> Counter[str]:
    """Load a page with an empty cache; give the bytes of each kind, heads included."""
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    weights: Counter[str] = Counter()

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        weights[kinds[event["requestId"]]] += event["encodedDataLength"]

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    context.close()
    return weights


@pytest.mark.parametrize("path", [f"{PLAN}/", f"{PLAN}/2.3.11"])
def test_a_reading_page_is_light(browser: Browser, site: str, path: str) -> None:
    weights = weigh(browser, site + path)
    assert 0 < weights["Script"] < 15 * KB, weights
    assert 0 < weights["Stylesheet"] < 15 * KB, weights


def test_the_whole_plan_weighs_little(browser: Browser, site: str) -> None:
    weights = weigh(browser, f"{site}{PLAN}/")
    assert weights.total() <= 60 * KB, weights
