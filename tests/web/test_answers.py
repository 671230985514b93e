from __future__ import annotations

from app.web.answers import MadePages


def test_a_page_is_made_once() -> None:
    pages = MadePages()
    made: list[str] = []

    def make() -> bytes:
        made.append("x")
        return b"page"

    assert [pages.get("tag", make).plain for _ in range(3)] == [b"page"] * 3
    assert made == ["x"]


def test_only_the_pages_asked_for_last_are_kept() -> None:
    pages = MadePages(most=2)
    made: list[str] = []

    def ask(tag: str) -> None:
        pages.get(tag, lambda: made.append(tag) or tag.encode())

    for tag in ("a", "b", "a", "c", "a", "b"):
        ask(tag)
    assert made == ["a", "b", "c", "b"]


def test_a_page_that_fails_is_not_kept() -> None:
    pages = MadePages()

    def fail() -> bytes:
        raise LookupError

    for _ in range(2):
        try:
            pages.get("tag", fail)
        except LookupError:
            continue
        raise AssertionError("the failure was swallowed")
    assert pages.get("tag", lambda: b"page").plain == b"page"
