"""The requirements: pinned, hashed, one reason a package, and what pyproject asks."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
FILES = ("requirements.txt", "requirements-dev.txt", "requirements-build.txt")

ENTRY = re.compile(
    r"""
    \#\ (?P<reason>.+)\n                          # # the web framework
    (?P<pin>(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+))
    (?:\ ;\ (?P<marker>[^\\\n]+))?                # ; sys_platform == 'win32'
    (?:\ \\\n\ {4}--hash=sha256:[0-9a-f]{64})+\n  # one hash for each file
    """,
    re.VERBOSE,
)

#: Libraries that come with the one that is asked for, as its public parts.
PARTS = {
    "babel": "flask-babel",
    "click": "flask",
    "markupsafe": "flask",
    "werkzeug": "flask",
}


def entries(name: str) -> list[re.Match[str]]:
    return list(ENTRY.finditer((ROOT / name).read_text("utf-8")))


def asked_for() -> dict[str, list[str]]:
    """Give what pyproject.toml asks for, by the file it is locked in."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    groups = project["dependency-groups"]
    asked = (project["project"]["dependencies"], groups["dev"], groups["build"])
    return dict(zip(FILES, asked, strict=True))


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_nothing_but_pinned_hashed_reasoned_packages(name):
    text = (ROOT / name).read_text("utf-8")
    rest = ENTRY.sub("", text).split("\n", 1)[1].split()
    assert rest == (["-r", "requirements.txt"] if name == FILES[1] else [])
    assert entries(name)


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_the_very_versions_that_the_project_asks_for(name):
    pins = {entry["pin"] for entry in entries(name)}
    assert {pin.lower() for pin in asked_for()[name]} <= pins


@pytest.mark.parametrize("name", FILES)
def test_the_reason_is_the_projects_or_names_a_package_that_is_there(name):
    project = PROJECT.read_text("utf-8").lower()
    known = {entry["name"] for file in FILES for entry in entries(file)}
    for entry in entries(name):
        needed_by = re.fullmatch("needed by (.+)", entry["reason"])
        if needed_by:
            assert set(needed_by[1].split(", ")) <= known, entry["pin"]
        else:
            reason = re.escape(entry["reason"].lower())
            assert re.search(rf'"{entry["pin"]}", +# {reason}\n', project)


def test_run_time_and_development_share_no_package():
    pins = [entry["pin"] for name in FILES for entry in entries(name)]
    assert len(pins) == len(set(pins))


def test_all_that_the_program_imports_is_asked_for():
    homes = packages_distributions()
    asked = {pin.split("==")[0].lower() for pin in asked_for()["requirements.txt"]}
    for path in (ROOT / "app").rglob("*.py"):
        for module in imported(path) - sys.stdlib_module_names - {"app"}:
            names = {name.lower() for name in homes[module]}
            names |= {PARTS.get(name, name) for name in names}
            assert names & asked, f"{path} imports {module}"


def imported(path: Path) -> set[str]:
    """Give the first word of everything that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names
