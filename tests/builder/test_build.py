"""A build makes a whole snapshot or none, and a reader takes up a new one by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.builder.pipeline import build
from app.builder.pipeline import check
from app.errors import BuildLockedError
from app.errors import SnapshotError
from app.snapshot import current as current_module
from app.snapshot.current import CurrentSnapshot
from app.snapshot.manifest import FORMAT_VERSION
from app.snapshot.manifest import Manifest
from app.snapshot.reader import open_snapshot
from app.snapshot.store import Store
from tests.helpers import CONTENT

SLUG = "western-financial-center"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the shipped content into a folder with a Chinese name and a space."""
    folder = tmp_path / "内 容"
    shutil.copytree(CONTENT, folder)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "索引"


def edit(content: Path, old: str, new: str, lang: str = "zh") -> None:
    """Change one place in a text."""
    path = content / lang / f"{SLUG}.md"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_the_same_content_gives_the_same_digest_everywhere(content, index, tmp_path):
    first = build(content, index)
    again = build(content, index)
    elsewhere = build(content, tmp_path / "other")
    assert first.digest == again.digest == elsewhere.digest
    assert (first.new, again.new, elsewhere.new) == (True, False, True)


def test_other_content_gives_another_digest_and_one_old_snapshot_stays(content, index):
    digests = [build(content, index).digest]
    for old, new in [("初步", "基本"), ("基本", "全面")]:
        edit(content, f"西部金融中心{old}建成。", f"西部金融中心{new}建成。")
        digests.append(build(content, index).digest)
    kept = {path.name for path in index.iterdir() if path.is_dir()}
    assert len(set(digests)) == 3
    assert kept == set(digests[1:])
    assert Store(index).current() == digests[-1]


def test_errors_stop_the_build_and_leave_the_old_snapshot_serving(content, index):
    good = build(content, index)
    ledger = content / f"{SLUG}.ids"
    before = ledger.read_bytes()
    edit(content, "#### 11. 推进", "#### 十二. 推进")
    bad = build(content, index)
    assert bad.digest is None
    assert Store(index).current() == good.digest
    assert ledger.read_bytes() == before


def test_checking_writes_nothing(content, tmp_path):
    (content / f"{SLUG}.ids").unlink(missing_ok=True)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not check(content).errors
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_ledger_that_was_tampered_with_is_refused(content, index):
    ledger = content / f"{SLUG}.ids"
    build(content, index)
    text = ledger.read_text("utf-8")
    ledger.write_text(text.replace("初步建成", "全面建成", 1), "utf-8")
    built = build(content, index)
    assert [finding.code for finding in built.findings] == ["I001"]
    assert "version control" in built.findings[0].message


def test_an_edit_keeps_every_address_and_the_ledger_says_what_became_of_it(
    content, index
):
    build(content, index)
    edit(content, "推进农村金融机构改革。", "稳步推进农村金融机构改革。")
    edit(content, "支持探索跨境绿色项目贷款。\n", "")
    edit(
        content,
        "Support the exploration of cross-border loans for green projects.\n",
        "",
        "en",
    )
    built = build(content, index)
    assert built.digest
    snapshot = open_snapshot(Store(index), built.digest)
    ledger = snapshot.ledgers[SLUG]
    document = snapshot.documents[SLUG]
    by_address = {str(at): segment for at, segment in document.by_segment.items()}
    assert by_address["2.1.1.s3"].plain("zh") == "稳步推进农村金融机构改革。"
    assert by_address["2.3.11.s11"].plain("en").startswith("Subject to compliance")
    assert "2.3.11.s10" not in by_address
    gone = [str(entry.locator) for entry in ledger.entries if entry.state == "gone"]
    assert gone == ["2.3.11.s10"]
    snapshot.close()


def test_two_builds_do_not_meet(content, index):
    with Store(index).locked(), pytest.raises(BuildLockedError, match="wait"):
        build(content, index)


@pytest.mark.parametrize("name", ["corpus.json", "whoosh"])
def test_a_damaged_snapshot_is_refused_and_built_anew(content, index, name):
    built = build(content, index)
    folder = index / str(built.digest)
    victim = folder / name
    if victim.is_dir():
        victim = max(victim.iterdir(), key=lambda path: path.stat().st_size)
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    with pytest.raises(SnapshotError, match=r"damaged.*build_index"):
        open_snapshot(Store(index), str(built.digest))
    again = build(content, index)
    assert (again.digest, again.new) == (built.digest, True)
    open_snapshot(Store(index), str(built.digest)).close()


def test_a_snapshot_of_another_format_says_how_to_rebuild(content, index):
    built = build(content, index)
    manifest = index / str(built.digest) / "manifest.json"
    now = f'"format": {FORMAT_VERSION}'
    manifest.write_text(manifest.read_text().replace(now, '"format": 99'))
    with pytest.raises(SnapshotError, match=r"format 99.*build_index"):
        Manifest.read(manifest.parent)


def test_an_index_that_anyone_may_write_to_is_not_opened(content, index):
    built = build(content, index)
    index.chmod(0o777)
    with pytest.raises(SnapshotError, match="chmod o-w"):
        open_snapshot(Store(index), str(built.digest))


def test_a_running_reader_takes_up_a_new_snapshot(content, index, monkeypatch):
    monkeypatch.setattr(current_module, "LOOK_EVERY", 0.0)
    reader = CurrentSnapshot(index)
    with pytest.raises(SnapshotError, match="no snapshot yet"):
        reader.get()
    first = build(content, index)
    old = reader.get()
    assert old.digest == first.digest
    edit(content, "西部金融中心初步建成。", "西部金融中心基本建成。")
    second = build(content, index)
    new = reader.get()
    assert new.digest == second.digest
    segment = next(iter(old.documents[SLUG].by_segment.values()))
    assert segment.plain("zh"), "the old snapshot can still be read"


def test_a_new_snapshot_that_is_damaged_leaves_the_old_one_serving(
    content, index, monkeypatch
):
    monkeypatch.setattr(current_module, "LOOK_EVERY", 0.0)
    first = build(content, index)
    reader = CurrentSnapshot(index)
    reader.get()
    edit(content, "西部金融中心初步建成。", "西部金融中心基本建成。")
    second = build(content, index)
    (index / str(second.digest) / "corpus.json").write_text("{}")
    assert reader.get().digest == first.digest


def test_what_killed_builds_have_left_is_removed(content, index):
    (index / ".building-dead").mkdir(parents=True)
    (index / ".building-file").write_text("x")
    build(content, index)
    assert not [path for path in index.iterdir() if path.name.startswith(".building")]


def test_a_build_writes_only_where_it_should(content, index, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    build(content, index)
    assert not list((tmp_path / "tmp").iterdir()), "jieba has left a cache"
    allowed = {"内 容", "索引", "tmp"}
    assert {path.name for path in tmp_path.iterdir()} <= allowed


def test_a_warning_names_the_lasting_address_of_its_line(content):
    edit(content, "推进农村金融机构改革。", "推进农村<b>金融</b>机构改革。")
    (found,) = (one for one in check(content).findings if one.code == "L003")
    assert (found.level, found.locator) == ("warning", "2.1.1.s3")
