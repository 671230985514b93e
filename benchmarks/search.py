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
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from app.content.loader import load
from benchmarks.engines import Engine
from benchmarks.engines import Fts5
from benchmarks.engines import Fts5Trigram
from benchmarks.engines import Ours
from benchmarks.engines import Row
from benchmarks.engines import rows
from benchmarks.engines import StockWhoosh
from benchmarks.engines import Tantivy
from benchmarks.engines import TOP
from benchmarks.marks import precision_and_recall

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
            lambda: Fts5Trigram(flat),
            lambda: Fts5(flat, trigram=False),
            lambda: Tantivy(flat),
        ]
        engines = [_made(make) for make in makers]
        lines = _table(engines, queries, _stretches(flat), flat)
        lines += ["", *_start(folder / "ours")]
    text = "\n".join(lines) + "\n"
    print(text)
    (HERE / "search.md").write_text(text, "utf-8")


def _made(make: Callable[[], Engine]) -> tuple[Engine, float]:
    """Build an engine; give how long it took, in seconds."""
    start = time.perf_counter()
    engine = make()
    return engine, time.perf_counter() - start


def _table(
    engines: list[tuple[Engine, float]],
    queries: list[dict],
    stretches: list[tuple],
    flat: list[Row],
) -> list[str]:
    """Measure each engine and lay the figures out."""
    times = _times([engine for engine, _ in engines], [one["q"] for one in queries])
    lines = [
        "| engine | MRR@10 | nDCG@10 | success@1 | substrings | quoted "
        "| marks: precision | recall | p50 ms | p95 ms | p99 ms | build s |",
        f"|{' --- |' * 12}",
    ]
    for engine, seconds in engines:
        figures = [*_quality(engine, queries), *_recall(engine, stretches)]
        spent = sorted(times[engine.name])
        cells = [f"{figure:.3f}" for figure in figures]
        cells += _marks(engine, stretches, flat)
        cells += [
            f"{spent[int(share * (len(spent) - 1))]:.2f}" for share in (0.5, 0.95, 0.99)
        ]
        cells.append(f"{seconds:.2f}")
        lines.append(f"| {engine.name} | {' | '.join(cells)} |")
    return lines


def _marks(engine: Engine, stretches: list[tuple], flat: list[Row]) -> list[str]:
    """Measure what an engine marks, if it marks the text as it is."""
    if not hasattr(engine, "marked"):
        return ["–", "–"]
    texts = {locator: zh for locator, zh, _ in flat}
    return [f"{one:.3f}" for one in precision_and_recall(engine, stretches, texts)]


def _start(index: Path) -> list[str]:
    """Measure a new process until its first answers, and the size of the snapshot."""
    size = sum(one.stat().st_size for one in index.rglob("*") if one.is_file())
    script = (
        "import sys, time; from pathlib import Path; start = time.perf_counter()\n"
        "from app.search.results import SearchRequest\n"
        "from app.snapshot.reader import open_snapshot\n"
        "from app.snapshot.store import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "one = open_snapshot(store, store.current())\n"
        "for query in ('绿色金融', 'crop insurance'):\n"
        "    one.search(SearchRequest(query)); print(time.perf_counter() - start)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(index)],
        cwd=HERE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    word, meant = map(float, run.stdout.split())
    return [
        f"Our snapshot has {size / 1e6:.1f} MB. A new process answers a word after "
        f"{word:.2f} s, and a query by its meaning after {meant:.2f} s."
    ]


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
