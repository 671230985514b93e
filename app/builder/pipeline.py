"""A build, step by step: load, check, resolve, index, write."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from app.builder.headings import with_breaks
from app.builder.readings import readings_of
from app.builder.related import relations_of
from app.builder.related import usages_of
from app.builder.translation import check_translations
from app.content.changes import describe_changes
from app.content.layout import Layout
from app.content.ledger_file import read_ledger
from app.content.ledger_file import write_ledger
from app.content.loader import Library
from app.content.loader import load
from app.content.permanence import carry_over
from app.errors import ContentChangedError
from app.errors import LedgerError
from app.errors import SnapshotError
from app.model.document import Document
from app.model.document import LANGS
from app.model.finding import Finding
from app.model.ledger import Ledger
from app.model.locator import Locator
from app.model.thread import Threads
from app.progress import SILENT
from app.progress import Silent
from app.references.links import LinkChecker
from app.references.prose.weave import Weaver
from app.search.analyzer import ChineseWords
from app.snapshot.codec import Corpus
from app.snapshot.manifest import content_digest
from app.snapshot.manifest import hash_file
from app.snapshot.manifest import Manifest
from app.snapshot.store import Store
from app.snapshot.writer import count
from app.snapshot.writer import write_snapshot


@dataclass(frozen=True)
class Checked:
    """Content that was loaded, checked and resolved."""

    corpus: Corpus
    findings: tuple[Finding, ...]
    changes: tuple[str, ...] = ()
    """What becomes of published addresses, a line for each ledger that changes."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(one for one in self.findings if one.level == "error")


@dataclass(frozen=True)
class Built:
    """What a build came to; *digest* is None if errors stopped it."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]
    digest: str | None
    changes: tuple[str, ...] = ()
    """What became of published addresses, a line for each ledger that changed."""
    new: bool = False
    """Whether this made a snapshot, or the same content had one already."""


def check(content: Path, progress: Silent = SILENT) -> Checked:
    """Load, check and resolve; nothing is written."""
    progress.step("load")
    library = load(content)
    progress.step("check")
    layout = Layout(content)
    findings = list(library.findings)
    published: dict[str, Ledger] = {}
    for slug in layout.slugs():
        path = layout.ledger_path(slug)
        try:
            published[slug] = read_ledger(path)
        except LedgerError as error:
            findings.append(
                Finding(
                    "I001", "error", layout.display(path), error.line, error.message
                )
            )
    progress.step("resolve")
    resolved = _resolve(library, layout, published, findings)
    findings.sort(key=lambda one: (one.path, one.line, one.code))
    warnings = tuple(one for one in findings if one.level == "warning")
    changes = tuple(
        f"{layout.display(layout.ledger_path(slug))}: {words}."
        for slug, ledger in resolved.ledgers.items()
        if (words := describe_changes(published[slug], ledger))
    )
    return Checked(replace(resolved, findings=warnings), tuple(findings), changes)


def _resolve(
    library: Library,
    layout: Layout,
    published: dict[str, Ledger],
    findings: list[Finding],
) -> Corpus:
    """Give every sentence its lasting address, and follow every link."""
    carried = {
        document.slug: carry_over(document, published[document.slug])
        for document in library.documents
        if document.slug in published
    }
    documents = {slug: document for slug, (document, _) in carried.items()}
    ledgers = {slug: ledger for slug, (_, ledger) in carried.items()}
    links = LinkChecker(
        documents,
        ledgers,
        layout.slugs(),
        lambda lang, slug: layout.display(layout.path(lang, slug)),
    )
    places: dict[tuple[str, int], str] = {}
    lines_of: dict[str, dict[Locator, int]] = {}
    for document in library.documents:
        if document.slug in documents:
            final = documents[document.slug]
            lines = lines_of[document.slug] = _lines(library, document, final)
            findings += links.check(final, lines)
            for lang in LANGS:
                path = layout.display(layout.path(lang, document.slug))
                places |= {(path, line): str(at) for at, line in lines.items()}
    findings[:] = [
        replace(one, locator=one.locator or places.get((one.path, one.line), ""))
        for one in findings
    ]

    def line_of(slug: str, locator: Locator) -> int:
        return lines_of.get(slug, {}).get(locator, 0)

    weaver = Weaver(
        documents,
        ledgers,
        library.glossary,
        lambda lang, slug: layout.display(layout.path(lang, slug)),
        line_of,
    )
    woven = weaver.weave()
    checked = check_translations(documents, library.glossary, layout, line_of)
    findings += [*woven.findings, *checked.findings]
    return Corpus(
        tuple(documents.values()),
        ledgers,
        library.glossary,
        (),
        Threads(tuple(woven.references), woven.works),
        doubts=tuple(checked.doubts),
        examined=tuple(checked.examined),
    )


def _lines(
    library: Library, provisional: Document, carried: Document
) -> dict[Locator, int]:
    """Give the line of every unit and segment by its lasting address."""
    first = (*provisional.by_locator, *provisional.by_segment)
    final = (*carried.by_locator, *carried.by_segment)
    return {
        now: library.lines.get((carried.slug, then), 0)
        for then, now in zip(first, final, strict=True)
    }


def build(content: Path, index: Path, progress: Silent = SILENT) -> Built:
    """Build a snapshot of the content and serve it.

    Errors in the content stop the build: nothing is written then. Otherwise the ledgers
    are brought up first, so that no address is ever served that they do not hold.

    :raise BuildLockedError: if another build holds the index folder.
    :raise ContentChangedError: if a text was edited while it was read.
    """
    store, layout = Store(index), Layout(content)
    with store.locked():
        before_reading = _texts(layout)
        checked = check(content, progress)
        counts = count(checked.corpus)
        if checked.errors:
            return Built(checked.findings, counts, None)
        if _texts(layout) != before_reading:
            raise ContentChangedError(content)
        for slug, ledger in checked.corpus.ledgers.items():
            write_ledger(layout.ledger_path(slug), ledger)
        sources = _sources(content, layout, checked.corpus)
        digest = content_digest(sources)
        before = store.current()
        new = not _is_sound(store, digest)
        if new:
            _write(store, checked.corpus, sources, digest, progress)
        store.serve(digest)
        # The one before stays for readers that are just about to open it.
        store.prune({digest, before or digest})
    return Built(checked.findings, counts, digest, checked.changes, new)


def _write(
    store: Store,
    corpus: Corpus,
    sources: dict[str, str],
    digest: str,
    progress: Silent,
) -> None:
    """Index and write a snapshot, and put it in its place."""
    chinese = ChineseWords(corpus.glossary)
    progress.step("relate")
    ready = replace(
        corpus,
        documents=tuple(with_breaks(text, chinese) for text in corpus.documents),
        threads=replace(corpus.threads, relations=relations_of(corpus)),
        usages=usages_of(corpus),
    )
    readings = readings_of(ready, chinese)
    with store.new_folder() as folder:
        units = write_snapshot(folder, ready, sources, digest, chinese, readings)
        progress.step("index")
        for _ in progress.track(units, count(ready)["units"]):
            pass
        progress.step("write")
        store.publish(folder, digest)


def _texts(layout: Layout) -> dict[str, str]:
    """Hash everything that a person writes, to see whether it was read whole."""
    return {
        layout.display(path): hash_file(path)
        for path in (
            layout.glossary_path,
            *(layout.path(lang, slug) for slug in layout.slugs() for lang in LANGS),
            *map(layout.exceptions_path, layout.slugs()),
        )
        if path.is_file()
    }


def _sources(content: Path, layout: Layout, corpus: Corpus) -> dict[str, str]:
    """Hash every content file that goes into the snapshot."""
    paths = [layout.glossary_path]
    for document in corpus.documents:
        paths += [layout.path("zh", document.slug), layout.path("en", document.slug)]
        paths.append(layout.ledger_path(document.slug))
        paths.append(layout.exceptions_path(document.slug))
    return {
        path.relative_to(content).as_posix(): hash_file(path)
        for path in paths
        if path.exists()
    }


def _is_sound(store: Store, digest: str) -> bool:
    """Say whether this snapshot is there and whole."""
    try:
        Manifest.read(store.folder(digest))
    except SnapshotError:
        return False
    return True
