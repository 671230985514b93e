"""Scripts and sheets put together: many small files to write, a few to send.

Nothing is translated: a module becomes a function that is called once, with its
imports as its first line and its exports as what it returns. So a page asks for two
scripts instead of twenty, and these pack into half. Modules keep to the forms that
are read here; what is not among them is refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator

Read = Callable[[str], str]
"""Gives the text of a file by the name of its module or sheet."""

IMPORT = re.compile(
    r"""
    ^import\ (?:\{(?P<names>[^}]*)\}\ from\ )?  # import { a, b as c } from
    "\./(?P<module>\w+)\.js";\n                 # "./chosen.js";
    """,
    re.VERBOSE | re.MULTILINE,
)
EXPORT = re.compile(
    r"^export (?=(?:(?:async )?function\*?|class|const|let) (\w+))", re.MULTILINE
)
ON_DEMAND = re.compile(r'\bimport\("\./(\w+)\.js"\)')
UNREAD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)

_COMMENT = re.compile(
    r"""
    ^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n  # /* alone on its lines */
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)

SHARED = "const $ = globalThis.modules ??= {};\n"
"""What the scripts of a page have in common: every module that has run, by its name."""


class LinkError(Exception):
    """Raised for a module that cannot be put together with others."""

    def __init__(self, module: str, line: str) -> None:
        super().__init__(
            f"static/js/{module}.js: cannot link {line!r}. Modules import by "
            '`import { a } from "./b.js";` without circles, and export functions, '
            "classes and constants where they are declared."
        )


def link_scripts(
    names: Iterable[str], read: Read, *, address: Read, without: Iterable[str] = ()
) -> str:
    """Put modules and all they import into one script, each after what it imports.

    Those *without* which it goes are in another script of the page. *address* says
    where a module is that is loaded on demand.
    """
    left_out = set(_in_order(without, read))
    wanted = (name for name in _in_order(names, read) if name not in left_out)
    return SHARED + "".join(_as_function(name, read(name), address) for name in wanted)


def join_sheets(names: Iterable[str], read: Read) -> str:
    """Put sheets into one, in their order; the one for paper says so itself."""
    return "".join(
        f"@media print {{\n{text}}}\n" if name == "print" else text
        for name in names
        for text in (_INDENT.sub("", _COMMENT.sub("", read(name))),)
    )


def _in_order(names: Iterable[str], read: Read) -> Iterator[str]:
    """Yield each module once, after all that it imports."""
    done: list[str] = []

    def visit(name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in path:
            raise LinkError(name, " → ".join((*path, name)))
        if name in done:
            return
        for match in IMPORT.finditer(read(name)):
            yield from visit(match["module"], (*path, name))
        done.append(name)
        yield name

    for name in names:
        yield from visit(name, ())


def _as_function(name: str, text: str, address: Read) -> str:
    """Turn a module into a function that is called once and returns its exports."""
    exports = ", ".join(match[1] for match in EXPORT.finditer(text))
    body = EXPORT.sub("", IMPORT.sub(_import, _packed(text)))
    body = ON_DEMAND.sub(lambda match: f'import("{address(match[1])}")', body)
    if unread := UNREAD.search(body):
        raise LinkError(name, unread[0])
    return f"$.{name} ??= (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _import(match: re.Match[str]) -> str:
    """Take the names from the module that has run already."""
    names = (match["names"] or "").replace(" as ", ": ").strip()
    return f"const {{ {names} }} = $.{match['module']};\n" if names else ""


def _packed(text: str) -> str:
    """Leave out comments and indents, unless a text that runs over lines has them."""
    bare = _COMMENT.sub("", text)
    if any(line.count("`") % 2 for line in bare.splitlines()):
        return text
    return _INDENT.sub("", _LINE_COMMENT.sub("", bare))
