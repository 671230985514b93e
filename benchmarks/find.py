"""Put the search in the browser beside the server's, on the same text and queries.

    .venv/bin/python -m benchmarks.find

In a real Chromium: quality on the judged queries by their types, recall of every
stretch of one to six characters of Chinese, time, and bytes until the first answer.
Prints a table and writes it to benchmarks/find.md. It needs what the tests need.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import sync_playwright

from app.content.loader import load
from benchmarks.engines import Ours
from benchmarks.engines import rows
from benchmarks.engines import TOP
from benchmarks.search import CONTENT
from benchmarks.search import HAN
from benchmarks.search import HERE

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FIRST = "/search/offline?q=绿色金融"
LONGEST = 6
ROUNDS = 3

_LOAD = """async () => {
  const { find_engine, find_library } = globalThis.modules;
  const start = performance.now();
  const { href } = document.querySelector("[data-find-index]");
  const library = new find_library.Library(await (await fetch(href)).json());
  window.engine = new find_engine.Engine(library);
  return performance.now() - start;
}"""
_ASK = """([queries, size]) => queries.map((q) => {
  const start = performance.now();
  const { hits } = window.engine.search({ q, size });
  return { ms: performance.now() - start, units: hits.map(({ unit }) => unit.at) };
})"""


def main() -> None:
    """Measure both, and write the table."""
    lines = (HERE / "queries.jsonl").read_text("utf-8").splitlines()
    queries = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(CONTENT, folder / "content")
        server = Ours(folder / "content", folder / "index")
        asked = [query["q"] for query in queries]
        there = [server.search(query) for query in asked]
        with _page(folder / "index") as (page, size, loaded):
            load_ms = page.evaluate(_LOAD)
            rounds = [page.evaluate(_ASK, [asked, TOP]) for _ in range(ROUNDS)]
            recall, quoted, stretches = _recall(page)
    here = [answer["units"] for answer in rounds[0]]
    times = [min(one["ms"] for one in tries) for tries in zip(*rounds, strict=True)]
    text = "\n".join(
        [
            *_table(queries, there, here),
            "",
            f"Of {stretches:,} stretches of one to {LONGEST} characters, "
            f"{recall:.3f} of the units are found bare and {quoted:.3f} in quotation "
            "marks.",
            f"A search takes {statistics.median(times):.1f} ms at the median and "
            f"{statistics.quantiles(times, n=20)[-1]:.1f} ms at the 95th percentile; "
            f"{load_ms:.0f} ms to load the texts.",
            f"Until the first answer {loaded / 1000:.1f} KB came over the wire, "
            f"{size / 1000:.1f} KB of them the texts, terms and words.",
        ]
    )
    print(text)
    (HERE / "find.md").write_text(text + "\n", "utf-8")


def _table(
    queries: list[dict[str, Any]], there: list[list[str]], here: list[list[str]]
) -> Iterator[str]:
    """Lay out the mean reciprocal rank by the type of the query."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for query, server, browser in zip(queries, there, here, strict=True):
        if grades := query["units"]:
            found[query["type"]].append((_rank(grades, server), _rank(grades, browser)))
    found["all"] = [pair for pairs in list(found.values()) for pair in pairs]
    yield "| MRR@10 | queries | server | browser |"
    yield f"|{' --- |' * 4}"
    for kind, pairs in found.items():
        server, browser = (statistics.mean(side) for side in zip(*pairs, strict=True))
        yield f"| {kind} | {len(pairs)} | {server:.3f} | {browser:.3f} |"


def _rank(grades: dict[str, int], got: list[str]) -> float:
    """Give the reciprocal rank of the right unit."""
    ranks = [1 / place for place, one in enumerate(got, 1) if grades.get(one) == 3]
    return max(ranks, default=0.0)


def _recall(page: Page) -> tuple[float, float, int]:
    """Look for every stretch of the text, bare and quoted."""
    units = [unit for document in load(CONTENT).documents for unit in document.walk()]
    have: dict[str, set[str]] = defaultdict(set)
    for locator, zh, _ in rows(units):
        for run in HAN.findall(zh):
            for start in range(len(run)):
                for end in range(start + 1, min(len(run), start + LONGEST) + 1):
                    have[run[start:end]].add(locator)
    shares = []
    for form in ("{}", '"{}"'):
        asked = [form.format(stretch) for stretch in have]
        answers = page.evaluate(_ASK, [asked, 1_000])
        shares.append(
            statistics.mean(
                len(wanted & set(answer["units"])) / len(wanted)
                for wanted, answer in zip(have.values(), answers, strict=True)
            )
        )
    return shares[0], shares[1], len(have)


@contextmanager
def _page(index: Path) -> Iterator[tuple[Page, int, int]]:
    """Search in a new browser; give how many bytes came: the index, and all."""
    with _served(index) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(base_url=address)
        names: dict[str, str] = {}
        sizes: dict[str, int] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on(
            "Network.responseReceived",
            lambda one: names.update({one["requestId"]: one["response"]["url"]}),
        )
        session.on(
            "Network.loadingFinished",
            lambda one: sizes.update({one["requestId"]: one["encodedDataLength"]}),
        )
        page.goto(FIRST)
        page.wait_for_selector(".found")
        texts = [sizes.get(one, 0) for one, url in names.items() if "index.json" in url]
        yield page, int(max(texts)), int(sum(sizes.values()))
        browser.close()


@contextmanager
def _served(index: Path) -> Iterator[str]:
    """Start the server on a free port; give its address."""
    settings = {"READER_INDEX": str(index), "PORT": "0", "READER_WORKERS": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "app.serve"],
        cwd=HERE.parent,
        env={**os.environ, **settings},
        stderr=subprocess.PIPE,
        text=True,
    )
    said = server.stderr or ()
    line = next((line for line in said if "http://" in line), "")
    yield line.partition(" at ")[2].partition(" ")[0].rstrip("/\n")
    server.terminate()
    server.communicate(timeout=10)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
