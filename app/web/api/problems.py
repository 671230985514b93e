"""The one shape of every error that a program is answered with."""

from __future__ import annotations

from typing import Any

from flask import abort
from werkzeug import Response

from app.web.api import shapes


def check_page(page: int, last: int) -> None:
    """Answer with an error if a page after the last was asked for."""
    if page > last:
        abort(error(404, f"There are {last} pages; ask for one of these."))


def error(status: int, message: str, **more: Any) -> Response:
    """Make an error; *more* are the other fields of ``shapes.Error``."""
    shape = shapes.Error(ok=False, status=status, error=message, **more)
    text = shape.model_dump_json(exclude_none=True)
    return Response(text, status, mimetype="application/json")
