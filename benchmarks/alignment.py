"""Put our aligner beside that of Gale and Church, on texts aligned by hand.

    .venv/bin/python -m benchmarks.alignment [--gold DIR]

DIR has three files a text: NAME.zh.txt and NAME.en.txt with a sentence on each line,
and NAME.align with a bead on each, ``[0, 1]:[0]``, counted from 0. Without it the
documents of content/ are the gold: every sentence and heading in one row, or parted
and joined at random, or with one side of every twentieth row missing.

Printed are precision, recall and F1, micro-averaged and without beads that lack a side:
strict where a bead must be exactly that of the gold, lax where it need only share a
sentence of both sides with it, as in the scorer of Vecalign (Thompson and Koehn 2019);
and seconds for 1,000 Chinese sentences. Then the units that the structure of a document
is found to have, once it is but a list of paragraphs.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from pathlib import Path

from app.alignment.align import align
from benchmarks.gale_church import gale_church
from benchmarks.gold import from_content
from benchmarks.gold import from_folder
from benchmarks.gold import Gold
from benchmarks.gold import Pair
from benchmarks.outlines import outlines_found

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent / "content"

Aligner = Callable[[Sequence[str], Sequence[str]], list[Pair]]

_HEAD = ["| gold | beads | aligner | strict P · R · F1 | lax F1 | s / 1,000 |"]
_LINE = ["| --- | --- | --- | --- | --- | --- |"]


def ours(zh: Sequence[str], en: Sequence[str]) -> list[Pair]:
    """Align with the program's own aligner."""
    return [(tuple(bead.zh), tuple(bead.en)) for bead in align(zh, en)]


ALIGNERS: dict[str, Aligner] = {"ours": ours, "Gale–Church": gale_church}


def main() -> None:
    """Measure all aligners on all gold there is, and print the table."""
    parser = argparse.ArgumentParser(description="Compare aligners on gold.")
    parser.add_argument("--gold", type=Path, help="a folder with texts aligned by hand")
    folder = parser.parse_args().gold
    sets = from_folder(folder) if folder else from_content(CONTENT)
    ours(["一"], ["One"])  # loads what it needs once
    rows = [_row(name, gold, of) for name, gold in sets.items() for of in ALIGNERS]
    if len(sets) > 1:
        pooled = [text for gold in sets.values() for text in gold]
        rows += [_row("all", pooled, of) for of in ALIGNERS]
    text = "\n".join(_HEAD + _LINE + rows)
    if not folder:
        text += f"\n\n{outlines_found(CONTENT)}"
        (HERE / "alignment.md").write_text(f"{text}\n", "utf-8")
    print(text)


def _row(name: str, gold: Sequence[Gold], aligner: str) -> str:
    """Measure one aligner on one set."""
    start = time.perf_counter()
    found = [ALIGNERS[aligner](text.zh, text.en) for text in gold]
    seconds = time.perf_counter() - start
    strict, lax, beads, of_gold, lax_gold = map(
        sum, zip(*map(_hits, found, gold), strict=True)
    )
    precision, recall = strict / max(beads, 1), strict / max(of_gold, 1)
    per_thousand = 1000 * seconds / sum(len(text.zh) for text in gold)
    return (
        f"| {name} | {of_gold:,} | {aligner} | {precision:.3f} · {recall:.3f} · "
        f"**{_f1(strict, strict, beads, of_gold):.3f}** | "
        f"{_f1(lax, lax_gold, beads, of_gold):.3f} | {per_thousand:.1f} |"
    )


def _hits(found: Iterable[Pair], text: Gold) -> tuple[int, int, int, int, int]:
    """Count hits strict and lax, beads found and in the gold, and those hit laxly."""
    beads = [bead for bead in found if all(bead)]
    gold = [bead for bead in text.beads if all(bead)]
    strict = len(set(beads) & set(gold))
    return strict, _lax(beads, gold), len(beads), len(gold), _lax(gold, beads)


def _lax(beads: Sequence[Pair], others: Sequence[Pair]) -> int:
    """Count the beads that share a sentence of both sides with one of the others."""
    partners: dict[int, set[int]] = {}
    for zh, en in others:
        for one in zh:
            partners.setdefault(one, set()).update(en)
    return sum(
        any(not partners.get(one, set()).isdisjoint(en) for one in zh)
        for zh, en in beads
    )


def _f1(hits: int, hits_of_gold: int, beads: int, of_gold: int) -> float:
    precision, recall = hits / max(beads, 1), hits_of_gold / max(of_gold, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


if __name__ == "__main__":
    main()
