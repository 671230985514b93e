"""A walk through an element that costs nothing where the walk is left early.

`Tag.descendants` first looks for the last of them, which in a page that is nested very
deep takes longer than the page is worth, once for every element.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString
from bs4.element import PageElement

_NODES = 30


def within(tag: Tag) -> Iterator[PageElement]:
    """Yield what is in an element, in the order of the page."""
    stack = [iter(tag.contents)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            continue
        yield node
        if isinstance(node, Tag):
            stack.append(iter(node.contents))


def short_text(tag: Tag) -> str:
    """Return the text of the first few pieces of an element."""
    nodes = islice(within(tag), _NODES)
    return "".join(str(node) for node in nodes if isinstance(node, NavigableString))


def has(tag: Tag, name: str) -> bool:
    """Say whether there is an element of a name in another."""
    return any(isinstance(node, Tag) and node.name == name for node in within(tag))
