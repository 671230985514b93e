"""The command ``flask --app app freeze``; it loads what it needs when it is called."""

from __future__ import annotations

from contextvars import Context
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

_MB = 1_000_000


@click.command("freeze")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--base-url", metavar="URL", help="Where the site will be on the web.")
@click.option("--compress", is_flag=True, help="Write .br and .gz files, too.")
@with_appcontext
def freeze(folder: Path, base_url: str | None, compress: bool) -> None:
    """Write the whole site into DIR, as files that any web server serves.

    All links are relative: the site works under any path. Without --base-url, or
    READER_BASE_URL, it does not know its own address: it has no sitemap and no
    canonical links, and citations have addresses without the name of the site.
    """
    from app.config import SettingError
    from app.config import web_address
    from app.errors import ReaderError
    from app.freezer.freeze import freeze as freeze_site
    from app.progress import watched

    app = current_app._get_current_object()  # type: ignore[attr-defined]
    try:
        base = web_address("--base-url", base_url or app.config["BASE_URL"])
    except SettingError as error:
        raise click.UsageError(str(error)) from error
    try:
        # A command has a context of the application, in which all pages would share
        # what belongs to one request, such as its language.
        with watched() as progress:
            frozen = Context().run(
                freeze_site, app, folder, base, progress, compress=compress
            )
    except ReaderError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        message = f"Cannot write {error.filename}: {error.strerror}."
        raise click.ClickException(message) from error
    if not base:
        click.echo(
            "Without --base-url there is no sitemap, there are no canonical "
            "links, and citations lack the name of the site.",
            err=True,
        )
    click.echo(
        f"Froze {frozen.pages} pages, {frozen.files} files, "
        f"{frozen.size / _MB:.1f} MB: {folder}"
    )
