"""Reading without a network: the worker, the page for what it has not kept, a list."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint
from flask import json
from flask import Response
from flask import url_for
from flask_babel import gettext
from werkzeug import Response as AnyResponse

from app.web.answers import made_from
from app.web.answers import send_page
from app.web.assets import script
from app.web.headers import asset_url
from app.web.pages.service import page_paths

offline = Blueprint("offline", __name__)


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """What is shown instead of a page that was not kept; it lists those that were."""


@offline.get("/worker.js")
def worker() -> AnyResponse:
    """Send the service worker of the whole site, anew each time it is asked for."""
    response = script("worker")
    response.cache_control.no_cache = True
    response.headers["Service-Worker-Allowed"] = url_for("library.home")
    return response


@offline.get("/offline/")
def page() -> AnyResponse:
    """Say what can be read without a network."""
    return send_page("offline.html", OfflinePage)


@offline.get("/offline.json")
def files() -> AnyResponse:
    """List what is kept of the whole site, from its root, and what it is made from."""
    paths = [*page_paths(), url_for("offline.page"), url_for("finding.find")]
    root = url_for("library.home")
    facts = {
        "digest": made_from(),
        "files": [path.removeprefix(root) for path in paths],
    }
    response = Response(json.dumps(facts), mimetype="application/json")
    response.cache_control.no_cache = True
    return response


@offline.get("/manifest.webmanifest")
def manifest() -> AnyResponse:
    """Say how the site is called and looks where it is installed as an app."""
    facts = {
        "name": "政策对读 Policy Reader",
        "short_name": gettext("Policy Reader"),
        "start_url": url_for("library.home"),
        "scope": url_for("library.home"),
        "display": "minimal-ui",
        "background_color": "#fcfcfb",
        "theme_color": "#1b4d8f",
        "icons": [
            {"src": asset_url("icon.svg"), "sizes": "any", "type": "image/svg+xml"}
        ],
    }
    body = json.dumps(facts)
    response = Response(body, mimetype="application/manifest+json")
    response.cache_control.no_cache = True
    return response
