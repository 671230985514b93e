"""What the page answers: the whole of it, or what an order has changed on it."""

from __future__ import annotations

from flask import jsonify
from flask import render_template
from flask import request
from flask.typing import ResponseReturnValue

from app.editor import lines
from app.editor.manuscript import Manuscript
from app.editor.page import faults_at
from app.editor.page import row_views
from app.editor.page import RowView
from app.editor.session import Deed
from app.editor.session import Session
from app.model.document import LANGS


def changes(
    session: Session,
    shown: dict[int, RowView],
    before: Manuscript,
    said: str,
    version: int,
    deed: Deed | None = None,
) -> ResponseReturnValue:
    """Give what is different on the page now."""
    views = row_views(session)
    headings = [
        [(unit.zh, unit.en) for unit in text.units] for text in (before, session.text)
    ]
    other = session.version > version + 1 or headings[0] != headings[1]
    stale = version != session.version and session.text is before
    units = {
        u: [row.key for row in unit.rows]
        for u, unit in enumerate(session.text.units)
        if not stale and not other and unit is not before.units[u]
    }
    rows = {
        key: render_template("_row.html", row=view, tags=session.frame.tags)
        for key, view in views.items()
        if key not in shown or shown[key].unnumbered != view.unnumbered
    }
    return jsonify(
        reload=other or stale,
        version=session.version,
        units=units,
        rows=rows,
        state=render_template("_state.html", **_state(session)),
        queue=render_template("_queue.html", **_state(session)),
        current=0 if other or stale else key_after(session, before, deed),
        unsaved=session.unsaved,
        said=said,
    )


def key_after(session: Session, before: Manuscript, deed: Deed | None = None) -> int:
    """Give the key of the row that a deed was done with, else of one that changed."""
    if deed and session.place(deed.key):
        return deed.key
    place = session.changed_place(before)
    rows = session.text.units[place.unit].rows if place else ()
    return rows[min(place.row, len(rows) - 1)].key if place and rows else 0


def _state(session: Session) -> dict[str, object]:
    views = row_views(session)
    return {
        "version": session.version,
        "unsaved": session.unsaved,
        "past": len(session.past),
        "future": len(session.future),
        "doubtful": [views[key] for key in session.doubtful],
        "size": len(views),
        "general": faults_at(session, 0),
        "tags": session.frame.tags,
    }


def whole_page(session: Session, said: str = "", *, refused: bool = False) -> str:
    """Show the whole page; after a refusal, with the row or heading it was for open."""
    asked = request.values
    with session.lock:
        said, session.said = said or session.said, ""
        views = row_views(session)
        view = views.get(asked.get("row", 0, type=int))
        wanted = request.args.get("edit") or request.form.get("do") == "rewrite"
        return render_template(
            "page.html",
            slug=session.slug,
            titles=session.frame.titles,
            units=[
                (unit, [views[row.key] for row in unit.rows])
                for unit in session.text.units
            ],
            unit_faults=[
                faults_at(session, -u) if u else ()
                for u in range(len(session.text.units))
            ],
            current=view,
            heading=asked.get("unit", -1, type=int),
            refused=refused,
            editing=editing(session, view) if wanted and view else None,
            only=request.args.get("show") == "doubtful",
            said=said,
            **_state(session),
        )


def editing(session: Session, view: RowView) -> dict[str, object]:
    """Give what the form needs; to split, with the lines that the row may have."""
    zh, en = (request.form.get(lang, view.side(lang)) for lang in LANGS)
    if request.args.get("edit") == "split":
        zh, en = ("\n".join(side) for side in lines.suggested(zh, en))
    return {
        "row": view,
        "zh": "" if zh == "-" else zh,
        "en": "" if en == "-" else en,
        "version": session.version,
        "tags": session.frame.tags,
    }
