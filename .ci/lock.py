"""Lock the requirements: pyproject.toml -> requirements*.txt, hashed and reasoned."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

HEADER = "# Made from pyproject.toml by `make lock`, with the hash of every file.\n"

COMPILE = (
    sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config",
    "--no-cache", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-header", "--annotation-style", "line",
)  # fmt: skip

DIRECT = re.compile(
    r"""
    ^\s*"(?P<name>[\w.-]+)==[^"]+",  # "flask==3.1.3",
    \s*\#\s(?P<reason>.+)$           # # the web framework
    """,
    re.VERBOSE | re.MULTILINE,
)

LOCKED = re.compile(
    r"""
    ^(?P<pin>(?P<name>[\w.-]+)==[^\\\n]+?)\ \\\n  # flask==3.1.3
    (?P<hashes>(?:\ +--hash=.+\n)+)              # --hash=sha256:…
    \ +\#\ via\ (?P<parents>.+)$                 # # via flask-babel, jinja2
    """,
    re.VERBOSE | re.MULTILINE,
)


def main() -> None:
    """Write the three files anew, with the newest packages pyproject.toml allows."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    reasons = {name.lower(): reason for name, reason in DIRECT.findall(text)}

    def entries(*sources: str) -> dict[str, str]:
        return dict(_entries(_compile(*sources), reasons))

    run = entries("pyproject.toml")
    _write("requirements.txt", run)
    dev = entries("pyproject.toml", "--group", "dev", "-c", "requirements.txt")
    _write(
        "requirements-dev.txt",
        {pin: entry for pin, entry in dev.items() if pin not in run},
        start="\n-r requirements.txt\n",
    )
    _write("requirements-build.txt", entries("--group", "build"))


def _compile(*sources: str) -> str:
    """Ask uv for one lock that serves every platform and every Python from 3.11."""
    command = [*COMPILE, *sources]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=-1, text=True).stdout


def _entries(lock: str, reasons: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each pin, and its entry with the reason above it."""
    if LOCKED.sub("", lock).strip():
        sys.exit(f"uv wrote what this script cannot read:\n{LOCKED.sub('', lock)}")
    for match in LOCKED.finditer(lock):
        reason = reasons.get(match["name"]) or f"needed by {match['parents']}"
        yield match["pin"], f"# {reason}\n{match['pin']} \\\n{match['hashes']}"


def _write(name: str, entries: dict[str, str], start: str = "") -> None:
    """Write one file."""
    text = HEADER + start + "".join(f"\n{entry}" for entry in entries.values())
    (ROOT / name).write_text(text, "utf-8")
    print(f"{name}: {len(entries)} packages")


if __name__ == "__main__":
    main()
