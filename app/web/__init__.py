"""Layer 6: the reader people see, and the API programs see, served by Flask."""

from __future__ import annotations

from flask import Flask

from app.config import Config


def init_app(app: Flask, config: Config) -> None:
    """Put the reader into a Flask application."""
    from app.export.formats import FORMATS
    from app.web import answers
    from app.web import assets
    from app.web import current
    from app.web import errors
    from app.web import headers
    from app.web import interface
    from app.web import packing
    from app.web.api.citations import citing
    from app.web.api.views import api
    from app.web.facts import text_statuses
    from app.web.kinds import KIND_NAMES
    from app.web.pages.booklet import booklet
    from app.web.pages.cite import cite
    from app.web.pages.concordance import concordances
    from app.web.pages.embed import embed
    from app.web.pages.exports import exports
    from app.web.pages.find import finding
    from app.web.pages.home import library
    from app.web.pages.map import maps
    from app.web.pages.oembed import oembed
    from app.web.pages.offline import offline
    from app.web.pages.reading import reading
    from app.web.pages.records import records
    from app.web.pages.search import searching
    from app.web.pages.service import service
    from app.web.pages.tables import tables
    from app.web.pages.terms import terms
    from app.web.render import words_html
    from app.web.ruby import bare
    from app.web.tags import LANG_TAGS
    from app.web.urls import wanted_view

    app.config["BASE_URL"] = config.base_url
    app.config["FROZEN"] = False
    current.init_app(app, config)
    interface.init_app(app)
    headers.init_app(app)
    packing.init_app(app)
    assets.init_app(app)
    answers.init_app(app)
    errors.init_app(app)
    for blueprint in (
        api, citing, embed, oembed, offline, service, library, searching, concordances,
        tables, terms, records,
        maps, cite, booklet, exports, finding, reading,
    ):  # fmt: skip
        app.register_blueprint(blueprint)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["bare"] = bare
    app.jinja_env.filters["words"] = words_html
    app.jinja_env.globals.update(
        asset_url=headers.asset_url,
        file_formats=FORMATS,
        gap=interface.gap,
        here=interface.here,
        is_frozen=interface.is_frozen,
        keys_work=interface.keys_work,
        kind_names=KIND_NAMES,
        lang_tags=LANG_TAGS,
        made_from=answers.made_from,
        marks_terms=interface.marks_terms,
        other_language=interface.other_language,
        script=interface.script,
        shows_pinyin=interface.shows_pinyin,
        text_statuses=text_statuses,
        theme=interface.theme,
        ui_lang=interface.ui_lang,
        wanted_view=wanted_view,
    )
