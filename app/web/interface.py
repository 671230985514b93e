"""How a reader wants the pages: asked for, remembered, or guessed."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qsl
from urllib.parse import quote
from urllib.parse import urlencode
from urllib.parse import urlsplit

from flask import Blueprint
from flask import current_app
from flask import Flask
from flask import has_request_context
from flask import redirect
from flask import request
from flask import Response as FlaskResponse
from flask import url_for
from flask_babel import Babel
from werkzeug import Response

from app.model.document import Lang
from app.model.document import LANGS
from app.text.script import Script
from app.web.urls import MARKING_PARAMETERS

Theme = Literal["auto", "light", "dark"]

LOCALES: dict[Lang, str] = {"zh": "zh_Hans", "en": "en"}
THEMES: tuple[Theme, ...] = ("auto", "light", "dark")
TERMS = ("on", "off")

KEYS = ("on", "off")
PINYIN = ("0", "1")

ScriptChoice = Literal["auto"] | Script

_CHOICE_OF_SCRIPT: tuple[ScriptChoice, ...] = ("auto", "hans", "hant")

_CHOICES: dict[str, tuple[str, ...]] = {
    "theme": THEMES,
    "terms": TERMS,
    "keys": KEYS,
    "script": _CHOICE_OF_SCRIPT,
    "pinyin": PINYIN,
}
"""What the display panel keeps besides the language."""

_FRAGMENT = re.compile(r"[\w.%-]{1,100}")
"""The anchors there are on our pages, as a browser writes them."""

ASKED = ("ui", "script", "pinyin")
"""What may be asked for in an address, and is remembered then."""

_YEAR = 365 * 24 * 60 * 60

interface = Blueprint("interface", __name__)


def init_app(app: Flask) -> None:
    """Make gettext follow the reader's choice, and remember that choice."""
    Babel(app, locale_selector=lambda: LOCALES[ui_lang()])
    app.register_blueprint(interface)
    app.after_request(_remember)


def is_frozen() -> bool:
    """Say whether pages are written as files: there is no server to ask then."""
    frozen: bool = current_app.config["FROZEN"]
    return frozen


def ui_lang() -> Lang:
    """Give the language of the interface: asked for, remembered, or the browser's."""
    if not has_request_context():
        return "en"
    for choice in (request.args.get("ui"), request.cookies.get("ui")):
        if choice in LANGS:
            return choice
    best = request.accept_languages.best_match(("en", "zh"), "en")
    return "zh" if best == "zh" else "en"


def theme() -> Theme:
    """Give the theme that was chosen; auto follows the system."""
    choice = request.cookies.get("theme") if has_request_context() else None
    return choice if choice in THEMES else "auto"


def marks_terms() -> bool:
    """Say whether terms are marked in the text; they are, unless that is turned off."""
    return not has_request_context() or request.cookies.get("terms") != "off"


def keys_work() -> bool:
    """Say whether single keys do something; they do, unless that is turned off."""
    return not has_request_context() or request.cookies.get("keys") != "off"


def script() -> ScriptChoice:
    """Give the script of Chinese: asked for, remembered, or auto, as it is written."""
    if not has_request_context():
        return "auto"
    for choice in (request.args.get("script"), request.cookies.get("script")):
        if choice in _CHOICE_OF_SCRIPT:
            return choice
    return "auto"


def shows_pinyin() -> bool:
    """Say whether pinyin stands over the Chinese: asked for, remembered, or not."""
    if not has_request_context():
        return False
    for choice in (request.args.get("pinyin"), request.cookies.get("pinyin")):
        if choice in PINYIN:
            return choice == "1"
    return False


def here() -> str:
    """Give the address of this page, to come back to."""
    query = request.query_string.decode("ascii", "replace")
    return quote(request.path) + (f"?{query}" if query else "")


def other_language() -> tuple[Lang, str]:
    """Give the other language of the interface, and this page in it.

    A text is led to without the words that are marked in it: such links are kept.
    """
    lang: Lang = "en" if ui_lang() == "zh" else "zh"
    left_out = {"ui", *(MARKING_PARAMETERS if request.blueprint == "reading" else ())}
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] not in left_out]
    path = quote("/" + request.path.lstrip("/"))  # //name would be another site
    return lang, f"{path}?{urlencode([*pairs, ('ui', lang)])}"


def gap() -> str:
    """Give what stands between two sentences: Chinese signs bring their own space."""
    return "" if ui_lang() == "zh" else " "


@interface.get("/display")
def display() -> Response:
    """Keep the choice of the display panel and go back to where it was made."""
    response = redirect(_way_back(request.args.get("next", "")), code=303)
    for name, values in _CHOICES.items():
        chosen = request.args.get(name)
        if chosen in values:
            _set_cookie(response, name, chosen)
    return response


def _way_back(target: str) -> str:
    """Give a path on this site and nothing else; the language is in the cookie now."""
    home = url_for("library.home")
    if any(not char.isprintable() for char in target) or "\\" in target:
        return home
    try:
        parts = urlsplit(target)
    except ValueError:
        return home
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return home
    if parts.path.startswith("//"):
        return home
    pairs = [pair for pair in parse_qsl(parts.query) if pair[0] not in ASKED]
    query = f"?{urlencode(pairs)}" if pairs else ""
    fragment = f"#{parts.fragment}" if _FRAGMENT.fullmatch(parts.fragment) else ""
    return f"{parts.path}{query}{fragment}"


def _remember(response: FlaskResponse) -> FlaskResponse:
    """Keep the language, the script and the pinyin that a page was asked for in."""
    if request.blueprint in {"api", "embed", "oembed"}:
        return response
    for name in ASKED:
        values = LANGS if name == "ui" else _CHOICES[name]
        asked = request.args.get(name, "")
        if asked in values and asked != request.cookies.get(name):
            _set_cookie(response, name, asked)
    return response


def _set_cookie(response: Response, name: str, value: str) -> None:
    """Set a cookie that no script reads and no other site sends."""
    response.set_cookie(
        name, value, max_age=_YEAR, path="/", httponly=True, samesite="Lax"
    )
