"""The command ``flask --app app export``; it loads what it needs when it is called."""

from __future__ import annotations

from pathlib import Path

import click

from app.export.formats import FORMATS
from app.export.output import STANDARD_OUTPUT
from app.export.output import write_output
from app.text.script import Script
from app.text.script import SCRIPTS

_NO_SITE = (
    "READER_BASE_URL is not set: addresses in the file lack the name of the site."
)


@click.command("export")
@click.argument("slug")
@click.option("--format", "kind", type=click.Choice(list(FORMATS)), required=True)
@click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path),
    default=STANDARD_OUTPUT,
    help="Write to FILE; - is standard output, as without it.",
)
@click.option("--unit", help="Only a unit, a sentence or a range: 2.3.11.")
@click.option("--query", help="Only the pairs that this search finds, best first.")
@click.option("--script", type=click.Choice(list(SCRIPTS)), help="Write Chinese so.")
@click.option("--index", type=click.Path(path_type=Path), help="The index folder.")
@click.option("--force", is_flag=True, help="Replace FILE if there is one.")
def export(
    slug: str,
    kind: str,
    output: Path,
    unit: str | None,
    query: str | None,
    script: Script | None,
    index: Path | None,
    force: bool,
) -> None:
    """Write the document SLUG, or a part of it, as a file to take away.

    With --unit and --query, the search looks in that unit. Addresses in the file begin
    with READER_BASE_URL, if that is set.
    """
    from app.config import Config
    from app.errors import ReaderError
    from app.export.asked import Site
    from app.export.asked import take
    from app.export.extract import extract_in_script
    from app.snapshot.current import CurrentSnapshot

    config = Config.from_environment()
    try:
        snapshot = CurrentSnapshot(index or config.index).get()
        taken = take(snapshot, slug, unit, query, Site(config.base_url))
    except ReaderError as error:
        raise click.ClickException(str(error)) from error
    if script:
        taken = extract_in_script(taken, script)
    write_output(FORMATS[kind].write(taken), output, force=force)
    if not config.base_url:
        click.echo(_NO_SITE, err=True)
    count = len(taken.pairs)
    click.echo(f"{count} pair{'' if count == 1 else 's'} of {slug}: {output}", err=True)
