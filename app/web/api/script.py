"""Every answer in Simplified or Traditional Chinese, if ``script=`` asks for it."""

from __future__ import annotations

from flask import Blueprint
from flask import request
from flask import Response

from app.errors import QueryError
from app.text.script import in_script
from app.text.script import SCRIPTS


def answer_in_script(api: Blueprint) -> None:
    """Convert the answers of a blueprint; without the parameter they are as written.

    Characters are exchanged one for one, so the offsets in an answer stay true, and
    slugs and locators have none that could change.
    """
    api.before_request(_check)
    api.after_request(_convert)


def _check() -> None:
    given = request.args.get("script")
    if given is not None and given not in SCRIPTS:
        raise QueryError("script", f"script={given!r}: write hans or hant.")


def _convert(response: Response) -> Response:
    script = request.args.get("script")
    if response.is_json and script in SCRIPTS:
        response.set_data(in_script(response.get_data(as_text=True), script))
    return response
