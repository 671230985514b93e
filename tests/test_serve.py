"""The production server, started as ``make serve`` starts it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parent.parent

ONE_WORKER = {"READER_WORKERS": "1"}

Process = subprocess.Popen[str]


def start(index: Path, **settings: str) -> Process:
    """Start the server in a process group of its own, as a terminal does."""
    return subprocess.Popen(
        [sys.executable, "-m", "app.serve"],
        cwd=ROOT,
        env=os.environ | {"READER_INDEX": str(index)} | ONE_WORKER | settings,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@contextmanager
def running(index: Path, **settings: str) -> Iterator[tuple[Process, str, int]]:
    """Give a server that listens, its address and its port."""
    with start(index, PORT="0", **settings) as process:
        try:
            line = process.stderr.readline()
            said = re.fullmatch(
                r"Policy Reader at (http://\S+:(\d+)/) - stop with Ctrl-C\n", line
            )
            if not said:
                process.kill()
                pytest.fail(line + process.stderr.read())
            yield process, said[1], int(said[2])
        finally:
            process.kill()


def test_it_says_where_it_is_and_answers_there(snapshot_dir):
    with (
        running(snapshot_dir, READER_WORKERS="2") as (_, address, _),
        urlopen(address) as answer,
    ):
        assert "<html" in answer.read().decode()


def test_it_answers_on_the_host_that_is_set(snapshot_dir):
    with (
        running(snapshot_dir, HOST="0.0.0.0") as (_, address, _),
        urlopen(f"{address}healthz") as answer,
    ):
        assert answer.status == 200


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_ends_quietly_even_while_many_ask(snapshot_dir, name):
    with running(snapshot_dir) as (process, _, port), ExitStack() as readers:
        for number in range(16):
            reader = socket.create_connection(("127.0.0.1", port), timeout=20)
            readers.enter_context(reader)
            request = (
                f"GET /api/v1/search?q=financial+{number} HTTP/1.1\r\nHost: a\r\n\r\n"
            )
            reader.sendall(request.encode())
        os.killpg(process.pid, signal.Signals[name])
        assert process.stderr.read() == ""
        assert process.wait() == 0


def test_its_workers_end_with_it_even_if_it_is_killed(snapshot_dir):
    # less than the half minute after which a worker closes an idle connection
    with (
        running(snapshot_dir) as (process, _, port),
        socket.create_connection(("127.0.0.1", port), timeout=20) as worker,
    ):
        process.kill()
        assert worker.recv(1) == b""


def test_a_taken_port_is_one_sentence(snapshot_dir):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = start(snapshot_dir, PORT=str(port))
        assert process.communicate()[1] == (
            f"Cannot listen on 127.0.0.1, port {port}: Address already in use. "
            "Choose another with HOST= or PORT=.\n"
        )
        assert process.returncode == 1


def test_a_setting_that_cannot_be_used_is_one_sentence(snapshot_dir):
    process = start(snapshot_dir, PORT="http")
    assert process.communicate()[1] == (
        "PORT is 'http', but must be a whole number from 0 to 65535.\n"
    )
    assert process.returncode == 1
