"""A run that is stopped half-way leaves nothing that looks like results."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import Terminal, under_way

pytestmark = [
    pytest.mark.functional,
    pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of Unix"),
]
LONG = ("run", "baseline", "--replications", "2000", "--workers", "2", "--set", "run.length=8 weeks",
        "--set", "run.warm_up=1 week")  # fmt: skip


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run that is well under way."""
    with under_way(*LONG, folder=tmp_path) as process:
        yield process


def test_ctrl_c_ends_with_130_and_a_sentence(running: subprocess.Popen[str], tmp_path: Path) -> None:
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Report:" not in out
    assert "Results:" not in out
    assert err.splitlines()[-1] == "Interrupted: what was not finished is not kept."
    assert "Traceback" not in err
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_killed_run_leaves_nothing_a_report_accepts(
    running: subprocess.Popen[str], tmp_path: Path, terminal: Terminal
) -> None:
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate(timeout=30)
    time.sleep(0.1)
    for folder in (path for path in tmp_path.rglob("*") if path.is_dir()):
        assert terminal("report", str(folder)).code == 3
