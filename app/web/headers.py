"""What goes with every answer: what a browser may do, and which files it may keep."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import current_app
from flask import Flask
from flask import request
from flask import Response
from flask import url_for

from app.web.urls import is_api

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)

FRAME_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "frame-ancestors *",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""What a page may that is made to stand in the pages of others: even less."""

_KEY = "program_digest"
_YEAR = 365 * 24 * 60 * 60

_PARTS = frozenset({"assets.sheet", "assets.script"})
"""What a browser reads only as part of a page, whose policy it obeys."""

_STATIC = _PARTS | {"static", "finding.index"}
_MADE_FROM = frozenset({".py", ".html", ".xml", ".mo", ".css", ".js"})


def init_app(app: Flask) -> None:
    """Send the headers, and take the fingerprint of everything pages are made from."""
    app.extensions[_KEY] = _take_digest(app)
    app.after_request(_secure)


def program_digest() -> str:
    """Give the fingerprint of everything pages are made from."""
    digest: str = current_app.extensions[_KEY]
    return digest


def asset_url(name: str) -> str:
    """Address a static file so that it may be kept until the program changes."""
    return url_for("static", filename=name, v=program_digest())


def _secure(response: Response) -> Response:
    """Forbid what no page of ours needs; any site may ask the API."""
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    if request.endpoint not in _PARTS:
        framed = request.blueprint == "embed"
        policy = FRAME_POLICY if framed else CONTENT_SECURITY_POLICY
        headers["Content-Security-Policy"] = policy
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
    if is_api():
        headers["Access-Control-Allow-Origin"] = "*"
    if is_api() and request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        headers["Access-Control-Allow-Headers"] = "*"
    if request.endpoint not in _STATIC:
        response.vary.update(("Accept-Language", "Cookie"))
    elif "v" in request.args and response.status_code in {200, 304}:
        response.cache_control.no_cache = None
        response.cache_control.max_age = _YEAR
        response.cache_control.immutable = True
    return response


def _take_digest(app: Flask) -> str:
    """Take the fingerprint of the program: its code, templates, words and styles."""
    folders = (Path(app.root_path), Path(app.static_folder or ""))
    files = sorted(
        file
        for folder in folders
        for file in folder.rglob("*.*")
        if file.suffix in _MADE_FROM
    )
    data = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(data).hexdigest()[:12]
