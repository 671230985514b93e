"""The one shape of every error that a program is answered with."""

from __future__ import annotations

from typing import Any

from werkzeug import Response

from app.web.api import shapes


def error(status: int, message: str, **more: Any) -> Response:
    """Make an error; *more* are the other fields of ``shapes.Error``."""
    shape = shapes.Error(ok=False, status=status, error=message, **more)
    text = shape.model_dump_json(exclude_none=True)
    return Response(text, status, mimetype="application/json")
