"""The sentence that says why a unit is worth reading beside another."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.locator import Locator
from app.model.thread import Relation
from app.model.thread import RelationKind
from app.model.thread import SharedTerm
from app.web.relations import reason_html
from tests.web.conftest import reader_of

SLUG = "western-financial-center"

GREEN = SharedTerm("绿色金融", "green finance", 6, 1)
BOND = SharedTerm("永续债", "perpetual bond", 2, 2)
FUND = SharedTerm("基金", "fund", 1, 1)


def told(
    index: Path, ui: str, unit: str, other: str, kind: RelationKind, *terms: SharedTerm
) -> str:
    relation = Relation(Locator.parse(unit), Locator.parse(other), kind, terms, 1.0)
    with reader_of(index).test_request_context(f"/?ui={ui}"):
        return str(reason_html(SLUG, relation))


def plain(html: str) -> str:
    """Take the two elements away that say the language."""
    for tag in ('<span lang="zh-Hans">', '<span lang="en">', "</span>"):
        html = html.replace(tag, "")
    return html


@pytest.mark.parametrize(
    ("ui", "unit", "other", "kind", "terms", "expected"),
    [
        ("en", "2.3.11", "1.3", "goal", (GREEN,),
         "Sets a goal for green finance 绿色金融 (6 times here, once there)."),
        ("zh", "2.3.11", "1.3", "goal", (GREEN,),
         "就绿色金融 green finance（此处 6 次，彼处 1 次）提出目标。"),
        ("en", "1.3", "2.3.11", "goal", (FUND,),
         "Carries out the goal for fund 基金 (once each)."),
        ("zh", "1.3", "2.3.11", "goal", (FUND,),
         "落实关于基金 fund（各 1 次）的目标。"),
        ("en", "2.2.9", "1.2.4", "principle", (BOND,),
         "Gives a principle for perpetual bond 永续债 (twice each)."),
        ("zh", "1.2.4", "2.2.9", "principle", (BOND,),
         "落实关于永续债 perpetual bond（各 2 次）的原则。"),
        ("en", "2.1.1", "2.1.2", "shared", (GREEN, BOND, FUND),
         "Both speak of green finance 绿色金融 (6 times here, once there), perpetual "
         "bond 永续债 (twice each) and fund 基金 (once each)."),
        ("zh", "2.1.1", "2.1.2", "shared", (GREEN, FUND),
         "两处都谈到绿色金融 green finance（此处 6 次，彼处 1 次）、"
         "基金 fund（各 1 次）。"),
    ],
)  # fmt: skip
def test_the_reason_in_words(snapshot_dir, ui, unit, other, kind, terms, expected):
    assert plain(told(snapshot_dir, ui, unit, other, kind, *terms)) == expected


def test_terms_have_their_language_and_nothing_in_them_is_markup(snapshot_dir):
    term = SharedTerm("<b>甲", "<i>% one", 1, 1)
    html = told(snapshot_dir, "en", "2.1.1", "2.1.2", "shared", term)
    assert '<span lang="en">&lt;i&gt;% one</span>' in html
    assert '<span lang="zh-Hans">&lt;b&gt;甲</span>' in html
