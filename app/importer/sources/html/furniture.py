"""What stands around the text of a page: navigation, share buttons, advertisements.

Nothing is taken for furniture that holds much of the page's text, or an article, a
chapter or an annex by its number, whatever its author called it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4 import Tag
from bs4.element import NavigableString

from app.text.word_list import word_list

SILENT = word_list(
    "script style noscript template head svg math iframe object embed canvas audio "
    "video select option textarea input rt rp map title link meta noframes"
)
"""Elements without text of the page; they are not even counted."""

_TAGS = word_list("nav aside footer button dialog form menu marquee")
_ROLES = word_list(
    "navigation banner contentinfo search complementary dialog alert menu menubar "
    "toolbar alertdialog"
)

#: Words of class and id; Chinese sites use pinyin: 当前位置, 分享, 底部, 导航.
_WORDS = word_list(
    "nav navbar navigation mainnav subnav topnav menu submenu breadcrumb breadcrumbs "
    "crumb crumbs crumbnav bread footer copyright sidebar sidenav aside share sharing "
    "sharebox sharedaddy social bdsharebuttonbox bdshare jiathis addthis addtoany "
    "related recommend recommended recommendation hotnews ads ad advert adverts "
    "advertisement adsbygoogle sponsor sponsored promotion ticker stock stocks marquee "
    "cookie cookies consent gdpr newsletter subscribe comments toolbar print printer "
    "fontsize zihao pager pagination login searchbox qrcode ewm erweima weixin wechat "
    "weibo popup skiplink dqwz daohang fenxiang dibu xgwj xglj xgxw xgyd tuijian "
    "mininav topbar sitemap langswitch switcher feedback pageturn prevnext weather "
    "navheader navfooter"
)
#: Words that a part of the text may go by too; of furniture where they hold links.
_WEAK_WORDS = word_list(
    "header foot bottom hot tools tool search modal skip location banner language lang "
    "accessibility widget promo quotes top more rel"
)
_HIDDEN_CLASSES = word_list("sr-only visually-hidden screen-reader-text hidden")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NUMBERED = re.compile(
    r"第[零〇一二两三四五六七八九十百千0-9]+[编編章节節条條]|附件|附錄|附录"
    r"|\b(?:Article|Chapter|Section|Annex|Schedule|Appendix)\s+(?:[0-9]+|[IVXLC]+)\b",
    re.IGNORECASE,
)
_LISTS = word_list("ul ol dl div table section p td")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Weight:
    """What an element holds: signs, those in links, links, a main heading."""

    signs: int = 0
    linked: int = 0
    links: int = 0
    has_h1: bool = False
    is_numbered: bool = False

    @property
    def own(self) -> int:
        """Signs that are in no link: of a menu none, however long it is."""
        return self.signs - self.linked

    def add(self, other: _Weight) -> None:
        """Count what another holds as one's own."""
        self.signs += other.signs
        self.linked += other.linked
        self.links += other.links
        self.has_h1 |= other.has_h1
        self.is_numbered |= other.is_numbered


def furniture(soup: BeautifulSoup) -> tuple[frozenset[int], int]:
    """Return the ids of the elements to leave out, and how many have text in them."""
    tags = [tag for tag in soup.find_all(True) if isinstance(tag, Tag)]
    weights = _weigh(tags)
    whole = max((weight.own for weight in weights.values()), default=0)
    outside = _outside(soup, weights, whole)
    dropped: set[int] = set()
    pieces = 0
    for tag in tags:
        if tag.parent is not None and id(tag.parent) in dropped:
            dropped.add(id(tag))
        elif id(tag) in outside or _is_furniture(tag, weights[id(tag)], whole):
            dropped.add(id(tag))
            pieces += weights[id(tag)].signs > 0
    return frozenset(dropped), pieces


def _outside(soup: BeautifulSoup, weights: dict[int, _Weight], whole: int) -> set[int]:
    """Return the ids of what stands beside a main element that has most of the text."""
    main = soup.find("main")
    if not isinstance(main, Tag) or weights[id(main)].own * 3 < whole * 2:
        return set()
    around = {id(main), *(id(parent) for parent in main.parents)}
    return {
        id(tag)
        for parent in main.parents
        for tag in parent.children
        if isinstance(tag, Tag)
        and id(tag) not in around
        and not (weights[id(tag)].has_h1 or weights[id(tag)].is_numbered)
    }


def _weigh(tags: list[Tag]) -> dict[int, _Weight]:
    """Count what each element holds; read backwards, children come first."""
    weights = {id(tag): _Weight() for tag in tags}
    for tag in reversed(tags):
        weight = weights[id(tag)]
        if tag.name not in SILENT:
            own = _own_text(tag)
            weight.signs += len(_SPACE.sub("", own))
            weight.is_numbered |= bool(_NUMBERED.search(own)) and tag.name != "a"
            weight.has_h1 |= tag.name == "h1"
        if tag.name == "a" and tag.get("href"):
            weight.linked = weight.signs
            weight.links += 1
            weight.is_numbered = False
        if tag.parent is not None and id(tag.parent) in weights:
            weights[id(tag.parent)].add(weight)
    return weights


def _own_text(tag: Tag) -> str:
    """Return the text directly in an element."""
    return "".join(
        str(child) for child in tag.children if type(child) is NavigableString
    )


def _is_furniture(tag: Tag, weight: _Weight, whole: int) -> bool:
    """Judge one element."""
    if tag.name in SILENT or tag.name in ("html", "body"):
        return tag.name in SILENT
    if weight.own * 2 > whole:
        return False
    if _is_hidden(tag):  # a second language may wait behind a button
        return weight.own * 5 < whole
    if weight.is_numbered and weight.linked * 2 < weight.signs:
        return False
    if tag.name in _TAGS or tag.get("role") in _ROLES:
        return weight.own * 3 < whole and not weight.has_h1
    if _is_list_of_links(tag, weight):
        return True
    names = _words(tag)
    has_links = weight.links > 0 and weight.linked * 4 >= weight.signs
    is_named = bool(_WORDS & names or (has_links and _WEAK_WORDS & names))
    return (
        is_named
        and not weight.has_h1
        and weight.own * 4 < whole
        and tag.name not in ("h1", "main")
    )


def _is_hidden(tag: Tag) -> bool:
    """Say whether a browser would not show it."""
    classes = set(tag.get_attribute_list("class"))
    return (
        tag.has_attr("hidden")
        or bool(_HIDDEN.search(str(tag.get("style") or "")))
        or bool(_HIDDEN_CLASSES & classes)
    )


def _is_list_of_links(tag: Tag, weight: _Weight) -> bool:
    """Say whether an element is hardly more than links, as a menu is."""
    return (
        tag.name in _LISTS
        and weight.links >= (2 if tag.name in ("ul", "ol") else 3)
        and weight.linked * 4 > weight.signs * 3
        and not weight.has_h1
        and weight.signs < 60 * weight.links
    )


def _words(tag: Tag) -> set[str]:
    """Return the words in the names that an element goes by."""
    names = [*(tag.get("class") or []), str(tag.get("id") or "")]
    return {word.lower() for name in names for word in _WORD.findall(name)}
