"""The command ``flask --app app edit``; it loads what it needs when it is called."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("edit")
@click.argument("slug")
@click.option("--content", type=click.Path(path_type=Path), help="The content folder.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Any, if 0.")
def edit(slug: str, content: Path | None, port: int) -> None:
    """Mend the rows of the document SLUG on a page of this machine.

    Only who knows the address that is printed can open it. Ctrl-C ends it.
    """
    from app.config import Config
    from app.editor.server import serve
    from app.errors import ReaderError

    folder = (content or Config.from_environment().content).absolute()
    try:
        unsaved = serve(folder, slug, port, click.echo)
    except ReaderError as error:
        raise click.ClickException(str(error)) from error
    if unsaved:
        raise click.ClickException("Changes that were not saved are lost.")
