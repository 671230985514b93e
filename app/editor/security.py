"""Who may use the page: nobody but who has its address, and no page of others."""

from __future__ import annotations

from flask import abort
from flask import Flask
from flask import request
from flask import Response

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

_LOCAL = frozenset({"127.0.0.1", "localhost"})


def init_app(app: Flask) -> None:
    """Look at every request, and send the headers with every answer."""
    app.before_request(_refuse_strangers)
    app.after_request(_secure)


def _refuse_strangers() -> None:
    """Refuse what other pages ask, and names that only lead here by a trick."""
    host = request.host
    if host.partition(":")[0] not in _LOCAL:
        abort(403)
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{host}":
        abort(403)
    site = request.headers.get("Sec-Fetch-Site", "none")
    if request.method != "GET" and site not in ("none", "same-origin"):
        abort(403)


def _secure(response: Response) -> Response:
    headers = response.headers
    headers["Content-Security-Policy"] = _POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Cache-Control"] = "no-store"
    return response
