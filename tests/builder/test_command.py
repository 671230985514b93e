"""The command says what it did in one line, lists every finding, and exits by rule."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from app.builder.command import main
from tests.helpers import CONTENT

ROOT = CONTENT.parent


@pytest.fixture
def folders(tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    return ["--content", str(tmp_path / "content"), "--index", str(tmp_path / "index")]


def test_a_build_prints_one_summary_line(folders, capsys):
    assert main(folders) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("Built snapshot ")
    assert "1 document, 33 units, 133 segments, 21 notes, 228 terms" in printed.out
    assert printed.out.count("\n") == 1
    assert printed.err == ""
    assert main(folders) == 0
    assert capsys.readouterr().out.startswith("Nothing has changed")


def test_all_errors_are_listed_with_file_and_line(folders, capsys, tmp_path):
    path = tmp_path / "content" / "zh" / "western-financial-center.md"
    lines = path.read_text("utf-8").split("\n")
    for number, line in enumerate(lines):
        lines[number] = line.replace("#### 11.", "#### 十二、").replace(
            "## 二、", "## 三、"
        )
    path.write_text("\n".join(lines), "utf-8")
    assert main(folders) == 1
    printed = capsys.readouterr().out
    wrong = [
        n for n, line in enumerate(lines, 1) if line.startswith(("#### 十二", "## 三"))
    ]
    for line in wrong:
        assert f"content/zh/western-financial-center.md:{line}: A004 number " in printed
    assert "A004 number 十二 (12), English line has 11." in printed
    assert "Nothing was built" in printed
    assert main([*folders, "--check"]) == 1


def test_checking_says_whether_it_is_ready(folders, capsys, tmp_path):
    assert main([*folders, "--check"]) == 0
    assert capsys.readouterr().out.startswith("Ready to build: ")
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["--content", "/nowhere/at/all"]]
)
def test_wrong_usage_exits_with_two(arguments):
    done = subprocess.run(
        [sys.executable, "build_index.py", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_build_says_what_it_does_to_addresses(folders, capsys, tmp_path):
    assert main(folders) == 0
    capsys.readouterr()
    for lang, line in [
        ("zh", "支持探索跨境绿色项目贷款。\n"),
        ("en", "Support the exploration of cross-border loans for green projects.\n"),
    ]:
        path = tmp_path / "content" / lang / "western-financial-center.md"
        text = path.read_text("utf-8")
        assert line in text
        text = text.replace(line, "").replace("初步建成。", "基本建成。")
        path.write_text(text, "utf-8")
    for arguments in ([*folders, "--check"], folders):
        assert main(arguments) == 0
        assert (
            "content/western-financial-center.ids: 1 reworded (1.3.s1), "
            "1 gone (2.3.11.s10).\n"
        ) in capsys.readouterr().out
