"""The command ``build_index.py``: arguments in, findings and one summary line out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from collections.abc import Sequence
from pathlib import Path

from app.builder.pipeline import build
from app.builder.pipeline import check
from app.config import Config
from app.config import SettingError
from app.errors import ReaderError
from app.model.finding import Finding
from app.progress import watched
from app.snapshot.writer import count

DONE, CONTENT_ERRORS, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run the command and give its exit status: 0 done, 1 errors, 2 wrong usage."""
    try:
        options = _parser(Config.from_environment()).parse_args(arguments)
    except SettingError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    if not options.content.is_dir():
        print(f"There is no folder {options.content}.", file=sys.stderr)
        return WRONG_USAGE
    try:
        return _check(options.content) if options.check else _build(options)
    except ReaderError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Cannot write {error.filename}: {error.strerror}.", file=sys.stderr)
    return CONTENT_ERRORS


def _parser(config: Config) -> argparse.ArgumentParser:
    """Describe the arguments."""
    parser = argparse.ArgumentParser(
        prog="build_index.py", description="Check the content and build the index."
    )
    parser.add_argument(
        "--content",
        type=Path,
        default=config.content,
        metavar="DIR",
        help="the folder with zh/, en/ and glossary.csv (default: content/)",
    )
    parser.add_argument(
        "--index",
        type=Path,
        default=config.index,
        metavar="DIR",
        help="the folder for the snapshots (default: index/)",
    )
    parser.add_argument(
        "--check", action="store_true", help="only check, write nothing"
    )
    return parser


def _check(content: Path) -> int:
    """Check only."""
    checked = check(content)
    _report((*checked.findings, *checked.changes))
    state = "Not ready to build" if checked.errors else "Ready to build"
    print(f"{state}: {_summary(count(checked.corpus), checked.findings)}.")
    return CONTENT_ERRORS if checked.errors else DONE


def _build(options: argparse.Namespace) -> int:
    """Build and publish."""
    with watched() as progress:
        built = build(options.content, options.index, progress)
    _report((*built.findings, *built.changes))
    summary = _summary(built.counts, built.findings)
    if built.digest is None:
        print(f"Nothing was built: {summary}.")
        return CONTENT_ERRORS
    word = "Built" if built.new else "Nothing has changed since"
    print(f"{word} snapshot {built.digest}: {summary}.")
    return DONE


def _report(lines: Iterable[Finding | str]) -> None:
    """Print every finding, and what becomes of addresses, one a line."""
    for line in lines:
        print(line)


def _summary(counts: dict[str, int], findings: Sequence[Finding]) -> str:
    """Say what there is, and how many findings of which level."""
    levels = ("error", "warning")
    found = {f"{name}s": sum(one.level == name for one in findings) for name in levels}
    parts = [
        f"{number} {name.removesuffix('s') if number == 1 else name}"
        for name, number in (counts | found).items()
    ]
    return ", ".join(parts)
