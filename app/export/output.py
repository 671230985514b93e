"""Where a command puts what it made."""

from __future__ import annotations

from pathlib import Path

import click

STANDARD_OUTPUT = Path("-")


def write_output(data: bytes, output: Path, *, force: bool) -> None:
    """Write a file whole, or to standard output; one that is there is kept.

    :raise click.ClickException: if it is there and not to be replaced with *force*, or
        cannot be written.
    """
    if output == STANDARD_OUTPUT:
        click.echo(data, nl=False)
        return
    try:
        with output.open("wb" if force else "xb") as file:
            file.write(data)
    except FileExistsError as error:
        message = f"{output} is there already; choose another name, or add --force."
        raise click.ClickException(message) from error
    except OSError as error:
        message = f"Cannot write {output}: {error.strerror}."
        raise click.ClickException(message) from error
