"""Ask Lighthouse what it thinks of the pages, on the phone that it imitates.

    .venv/bin/python -m benchmarks.lighthouse

Needs `npx` (Node.js 18 or newer) and Chromium (CHROMIUM= names another), and an index
(`make index`). Each page is asked for thrice, as the production server sends it; the
run with the middle LCP counts. Prints a table and writes it to
benchmarks/lighthouse.md. Times are what Lighthouse reckons for a slow phone on a slow
network, from what it saw here: a busy machine makes them worse.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
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
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "largest-contentful-paint": "LCP ms",
    "cumulative-layout-shift": "CLS",
    "total-blocking-time": "blocked ms",
    "total-byte-weight": "bytes",
}


def main() -> None:
    """Measure all pages and write the table."""
    lines = [
        f"| page | {' | '.join((*CATEGORIES, *FIGURES.values()))} |",
        f"| --- |{' --- |' * (len(CATEGORIES) + len(FIGURES))}",
    ]
    with served() as site:
        for path in PAGES:
            urlopen(site + path).close()  # a first reader has warmed the server
            runs = sorted((ask(site + path) for _ in range(RUNS)), key=_lcp)
            lines.append(row(path, runs[RUNS // 2]))
            print(lines[-1], file=sys.stderr)
    table = "\n".join(lines) + "\n"
    print(table)
    (HERE / "lighthouse.md").write_text(
        f"Lighthouse {LIGHTHOUSE.partition('@')[2]}, mobile, by "
        f"`python -m benchmarks.lighthouse`:\n\n{table}",
        "utf-8",
    )


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


def row(path: str, report: dict[str, Any]) -> str:
    """Write what Lighthouse says of a page as a row of the table."""
    scores = [f"{report['categories'][name]['score'] * 100:.0f}" for name in CATEGORIES]
    figures = [report["audits"][name]["numericValue"] for name in FIGURES]
    written = [f"{figure:.3f}" if figure < 1 else f"{figure:.0f}" for figure in figures]
    return f"| `{path}` | {' | '.join((*scores, *written))} |"


def _lcp(report: dict[str, Any]) -> float:
    """Give how long it took until the largest thing was there."""
    figure: float = report["audits"]["largest-contentful-paint"]["numericValue"]
    return figure


if __name__ == "__main__":
    main()
