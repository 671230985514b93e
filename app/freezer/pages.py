"""A page of the reader as one of files: what it leads to, says of itself and allows."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from urllib.parse import unquote
from urllib.parse import urlsplit

from app.freezer import rewriting
from app.freezer.addresses import MAIN_LANG
from app.freezer.addresses import NOT_FOUND
from app.freezer.addresses import Page
from app.freezer.addresses import PUBLIC_FILES
from app.freezer.addresses import relative
from app.freezer.addresses import target_of
from app.model.document import Lang
from app.model.document import LANGS

NOWHERE = "/"
"""What stands before every address of a site that does not know its own."""

_TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
_AS_SHOWN = frozenset({"view", "paper"})
"""What may be asked of a page and changes nothing of what it says."""

Take = Callable[[Page], None]
"""Notes that a page is led to."""


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes pages of a site that will be at *base*; notes each that they lead to."""

    base: str
    lead: str
    """The address of the script that leads on, in the reader."""
    icon: str

    @property
    def prefix(self) -> str:
        """The path of the site on its server."""
        return f"{urlsplit(self.base).path.rstrip('/')}/"

    def file(self, page: Page, html: str, take: Take) -> str:
        """Write a text that is taken away, so that its links work as far as can be."""
        if self.base != NOWHERE:
            return html
        return rewriting.rewrite_page(html, self.linker(page, take), "")

    def page(self, page: Page, html: str, policy: str, take: Take) -> str:
        """Write a page."""
        said = rewriting.canonical_of(html)
        html = rewriting.without_canonical(html)
        base = "" if self.base == NOWHERE else self.base
        html = rewriting.rewrite_page(html, self.linker(page, take), base)
        html = rewriting.with_root(
            html, self._root(page), "" if page == NOT_FOUND else page.lang
        )
        if self.base == NOWHERE:
            html = rewriting.without_shared_url(html)
        elif page != NOT_FOUND:
            html = rewriting.with_head(html, *self._names(page, said, take))
        return rewriting.with_policy(html, policy)

    def redirect(self, page: Page, location: str, shared: str, take: Take) -> str:
        """Write a page that leads on; *shared* is shown where its link is shared."""
        link = self.linker(page, take)
        lead = rewriting.Lead(
            to=_known(link, location),
            name=unquote(urlsplit(location).path).strip("/"),
            lang=_TAGS[page.lang],
            script=_known(link, self.lead),
            icon=_known(link, self.icon),
        )
        if self.base == NOWHERE:
            shared = rewriting.without_shared_url(shared)
        html = rewriting.redirect_page(lead, shared)
        there = target_of(location, page)
        if there and self.base != NOWHERE:
            html = rewriting.with_head(html, self._canonical(there.page))
        return html

    def linker(self, page: Page, take: Take) -> rewriting.Link:
        """Give what finds the way from a page to others."""
        unknown = self.base == NOWHERE

        def link(href: str) -> str | None:
            target = target_of(href, page)
            if target is None or (unknown and target.page.path in PUBLIC_FILES):
                return None
            take(target.page)
            if target.page == page and target.suffix.startswith("#"):
                return target.suffix
            return self._way(page, target.page) + target.suffix

        return link

    def _way(self, page: Page, there: Page) -> str:
        """Write the way to another page; from one that is sent anywhere, the path."""
        if page == NOT_FOUND:
            return self.prefix + there.address
        return relative(there, page.file)

    def _root(self, page: Page) -> str:
        """Write the way from a page to the root of the site."""
        if page == NOT_FOUND:
            return self.prefix
        return "../" * page.file.count("/") or "./"

    def _names(self, page: Page, said: str, take: Take) -> Iterator[str]:
        """Give the address of a page, and of the same in each language."""
        asked = tuple(pair for pair in page.asked if pair[0] not in _AS_SHOWN)
        path = unquote(said.removeprefix(self.base)) if said else page.path
        own = Page(path, page.lang, asked if path == page.path else ())
        take(own)
        yield self._canonical(own)
        if path == page.path:
            for lang in LANGS:
                other = replace(own, lang=lang)
                take(other)
                yield (
                    f'<link rel="alternate" hreflang="{_TAGS[lang]}" '
                    f'href="{self.base}/{other.address}">'
                )
            default = replace(own, lang=MAIN_LANG)
            yield (
                '<link rel="alternate" hreflang="x-default" '
                f'href="{self.base}/{default.address}">'
            )

    def _canonical(self, page: Page) -> str:
        """Say which address of several is the one to find."""
        return f'<link rel="canonical" href="{self.base}/{page.address}">'


def _known(link: rewriting.Link, address: str) -> str:
    """Find the way to what is frozen for sure.

    :raise NotFrozenError: if it is not.
    """
    way = link(address)
    if way is None:
        raise rewriting.NotFrozenError(address)
    return way
