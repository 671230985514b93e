"""The styles and scripts of a page: one sheet and two scripts, put together once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from flask import abort
from flask import Blueprint
from flask import current_app
from flask import Flask
from flask import Response

from app.web.headers import asset_url
from app.web.linking import join_sheets
from app.web.linking import link_scripts
from app.web.packing import Packed
from app.web.packing import send_packed

SHEETS: dict[str, tuple[str, ...]] = {
    "site": (
        "tokens", "base", "type", "layout", "parallel", "search", "suggest", "notes",
        "threads", "checks", "rows", "kept", "overview", "print",
    ),
    "embed": ("tokens", "base", "type", "embed"),
}  # fmt: skip
"""Which sheets go together, in their order; any other goes alone, by its own name."""

SCRIPTS: dict[str, tuple[str, ...]] = {
    "site": ("display", "suggest", "keys", "register"),
    "reading": (
        "fold", "views", "outline", "range", "copy", "columns", "marks", "tabstops",
        "row_menu", "walk", "reveal", "partner", "preview", "copying",
        "cite", "bookmarks", "last_place",
    ),
    "library": ("kept_list", "last_place"),
    "searching": ("fold", "tabstops", "walk", "partner", "preview", "columns"),
    "mapping": ("views", "map"),
    "previews": ("fold", "preview"),
    "find": ("fold", "tabstops", "walk", "partner", "columns", "find"),
    "entry": ("fold", "outline", "preview", "columns"),
}  # fmt: skip
"""Which modules go together; any other goes alone. All pages have those of the site."""

_KEY = "assets"
_KEPT = 64
"""How many files are kept; there are fewer, but for those of former snapshots."""

assets = Blueprint("assets", __name__)


def init_app(app: Flask) -> None:
    """Keep what was put together."""
    app.extensions[_KEY] = OrderedDict()
    app.register_blueprint(assets)


@assets.get("/static/<role>.css")
def sheet(role: str) -> Response:
    """Send the sheets of a role as one."""
    return _send(role, "css", "text/css")


@assets.get("/static/<role>.js")
def script(role: str) -> Response:
    """Send the modules of a role, and all they import, as one."""
    return _send(role, "js", "text/javascript")


def _send(role: str, kind: str, mimetype: str) -> Response:
    """Send what belongs to a role, as small as the browser can read it."""
    write = _sheets if kind == "css" else _scripts
    made = pack(f"{role}.{kind}", lambda: write(role).encode())
    return send_packed(made, mimetype, smallest=True)


def pack(name: str, make: Callable[[], bytes]) -> Packed:
    """Make what is asked for first, and then keep it, ready to be sent."""
    kept: OrderedDict[str, Packed] = current_app.extensions[_KEY]
    if name not in kept:
        kept[name] = Packed(make())
        if len(kept) > _KEPT:
            kept.popitem(last=False)
    return kept[name]


def _sheets(role: str) -> str:
    """Join the sheets of a role."""
    return join_sheets(SHEETS.get(role) or (role,), lambda name: _read(name, "css"))


def _scripts(role: str) -> str:
    """Link the modules of a role, without those that every page has."""
    return link_scripts(
        SCRIPTS.get(role) or (role,),
        lambda name: _read(name, "js"),
        address=lambda name: asset_url(f"{name}.js"),
        without=() if role == "site" else SCRIPTS["site"],
    )


def _read(name: str, kind: str) -> str:
    """Read one file of ours, or a script that others wrote.

    :raise NotFound: if there is none of that name.
    """
    folders = (kind, "vendor") if kind == "js" else (kind,)
    files = (
        file
        for folder in folders
        for file in Path(current_app.static_folder or "", folder).glob(f"*.{kind}")
    )
    file = next((file for file in files if file.stem == name), None)
    if file is None:
        abort(404)
    return file.read_text("utf-8")
