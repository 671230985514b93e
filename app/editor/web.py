"""The editor's page as an application: one page, and orders that change the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import abort
from flask import Blueprint
from flask import current_app
from flask import Flask
from flask import redirect
from flask import render_template
from flask import request
from flask import send_from_directory
from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import Babel
from flask_babel import gettext

from app.editor import lines
from app.editor import operations
from app.editor import security
from app.editor.answers import changes
from app.editor.answers import editing
from app.editor.answers import key_after
from app.editor.answers import whole_page
from app.editor.files import MendFirstError
from app.editor.files import UnreadableError
from app.editor.manuscript import Manuscript
from app.editor.operations import RefusedError
from app.editor.page import reason_words
from app.editor.page import REFUSALS
from app.editor.page import row_views
from app.editor.page import STALE
from app.editor.saving import ChangedOnDiskError
from app.editor.saving import FaultyError
from app.editor.session import Deed
from app.editor.session import Session
from app.editor.session import StaleError
from app.editor.words import address_changes
from app.editor.words import listed
from app.editor.words import walked
from app.model.document import Lang
from app.model.document import LANGS

_ROOT = Path(__file__).resolve().parents[2]
_STATIC = Path(__file__).resolve().parent / "static"
_LARGEST_ORDER = 500_000
_SESSION = "session"

_OF_ROWS = {
    "join": operations.join,
    "part": operations.part,
    "paragraph": operations.paragraph,
    "accept": operations.accept,
}
_OF_SIDES = {
    "push": operations.push,
    "pull": operations.pull,
    "on": operations.send_on,
    "back": operations.send_back,
}

_PREVENTING = (ChangedOnDiskError, FaultyError, MendFirstError, UnreadableError)
"""What stops saving, or reading anew."""

editor = Blueprint("editor", __name__)


def make_app(session: Session, token: str) -> Flask:
    """Make the application; all of it lies below the token."""
    app = Flask(__name__, static_folder=None, template_folder="templates")
    app.config["MAX_CONTENT_LENGTH"] = _LARGEST_ORDER
    app.extensions[_SESSION] = session
    Babel(
        app,
        locale_selector=lambda: {"zh": "zh_Hans"}.get(ui_lang(), "en"),
        default_translation_directories=str(_ROOT / "app" / "translations"),
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(ui_lang=ui_lang, reason_words=reason_words)
    security.init_app(app)
    app.register_blueprint(editor, url_prefix=f"/{token}")
    return app


def ui_lang() -> Lang:
    """Give the language of the interface: as asked for, or the browser's."""
    asked = request.args.get("ui")
    if asked in LANGS:
        return asked
    return "zh" if request.accept_languages.best_match(("en", "zh")) == "zh" else "en"


def _(words: str, **blanks: object) -> str:
    """Give words in the language of the interface."""
    return str(gettext(words, **blanks))


def _session() -> Session:
    session: Session = current_app.extensions[_SESSION]
    return session


@editor.get("/")
def page() -> ResponseReturnValue:
    """Show the text, and what can be done with the row that was asked for."""
    return whole_page(_session())


@editor.get("/form")
def form() -> ResponseReturnValue:
    """Give the form in which a row is rewritten."""
    session = _session()
    with session.lock:
        view = row_views(session).get(request.args.get("row", 0, type=int))
        if view is None:
            abort(404)
        return render_template("_form.html", **editing(session, view))


@editor.get("/<any('tokens.css', 'base.css', 'type.css'):name>")
def shared_style(name: str) -> ResponseReturnValue:
    """Send a sheet that the reader has too."""
    return send_from_directory(_ROOT / "static" / "css", name)


@editor.get("/<any('editor.css', 'editor.js', 'keys.js', 'rows.js'):name>")
def own_file(name: str) -> ResponseReturnValue:
    """Send a sheet or a script of the editor's own."""
    return send_from_directory(_STATIC, name)


@editor.get("/do")
def after() -> ResponseReturnValue:
    """Lead links on the page that answers a refused order to the page itself."""
    query = request.query_string.decode("ascii", errors="replace")
    return redirect(f"{url_for('.page')}?{query}", code=303)


@editor.post("/do")
def do() -> ResponseReturnValue:
    """Carry out an order."""
    session = _session()
    with session.lock:
        shown, before = row_views(session), session.text
        version = request.form.get("version", 0, type=int)
        deed, failed = None, False
        try:
            said, deed = _carry_out(session, request.form.get("do", ""), version)
        except StaleError:
            said, failed = str(STALE), True
        except RefusedError as error:
            said, failed = str(REFUSALS[error.reason]), True
        except _PREVENTING as error:
            said, failed = _failure(error), True
        except OSError as error:
            said = _("Nothing was saved: %(problem)s.", problem=error.strerror)
            failed = True
        if request.accept_mimetypes.best == "application/json":
            return changes(session, shown, before, said, version, deed)
        if failed:
            return whole_page(session, said, refused=True), 409
        session.said = said
        key = key_after(session, before, deed) if deed else 0
        key = key or request.form.get("row", 0, type=int)
        address = url_for(".page", row=key, ui=ui_lang(), _anchor=f"r{key}")
        return redirect(address, code=303)


def _failure(error: Exception) -> str:
    """Say why nothing was saved or read."""
    if isinstance(error, FaultyError):
        return _(
            "Nothing was saved: %(num)s errors, each shown where it is.",
            num=len(error.faults),
        )
    if isinstance(error, ChangedOnDiskError):
        return _(
            "Nothing was saved: %(paths)s changed on disk. Read the files anew to go "
            "on; what is not saved here is lost then.",
            paths=listed(error.paths),
        )
    return str(error)


def _carry_out(session: Session, order: str, version: int) -> tuple[str, Deed | None]:
    """Do what was ordered; give what has to be said, and what was undone or redone."""
    whole = {"undo": session.undo, "redo": session.redo}
    if order in whole:
        deed = whole[order](version)
        return walked(order, deed), deed
    if order == "open":
        session.reopen(version)
        return _("The files were read anew."), None
    if order == "save":
        return _save(session, version), None
    session.apply(version, _operation(session, order), _deed(session, order))
    return "", None


def _deed(session: Session, order: str) -> Deed:
    """Say what is about to be done, and where."""
    key = request.form.get("row", 0, type=int)
    place = session.place(key)
    unit = place.unit if place else request.form.get("unit", -1, type=int)
    if not 0 <= unit < len(session.text.units):
        return Deed(order, key)
    address = session.text.units[unit].address or "?"
    return Deed(order, key, f"{address}.s{place.row + 1}" if place else address)


def _save(session: Session, version: int) -> str:
    saved = session.save(version)
    if not saved.paths:
        return _("Nothing has changed since it was saved last.")
    said = _("Saved: %(paths)s.", paths=listed(saved.paths))
    if saved.addresses:
        said += ("" if ui_lang() == "zh" else " ") + _(
            "Addresses at the next build: %(changes)s.",
            changes=address_changes(saved.addresses),
        )
    return said


def _operation(session: Session, order: str) -> Callable[[Manuscript], Manuscript]:
    """Make out what is to be done with which row."""
    asked = request.form
    zh, en = (lines.written_lines(asked.get(lang, "")) for lang in LANGS)
    if order == "retitle":
        unit = asked.get("unit", -1, type=int)
        return partial(operations.retitle, at=unit, zh=" ".join(zh), en=" ".join(en))
    place = session.place(asked.get("row", 0, type=int))
    if place is None:
        raise RefusedError("lost")
    if order == "rewrite":
        return partial(operations.rewrite, at=place, zh=zh, en=en)
    if order in _OF_ROWS:
        return partial(_OF_ROWS[order], at=place)
    lang: Lang = "zh" if order.endswith("-zh") else "en"
    of_side = _OF_SIDES.get(order.removesuffix(f"-{lang}"))
    if of_side is None:
        abort(400)
    return partial(of_side, at=place, lang=lang)
