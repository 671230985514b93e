"""Pages, scripts and redirects with the addresses of files in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html import unescape

from app.errors import ReaderError

Link = Callable[[str], str | None]
"""Gives the address of a file for one of the reader; None if there is no such file."""

_TAG = re.compile(r'<(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>\n?')
_ADDRESS = re.compile(
    r' (?P<name>href|src|action|data-preview|data-copy)="(?P<value>[^"]*)"'
)
_CANONICAL = re.compile(r'<link rel="canonical" href="(?P<address>[^"]*)">\n?')
_SHARED_URL = re.compile(r'<meta property="og:url" content="[^"]*">\n?')
_CHARSET = '<meta charset="utf-8">\n'
_ASSET = re.compile(r"/static/[\w./-]+\?v=\w+")

_NO_META = "frame-ancestors"
"""What a policy may say in a header only."""

_SHARED = re.compile(
    r'<title>.*?</title>|<meta (?:name="(?:description|twitter)|property=)[^>]*>'
)
"""What a page for programs that show a preview of a link says of what is there."""

_REDIRECT = """<!doctype html>
<html lang="{lang}">
<head>
{charset}<meta name="viewport" content="width=device-width, initial-scale=1">
{said}
<link rel="icon" href="{icon}">
<script src="{script}" data-to="{to}"></script>
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
</head>
<body>
<p><a href="{to}">{to_name}</a></p>
</body>
</html>
"""


class NotFrozenError(ReaderError):
    """Raised for an address in a page that leads to nothing that is frozen."""

    def __init__(self, address: str) -> None:
        super().__init__(f"A page leads to {address}, of which no file is written.")
        self.address = address


def rewrite_page(html: str, link: Link, base: str) -> str:
    """Give every address in a page the form it has among files.

    So have those that begin with *base*, where the site will be; but what is copied
    stays whole. A ``<link>`` to what is not frozen goes.

    :raise NotFrozenError: for another address of what is not frozen.
    """

    def tag(found: re.Match[str]) -> str:
        try:
            return _ADDRESS.sub(lambda one: _attribute(one, link, base), found[0])
        except NotFrozenError:
            if found["name"] == "link":
                return ""
            raise

    return _TAG.sub(tag, html)


def rewrite_assets(text: str, link: Link) -> str:
    """Name the other files of styles and scripts that a style or a script asks for."""
    return _ASSET.sub(lambda found: f"./{link(found[0])}", text)


def with_head(html: str, *lines: str) -> str:
    """Put lines into the head of a page, before all that is loaded."""
    return html.replace(_CHARSET, _CHARSET + "".join(f"{line}\n" for line in lines), 1)


def with_policy(html: str, policy: str) -> str:
    """Say in a page itself what its browser may do."""
    rules = (rule.strip() for rule in policy.split(";"))
    said = "; ".join(rule for rule in rules if not rule.startswith(_NO_META))
    line = f'<meta http-equiv="Content-Security-Policy" content="{escape(said)}">'
    return with_head(html, line)


def canonical_of(html: str) -> str:
    """Give the address that a page says is its own; empty if it says none."""
    found = _CANONICAL.search(html)
    return unescape(found["address"]) if found else ""


def without_canonical(html: str) -> str:
    """Leave out the address that a page says is its own."""
    return _CANONICAL.sub("", html)


def with_root(html: str, root: str, tree: str) -> str:
    """Tell scripts the way to the root of the site, and in which language this is."""
    said = f' data-root="{escape(root)}"' + (f' data-tree="{tree}"' if tree else "")
    return html.replace("<html", f"<html{said}", 1)


def without_shared_url(html: str) -> str:
    """Leave out the address that is shown where people share a page."""
    return _SHARED_URL.sub("", html)


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a page leads on, and with what."""

    to: str
    name: str
    """What the link says, for who is not led on."""
    lang: str
    script: str
    icon: str
    """Without it, browsers ask for one that a site in a folder cannot have."""


def redirect_page(lead: Lead, shared: str) -> str:
    """Lead on, at once: a script keeps what was asked, and it goes without it too.

    *shared* is the page for programs that show a preview of a link; they go nowhere.
    """
    said = _SHARED.findall(shared) or [f"<title>{escape(lead.name)}</title>"]
    return _REDIRECT.format(
        lang=lead.lang,
        charset=_CHARSET,
        said="\n".join(said),
        icon=escape(lead.icon),
        script=escape(lead.script),
        to=escape(lead.to),
        to_name=escape(lead.name),
    )


def _attribute(found: re.Match[str], link: Link, base: str) -> str:
    """Rewrite an attribute; between several addresses are spaces."""
    if found["name"] == "data-copy" and base:
        return found[0]
    written = (
        _address(value, link, base) for value in unescape(found["value"]).split(" ")
    )
    return f' {found["name"]}="{escape(" ".join(written))}"'


def _address(value: str, link: Link, base: str) -> str:
    """Rewrite an address of this site.

    :raise NotFrozenError: if nothing of it is frozen.
    """
    if base and f"{value}/".startswith(f"{base}/"):
        value = value.removeprefix(base) or "/"
    if not value.startswith("/"):
        return value
    address = link(value)
    if address is None:
        raise NotFrozenError(value)
    return address
