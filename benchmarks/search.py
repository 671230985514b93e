"""Put our search beside others on the same text and queries, in one run.

    .venv/bin/python -m benchmarks.search

Quality on judged queries, recall of stretches of the text, and time of a whole search
with marks or snippets. Prints a table and writes it to benchmarks/search.md. Times are
for comparing the rows of one run, not two runs.
"""

from __future__ import annotations

import json
import math
import random
import re
import shutil
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from app.content.loader import load
from benchmarks.engines import Engine
from benchmarks.engines import Fts5
from benchmarks.engines import Ours
from benchmarks.engines import rows
from benchmarks.engines import StockWhoosh
from benchmarks.engines import Tantivy
from benchmarks.engines import TOP

HERE = Path(__file__).parent
CONTENT = HERE.parent / "content"
HAN = re.compile("[\u4e00-\u9fff]+")
STRETCHES = 300
ROUNDS = 3


def main() -> None:
    """Measure all engines and write the table."""
    queries = [
        json.loads(line)
        for line in (HERE / "queries.jsonl").read_text("utf-8").splitlines()
    ]
    units = [unit for document in load(CONTENT).documents for unit in document.walk()]
    flat = rows(units)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(CONTENT, folder / "content")
        makers: list[Callable[[], Engine]] = [
            lambda: Ours(folder / "content", folder / "ours"),
            lambda: StockWhoosh(flat, folder / "and", any_word=False),
            lambda: StockWhoosh(flat, folder / "or", any_word=True),
            lambda: Fts5(flat, trigram=True),
            lambda: Fts5(flat, trigram=False),
            lambda: Tantivy(flat),
        ]
        engines = [_made(make) for make in makers]
        lines = _table(engines, queries, _stretches(flat))
    text = "\n".join(lines) + "\n"
    print(text)
    (HERE / "search.md").write_text(text, "utf-8")


def _made(make: Callable[[], Engine]) -> tuple[Engine, float]:
    """Build an engine; give how long it took, in seconds."""
    start = time.perf_counter()
    engine = make()
    return engine, time.perf_counter() - start


def _table(
    engines: list[tuple[Engine, float]], queries: list[dict], stretches: list[tuple]
) -> list[str]:
    """Measure each engine and lay the figures out."""
    times = _times([engine for engine, _ in engines], [one["q"] for one in queries])
    lines = [
        "| engine | MRR@10 | nDCG@10 | success@1 | substrings | quoted | p50 ms "
        "| p95 ms | build s |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for engine, seconds in engines:
        figures = [*_quality(engine, queries), *_recall(engine, stretches)]
        spent = sorted(times[engine.name])
        p95 = spent[int(0.95 * (len(spent) - 1))]
        cells = [f"{figure:.3f}" for figure in figures]
        cells += [f"{statistics.median(spent):.2f}", f"{p95:.2f}", f"{seconds:.2f}"]
        lines.append(f"| {engine.name} | {' | '.join(cells)} |")
    return lines


def _quality(engine: Engine, queries: list[dict]) -> tuple[float, float, float]:
    """Score the judged queries that have an answer."""
    ranks, gains, firsts = [], [], []
    for query in queries:
        grades = query["units"]
        if not grades:
            continue
        got = [grades.get(locator, 0) for locator in engine.search(query["q"])]
        ranks.append(1 / (got.index(3) + 1) if 3 in got else 0.0)
        gains.append(_gain(got) / _gain(sorted(grades.values(), reverse=True)))
        firsts.append(float(got[:1] == [3]))
    return statistics.mean(ranks), statistics.mean(gains), statistics.mean(firsts)


def _gain(grades: list[int]) -> float:
    """Sum up grades, those further down counting less (Järvelin, Kekäläinen 2002)."""
    return sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(grades[:TOP]))


def _stretches(flat: list[tuple[str, str, str]]) -> list[tuple[str, set[str]]]:
    """Draw stretches of one to six characters, with the units that have each."""
    runs = [run for _, zh, _ in flat for run in HAN.findall(zh)]
    drawn = random.Random(2021)
    found = []
    for _ in range(STRETCHES):
        run = drawn.choice(runs)
        length = min(drawn.randint(1, 6), len(run))
        start = drawn.randint(0, len(run) - length)
        stretch = run[start : start + length]
        found.append((stretch, {at for at, zh, _ in flat if stretch in zh}))
    return found


def _recall(engine: Engine, stretches: list[tuple]) -> tuple[float, float]:
    """Give the share of the units having a stretch that are found, bare and quoted."""
    shares = []
    for form in ("{}", '"{}"'):
        share = [
            len(have & set(engine.search(form.format(stretch), 100))) / len(have)
            for stretch, have in stretches
        ]
        shares.append(statistics.mean(share))
    return shares[0], shares[1]


def _times(engines: list[Engine], queries: list[str]) -> dict[str, list[float]]:
    """Time each query on each engine in turn; the best of some rounds, in ms."""
    best: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        for query in queries:
            for engine in engines:
                start = time.perf_counter()
                engine.search(query)
                spent = 1000 * (time.perf_counter() - start)
                key = engine.name, query
                best[key] = min(spent, best.get(key, spent))
    times: dict[str, list[float]] = {}
    for (name, _), spent in best.items():
        times.setdefault(name, []).append(spent)
    return times


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
