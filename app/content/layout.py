"""Where the content files live: names to paths and back, and what may be a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.model.document import Lang
from app.model.document import LANGS

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""A slug or a term's id: lower-case words and numbers parted by single hyphens."""

SLUG_LENGTH = 80

RESERVED = frozenset(
    {
        "about", "api", "changes", "checks", "concordance", "display", "embed",
        "export", "healthz", "ids", "map", "measure", "oembed", "offline",
        "opensearch.xml", "robots.txt", "search", "sitemap.xml", "static", "terms",
        "zh",
    }
)  # fmt: skip
"""Words that stand in addresses of their own, so that no document may have them."""


def is_slug(text: str) -> bool:
    """Say whether *text* is well-formed and may name a document."""
    return is_wellformed(text) and text not in RESERVED


def is_wellformed(text: str) -> bool:
    """Say whether *text* has the form of a slug, reserved or not."""
    return len(text) <= SLUG_LENGTH and SLUG.fullmatch(text) is not None


@dataclass(frozen=True)
class Layout:
    """The content folder; every path into it is made here."""

    content: Path

    def path(self, lang: Lang, slug: str) -> Path:
        """Give the text of a document in one language."""
        return self.content / lang / f"{slug}.md"

    def ledger_path(self, slug: str) -> Path:
        """Give the ledger of a document's published addresses."""
        return self.content / f"{slug}.ids"

    def exceptions_path(self, slug: str) -> Path:
        """Give the accepted exceptions to the checks of a translation."""
        return self.content / f"{slug}.exceptions"

    def reviewed_path(self, slug: str) -> Path:
        """Give the rows that an editor has looked at and accepted."""
        return self.content / f"{slug}.reviewed"

    @property
    def glossary_path(self) -> Path:
        """The glossary of all documents."""
        return self.content / "glossary.csv"

    def slugs(self) -> tuple[str, ...]:
        """List the documents that have a text in either language, sorted."""
        found = {
            path.stem
            for lang in LANGS
            for path in self._visible(self.content / lang)
            if path.suffix == ".md"
        }
        return tuple(sorted(found))

    def ledgers(self) -> tuple[str, ...]:
        """List the documents that have a ledger, sorted."""
        return tuple(
            path.stem for path in self._visible(self.content) if path.suffix == ".ids"
        )

    def exceptions(self) -> tuple[str, ...]:
        """List the documents that have accepted exceptions, sorted."""
        return tuple(
            path.stem
            for path in self._visible(self.content)
            if path.suffix == ".exceptions"
        )

    def strays(self) -> tuple[Path, ...]:
        """List what lies in the language folders and is no text, sorted."""
        return tuple(
            path
            for lang in LANGS
            for path in self._visible(self.content / lang)
            if path.suffix != ".md"
        )

    def display(self, path: Path) -> str:
        """Give a path as an editor knows it: ``content/zh/plan.md``."""
        return "/".join((self._name, *path.relative_to(self.content).parts))

    @cached_property
    def _name(self) -> str:
        """The name of the content folder, also where it was given as ``.``."""
        return self.content.name or self.content.resolve().name

    @staticmethod
    def _visible(folder: Path) -> list[Path]:
        """List a folder, leaving out hidden files and editors' backups."""
        if not folder.is_dir():
            return []
        return sorted(
            path
            for path in folder.iterdir()
            if not path.name.startswith(".") and not path.name.endswith("~")
        )
