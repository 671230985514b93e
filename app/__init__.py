"""A bilingual reader of public policy, in eight layers; imports only go down.

7  freezer · editor                    the site as files; a page to mend a document on
6  importer · builder · web            the programs: one imports, one builds, one serves
5  export                              the text as files to take away
4  snapshot                            the immutable result of a build
3  relations · translation             which units belong together; do both sides agree;
   alignment                           which sentences render one another
2  content · references · search       siblings over the model; they never meet
   terms · citation · lexicon
1  model                               documents, units, segments, locators, terms
0  text · errors · config · progress   strings, words, settings

Above them all stands only the factory in this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.config import Config


def create_app(config: Config | None = None) -> Flask:
    """Make the reader as a WSGI application; by default, as the environment says."""
    from pathlib import Path

    from flask import Flask

    from app import web
    from app.builder.cli import candidates
    from app.config import Config
    from app.editor.cli import edit
    from app.export.cli import export
    from app.freezer.cli import freeze
    from app.importer.cli import import_command

    root = Path(__file__).resolve().parent.parent
    app = Flask(__name__, static_folder=str(root / "static"), static_url_path="/static")
    web.init_app(app, config or Config.from_environment())
    app.cli.add_command(candidates)
    app.cli.add_command(edit)
    app.cli.add_command(export)
    app.cli.add_command(freeze)
    app.cli.add_command(import_command)
    return app
