"""An import, step by step: read, outline, match, align, check, write."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from app.content.codes import NAMES
from app.content.layout import is_slug
from app.content.layout import is_wellformed
from app.content.layout import Layout
from app.errors import ReaderError
from app.importer.doubts import with_reasons
from app.importer.draft import Draft
from app.importer.errors import SourceError
from app.importer.front import make_fronts
from app.importer.front import Side
from app.importer.leftovers import leftovers
from app.importer.matching import match
from app.importer.outline import Matching
from app.importer.raw import RawText
from app.importer.rows import align_bodies
from app.importer.sources.reading import read_texts
from app.importer.structure.reading import outline
from app.importer.units import settle
from app.importer.units import Settled
from app.importer.writer import compose
from app.importer.writer import Front
from app.importer.writer import prepare
from app.importer.writer import Ready
from app.importer.writer import write_together
from app.model.document import Lang
from app.model.document import LANGS
from app.model.finding import Finding
from app.progress import SILENT
from app.progress import Silent

MOST_SIGNS = 5_000_000
"""How long a text may be, in characters: some 1,500 pages of English."""


MOST_UNITS = 8_000


class SlugError(ReaderError):
    """Raised for a name that no document may have."""

    def __init__(self, slug: str) -> None:
        if is_wellformed(slug):
            message = f"{slug} is a word of the site's own addresses; choose another."
        else:
            message = (
                f"{slug!r} cannot stand in an address; use lower-case letters a-z, "
                "digits and single hyphens, at most 80."
            )
        super().__init__(message)
        self.slug = slug


class ExistsError(ReaderError):
    """Raised if there is a document of that name already."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is there already; choose another name, or add --force to replace "
            "the text and keep its addresses."
        )
        self.path = path


class TooLongError(ReaderError):
    """Raised for a text that would take too long."""

    def __init__(self, raw: RawText, signs: int) -> None:
        super().__init__(
            f"{raw.path}: the text has {signs:,} characters; at most {MOST_SIGNS:,} "
            "are imported at once. Import it in parts."
        )
        self.path = raw.path


@dataclass(frozen=True)
class Imported:
    """What an import came to."""

    slug: str
    raws: tuple[RawText, RawText]
    matching: Matching
    findings: tuple[Finding, ...]
    """What was found in the structure of both texts."""
    draft: Draft
    fronts: Mapping[Lang, Front]
    ready: Ready
    paths: tuple[str, ...]
    """The files, as an editor knows them."""
    written: bool
    lacking: Mapping[Lang, Sequence[str]]
    """The addresses of units that a language lacks."""


def import_texts(
    paths: Sequence[Path],
    slug: str,
    content: Path,
    progress: Silent = SILENT,
    *,
    force: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Make a document of raw texts and write it, or only say what would be written.

    :raise ReaderError: if the name, the files or what is in them cannot be used;
        nothing is written then.
    """
    layout = Layout(content)
    _check_name(layout, slug, force=force)
    progress.step("read")
    raws = read_texts(paths)
    _check_length(raws)
    progress.step("outline")
    zh, en = (Side(raw, outline(raw)) for raw in raws)
    for side in (zh, en):
        _check_size(side)
    progress.step("match")
    matching = match(zh.outline, en.outline)
    settled = settle(matching.pairs, *(raw.path for raw in raws))
    draft = with_reasons(Draft(align_bodies(settled.bodies, progress)))
    lacking = _lacking(settled)
    fronts = make_fronts(zh, en, lacking)
    progress.step("check")
    ready = prepare(layout, slug, compose(draft, fronts))
    if not dry_run:
        progress.step("write")
        write_together(ready.contents)
    return Imported(
        slug,
        raws,
        matching,
        findings=(
            *zh.outline.findings,
            *en.outline.findings,
            *_placed(matching.findings, raws),
            *settled.findings,
        ),
        draft=draft,
        fronts=fronts,
        ready=ready,
        paths=tuple(layout.display(path) for path in ready.contents),
        written=not dry_run,
        lacking=lacking,
    )


def _lacking(settled: Settled) -> dict[Lang, list[str]]:
    """List the addresses that each language has no unit for."""
    return {
        lang: [body.address for body in settled.bodies if body.lacks == lang]
        for lang in LANGS
    }


def _check_length(raws: Iterable[RawText]) -> None:
    """Refuse a text that would take more than some minutes."""
    for raw in raws:
        signs = sum(len(block.text) for block in raw.blocks)
        if signs > MOST_SIGNS:
            raise TooLongError(raw, signs)


def _placed(findings: Iterable[Finding], raws: Iterable[RawText]) -> Iterator[Finding]:
    """Put the files into findings that only know the language of a text."""
    paths = {f"{NAMES[raw.lang]} text": str(raw.path) for raw in raws}
    for found in findings:
        yield replace(found, path=paths.get(found.path, found.path))


def _check_size(side: Side) -> None:
    """Refuse a text of more units than any law has: their pairing would not end."""
    count = len(side.outline.units)
    if count > MOST_UNITS:
        problem = (
            f"it has {count:,} numbered units, {MOST_UNITS:,} are the most; import it "
            "in parts."
        )
        raise SourceError(side.raw.path, problem)


def _check_name(layout: Layout, slug: str, *, force: bool) -> None:
    """Refuse a name that cannot be used, before anything is read."""
    if not is_slug(slug):
        raise SlugError(slug)
    paths = [layout.path(lang, slug) for lang in LANGS]
    there = [path for path in paths if path.exists()]
    # An import that was killed while it put its files in place is done once more.
    killed = len(there) == 1 and any(
        True for path in paths if path not in there for _ in leftovers(path)
    )
    if there and not (force or killed):
        raise ExistsError(layout.display(there[0]))
