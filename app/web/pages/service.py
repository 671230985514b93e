"""What machines ask of a site: is it well, what is there, how is it searched."""

from __future__ import annotations

import json

from flask import Blueprint
from flask import jsonify
from flask import render_template
from flask import request
from flask import Response
from flask import url_for
from werkzeug import Response as AnyResponse

from app.errors import SnapshotError
from app.web.api.suggestions import suggestion_url
from app.web.current import get_snapshot
from app.web.urls import absolute
from app.web.urls import permanent_path
from app.web.urls import term_url

service = Blueprint("service", __name__)


@service.get("/healthz")
def healthz() -> tuple[AnyResponse, int]:
    """Say whether there is a snapshot to serve, and which."""
    try:
        return jsonify({"ok": True, "digest": get_snapshot().digest}), 200
    except SnapshotError as error:
        return jsonify({"ok": False, "status": 503, "error": str(error)}), 503


@service.get("/sitemap.xml")
def sitemap() -> Response:
    """List every page of the text."""
    return _xml("sitemap.xml", addresses=[absolute(path) for path in page_paths()])


def page_paths() -> list[str]:
    """List the pages of the text, and those about it."""
    paths = [url_for("library.home"), url_for("library.about")]
    paths.append(url_for("terms.index"))
    paths += [term_url(term.id) for term in get_snapshot().glossary.terms]
    for slug, text in get_snapshot().documents.items():
        paths.append(url_for("reading.document", slug=slug))
        paths.append(url_for("maps.map_", slug=slug))
        paths += [permanent_path(slug, locator) for locator in text.by_locator]
    return paths


@service.get("/opensearch.xml")
def opensearch() -> Response:
    """Describe the search for the address bar of a browser."""
    response = _xml(
        "opensearch.xml",
        search=absolute(url_for("searching.search")),
        suggestions=absolute(url_for("service.suggestions")),
        home=absolute("/"),
    )
    response.mimetype = "application/opensearchdescription+xml"
    return response


@service.get("/suggest.json")
def suggestions() -> Response:
    """Suggest what may be meant, in the form that the address bars of browsers read."""
    text = request.args.get("q", "")
    found = get_snapshot().suggest(text)
    answer = (
        text,
        [one.query for one in found],
        [(one.en if one.lang == "zh" else one.zh).text for one in found],
        [absolute(suggestion_url(one)) for one in found],
    )
    return Response(json.dumps(answer), mimetype="application/x-suggestions+json")


@service.get("/robots.txt")
def robots() -> Response:
    """Let machines read the text and leave the searches."""
    lines = (
        "User-agent: *",
        f"Disallow: {url_for('searching.search')}",
        f"Disallow: {url_for('concordances.concordance')}",
        f"Disallow: {url_for('interface.display')}",
        f"Sitemap: {absolute(url_for('service.sitemap'))}",
    )
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


def _xml(name: str, **context: object) -> Response:
    """Answer with a template of XML."""
    return Response(render_template(name, **context), mimetype="application/xml")
