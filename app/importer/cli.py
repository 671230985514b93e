"""The command ``flask --app app import``; it loads what it needs when it is called."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--slug", required=True, help="The document's name in addresses.")
@click.option("--content", type=click.Path(path_type=Path), help="The content folder.")
@click.option("--force", is_flag=True, help="Replace the document; addresses live on.")
@click.option("--dry-run", is_flag=True, help="Only report; write no document.")
@click.option("--verbose", is_flag=True, help="Report all doubtful rows.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the whole report to FILE.",
)
def import_command(
    files: tuple[Path, ...],
    slug: str,
    content: Path | None,
    force: bool,
    dry_run: bool,
    verbose: bool,
    report_file: Path | None,
) -> None:
    """Make an aligned document of FILES, one in each language or one with both.

    They may be web pages, Word, PDF, Markdown or plain text in any encoding. What is
    doubtful is reported, with the reason.
    """
    from app.config import Config
    from app.errors import ReaderError
    from app.importer.pipeline import import_texts
    from app.importer.report import write_report
    from app.progress import watched

    if len(files) > 2:
        raise click.UsageError("Name one file, or two: one for each language.")
    folder = (content or Config.from_environment().content).absolute()
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is no folder.")
    if report_file and not report_file.absolute().parent.is_dir():
        raise click.ClickException(f"There is no folder {report_file.parent}.")
    try:
        with watched() as progress:
            made = import_texts(
                files, slug, folder, progress, force=force, dry_run=dry_run
            )
        if report_file:
            report_file.write_text(write_report(made, whole=True), "utf-8")
    except ReaderError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        message = f"Cannot write {error.filename}: {error.strerror}."
        raise click.ClickException(message) from error
    click.echo(write_report(made, whole=verbose), nl=False)
