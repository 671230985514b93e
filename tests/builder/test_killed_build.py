"""A build that is killed at any moment leaves a whole snapshot serving."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import time

from app.builder.pipeline import build
from app.snapshot.reader import open_snapshot
from app.snapshot.store import Store
from tests.helpers import CONTENT

KILLS = 50
SLUG = "western-financial-center"


def test_fifty_killed_builds_never_leave_half_a_snapshot(tmp_path):
    content, index = tmp_path / "content", tmp_path / "index"
    shutil.copytree(CONTENT, content)
    text = content / "zh" / f"{SLUG}.md"
    original = text.read_text("utf-8")
    context = multiprocessing.get_context("fork")
    # The dictionaries are loaded by the first; those to be killed have them already.
    assert build(content, index).digest
    text.write_text(original.replace("初步建成。", "初步建成！"), "utf-8")
    started = time.monotonic()
    assert build(content, index).digest
    longest = time.monotonic() - started
    moments = random.Random(2021)
    killed = 0
    for attempt in range(KILLS):
        words = f"西部金融中心初步建成（{attempt}）。"
        text.write_text(original.replace("西部金融中心初步建成。", words), "utf-8")
        process = context.Process(target=build, args=(content, index))
        process.start()
        process.join(moments.uniform(0, longest))
        process.kill()
        process.join()
        killed += process.exitcode != 0
        digest = Store(index).current()
        assert digest
        open_snapshot(Store(index), digest).close()
    assert killed > KILLS / 2, "the builds were too quick to be killed"
    last = build(content, index)
    assert last.digest == Store(index).current()
    assert not [path for path in index.iterdir() if path.name.startswith(".building")]
