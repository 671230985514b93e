"""Ask Lighthouse what it thinks of the pages, on the phone that it imitates.

    .venv/bin/python -m benchmarks.lighthouse                # all pages
    .venv/bin/python -m benchmarks.lighthouse / /terms/      # these

Needs `npx` (Node.js 18 or newer) and Chromium (CHROMIUM= names another), and an index
(`make index`). Each page is asked for thrice, as the production server sends it to
those who come after the first readers; of each figure the middle one counts. Prints a
table, what misses its goal, and fails if anything does; the table of all pages is
written to benchmarks/lighthouse.md. Times are what Lighthouse reckons for a slow phone
on a slow network, from what it saw here: a busy machine makes them worse.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request
from urllib.request import urlopen

LIGHTHOUSE = "lighthouse@12.8.2"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
RUNS = 3

HERE = Path(__file__).parent
PLAN = "/western-financial-center"
PAGES = (
    "/", f"{PLAN}/", f"{PLAN}/2.3.11", f"{PLAN}/2.3", f"{PLAN}/map", f"{PLAN}/checks",
    f"{PLAN}/changes", "/terms/", "/terms/green-finance", "/about", "/search",
    "/search?q=%E7%BB%BF%E8%89%B2%E9%87%91%E8%9E%8D", "/concordance?q=green+finance",
    f"{PLAN}/2.3.11.s4/cite",
)  # fmt: skip
NOT_INDEXED = ("/search", "/concordance", "/cite")
"""What marks an answer that no search engine is to keep: Lighthouse scores such pages
lower in "seo" for that alone, so for them this one audit is left out."""
READING = (f"{PLAN}/", f"{PLAN}/2.3.11", f"{PLAN}/2.3")

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "largest-contentful-paint": "LCP ms",
    "cumulative-layout-shift": "CLS",
    "total-blocking-time": "blocked ms",
    "total-byte-weight": "bytes",
}
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST = {"LCP ms": 1200, "CLS": 0.02}
"""The goals: of every page, and of pages to read, which have to stay below these."""
MOST_BYTES = 60_000
"""How much the whole plan may weigh, with all that it asks for."""

WARMING = 12
"""How often a page is asked for first: each worker packs it at its smallest by then."""

Figures = dict[str, float]


def main(paths: tuple[str, ...]) -> int:
    """Measure pages and print the table; return 1 if a goal is missed."""
    lines = [
        f"| page | {' | '.join((*CATEGORIES, *FIGURES.values()))} |",
        f"| --- |{' --- |' * (len(CATEGORIES) + len(FIGURES))}",
    ]
    missed: list[str] = []
    with served() as site:
        for path in paths:
            figures = measure(site, path)
            lines.append(row(path, figures))
            missed += misses(path, figures)
            print(lines[-1], file=sys.stderr, flush=True)
    table = "\n".join(lines) + "\n"
    print(table)
    print("\n".join(missed) or "Every goal is met.")
    if paths == PAGES:
        (HERE / "lighthouse.md").write_text(
            f"Lighthouse {LIGHTHOUSE.partition('@')[2]}, mobile, by "
            f"`python -m benchmarks.lighthouse`:\n\n{table}",
            "utf-8",
        )
    return 1 if missed else 0


def measure(site: str, path: str) -> Figures:
    """Give the middle figures of a page, once the server has had its first readers."""
    warm(site, path)
    runs = [figures_of(ask(site + path)) for _ in range(RUNS)]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def warm(site: str, path: str) -> None:
    """Ask for a page, its styles and scripts again and again, as browsers do."""
    page = urlopen(site + path).read().decode()
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    for _ in range(WARMING):
        for file in (path, *files):
            packed = Request(site + file, headers={"Accept-Encoding": "br"})
            urlopen(packed).close()
        time.sleep(0.1)


def misses(path: str, figures: Figures) -> Iterator[str]:
    """Say which goals a page misses."""
    for name, least in LEAST.items():
        if figures[name] < least:
            yield f"{path}: {name} is {figures[name]:.0f}, not {least}"
    for name, most in MOST.items() if path in READING else ():
        if figures[name] >= most:
            yield f"{path}: {name} is {figures[name]:g}, not below {most}"
    if path == f"{PLAN}/" and figures["bytes"] > MOST_BYTES:
        yield f"{path}: {figures['bytes']:.0f} bytes, more than {MOST_BYTES}"


@contextmanager
def served() -> Iterator[str]:
    """Start the production server on a free port; give its address."""
    server = subprocess.Popen(
        [sys.executable, "-m", "app.serve"],
        env={**os.environ, "PORT": "0"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    line = next((line for line in server.stderr if "http://" in line), "")
    try:
        yield line.partition(" at ")[2].partition(" ")[0].rstrip("/")
    finally:
        server.terminate()
        server.wait()


def ask(address: str) -> dict[str, Any]:
    """Run Lighthouse once; give its report."""
    command = [
        "npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json",
        f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    if any(mark in address for mark in NOT_INDEXED):
        command.append("--skip-audits=is-crawlable")
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def figures_of(report: dict[str, Any]) -> Figures:
    """Take the scores and the figures from a report."""
    scores = {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}
    audits = report["audits"]
    return scores | {
        written: audits[name]["numericValue"] for name, written in FIGURES.items()
    }


def row(path: str, figures: Figures) -> str:
    """Write the figures of a page as a row of the table."""
    written = [f"{figures[name]:.0f}" for name in CATEGORIES]
    written += [
        f"{figures[name]:.3f}" if name == "CLS" else f"{figures[name]:.0f}"
        for name in FIGURES.values()
    ]
    return f"| `{path}` | {' | '.join(written)} |"


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or PAGES))
