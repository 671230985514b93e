"""Pages in the script a reader chose: Simplified or Traditional, as the last step.

A page is converted when it is made, whole: every Chinese word on it, of a text or of
the interface, wherever it came from. Only words change: links, ids, classes and what
was typed into a field are left as they are, and no word changes its length, so every
mark and every link stands over the same letters as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

from app.text.script import in_script
from app.text.script import Script

TAGS: dict[Script, str] = {"hans": "zh-Hans", "hant": "zh-Hant"}

_PIECES = re.compile(
    r"""
    (?P<tag> <(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)
        (?P<attributes>(?:[^<>"]|"[^"]*")*)> )
    | (?P<other> <![^>]*> )
    | (?P<words> [^<]+ )
    | (?P<rest> < )
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r" (?P<name>lang|title|alt|content|placeholder|label|aria-[a-z]+|data-[\w-]+)"
    r'="(?P<value>[^"]*)"'
)

#: Elements inside a sentence: a word may reach across their edges.
_INLINE = frozenset(
    {"a", "b", "del", "em", "ins", "mark", "ruby", "span", "strong", "wbr"}
)

#: What is shown character by character, as it was typed or is to be copied.
_VERBATIM = frozenset({"code", "pre", "rt", "script", "style", "textarea"})

_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


def page_in_script(html: str, script: Script) -> str:
    """Write the Chinese of a page in one script, and say so in its language tags."""
    page = _Page(script)
    for piece in _PIECES.finditer(html):
        page.take(piece)
    return "".join(page.parts())


@dataclass
class _Page:
    """A page that is being converted, piece by piece."""

    script: Script
    _parts: list[str] = field(default_factory=list)
    _run: list[int] = field(default_factory=list)
    """Which parts are words of the sentence that is being read."""
    _open: list[tuple[str, bool]] = field(default_factory=list)
    """The elements that are open, and whether words in them are left as they are."""

    def take(self, piece: re.Match[str]) -> None:
        """Take the next piece of the page."""
        if piece["words"] is not None:
            if not self._is_kept:
                self._run.append(len(self._parts))
            self._parts.append(piece["words"])
        elif piece["tag"] is not None:
            self._take_tag(piece)
        else:
            self._parts.append(piece[0])

    def parts(self) -> Iterator[str]:
        """Give the converted page."""
        self._convert()
        yield from self._parts

    @property
    def _is_kept(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _take_tag(self, piece: re.Match[str]) -> None:
        """Take a tag; one that begins or ends a block ends the sentence before it."""
        name = piece["name"].lower()
        if name not in _INLINE and name != "rt":
            self._convert()
        if piece["close"]:
            self._leave(name)
            self._parts.append(piece[0])
            return
        attributes = piece["attributes"]
        # What is in this script already is not converted twice.
        written = f' lang="{TAGS[self.script]}"' in attributes
        kept = self._is_kept or written or name in _VERBATIM
        self._parts.append(piece[0] if kept else self._rewrite(piece[0]))
        if name not in _VOID and not attributes.endswith("/"):
            self._open.append((name, kept))

    def _leave(self, name: str) -> None:
        """Close the innermost element of this name; some end without saying so."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == name:
                del self._open[at:]
                return

    def _rewrite(self, tag: str) -> str:
        """Convert what a tag says: its language, its labels, words for scripts."""
        return _ATTRIBUTE.sub(self._rewrite_attribute, tag)

    def _rewrite_attribute(self, found: re.Match[str]) -> str:
        """Convert one attribute; a tag of Chinese names the script, others stay."""
        value = found["value"]
        if value in TAGS.values():
            value = TAGS[self.script]
        return f' {found["name"]}="{in_script(value, self.script)}"'

    def _convert(self) -> None:
        """Convert the words of a sentence together, then part them as they were."""
        words = [self._parts[at] for at in self._run]
        converted, start = in_script("".join(words), self.script), 0
        for at, one in zip(self._run, words, strict=True):
            self._parts[at] = converted[start : start + len(one)]
            start += len(one)
        self._run.clear()
