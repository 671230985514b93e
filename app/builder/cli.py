"""The commands of ``flask --app app``.

Each loads what it needs when it is called: the server has these commands too, and needs
none of it.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("candidates")
@click.argument("slug")
@click.option("--content", type=click.Path(path_type=Path), help="The content folder.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="Write to FILE.")
@click.option("--force", is_flag=True, help="Replace FILE if there is one.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True)
def candidates(
    slug: str, content: Path | None, output: Path | None, force: bool, most: int
) -> None:
    """Propose terms of the document SLUG for the glossary, the best first.

    They are rows as content/glossary.csv has them: read them, and move the good ones
    there. Each note says how often the pair stands in the text, and where first.
    """
    from app.builder.candidates import propose
    from app.config import Config
    from app.export.output import write_output

    folder = content or Config.from_environment().content
    text, count = propose(folder, slug, most)
    if output is None:
        click.echo(text, nl=False)
        return
    write_output(text.encode(), output, force=force)
    counted = f"{count} candidate{'' if count == 1 else 's'}"
    click.echo(f"{counted} for {slug}: {output}")
