"""Checks of which files there are, and of their names."""

from __future__ import annotations

from app.content.codes import finding
from app.content.codes import NAMES
from app.content.layout import is_slug
from app.content.layout import is_wellformed
from app.content.layout import Layout
from app.model.document import LANGS
from app.model.finding import Finding


def loadable(layout: Layout) -> tuple[str, ...]:
    """List the documents whose names may stand in an address."""
    return tuple(slug for slug in layout.slugs() if is_slug(slug))


def check_places(layout: Layout) -> list[Finding]:
    """Check the content folder as it lies there, before any file is opened."""
    slugs = layout.slugs()
    if not slugs:
        what = "has no documents" if layout.content.is_dir() else "does not exist"
        message = (
            f"The content folder {what}; put texts into its zh and en folders, or "
            "name another folder."
        )
        return [finding("P004", layout.display(layout.content), 0, message)]
    found = []
    for slug in slugs:
        found += _check_name(layout, slug)
        found += _check_sides(layout, slug)
    found += [_stray(layout.display(path)) for path in layout.strays()]
    found += [_orphan(layout, slug) for slug in layout.ledgers() if slug not in slugs]
    return found


def _check_name(layout: Layout, slug: str) -> list[Finding]:
    if is_slug(slug):
        return []
    if is_wellformed(slug):
        code = "P002"
        message = f"{slug} is a word of the site's own addresses; rename the files."
    else:
        code = "P003"
        message = (
            f"{slug!r} cannot stand in an address; rename the files, using lower-case "
            "letters a-z, digits and single hyphens, at most 80."
        )
    paths = [layout.path(lang, slug) for lang in LANGS]
    shown = [layout.display(path) for path in paths if path.exists()]
    return [finding(code, path, 0, message) for path in shown]


def _check_sides(layout: Layout, slug: str) -> list[Finding]:
    found = []
    for lang, other in (("zh", "en"), ("en", "zh")):
        path = layout.content / lang / f"{slug}.md"
        if not path.exists():
            there = layout.display(layout.content / other / f"{slug}.md")
            message = (
                f"There is no {NAMES[lang]} text beside this; write "
                f"{layout.display(path)}, with a single - on lines not translated."
            )
            found.append(finding("P001", there, 0, message))
    return found


def _stray(path: str) -> Finding:
    message = "Only texts named .md are read here; rename it or take it away."
    return finding("P005", path, 0, message)


def _orphan(layout: Layout, slug: str) -> Finding:
    message = (
        "The texts of this ledger are gone, and with them the addresses it promises; "
        "restore them, or delete the ledger if nobody may cite them."
    )
    return finding("P006", layout.display(layout.ledger_path(slug)), 0, message)
