"""A sweep that is stopped in the middle, however hard, loses nothing: the same command goes on to the same tables."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sim.experiments.driving import Hands
from sim.experiments.sweep.running import run_sweep
from sim.experiments.sweep.telling import facts_of
from tests.cli.program import Terminal, start
from tests.experiments.sweep.sweeping import SWEEP, sweep_file, sweep_of

pytestmark = [
    pytest.mark.functional,
    pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are those of Unix"),
]
SOON_S = 60
TABLES = ("points.csv", "runs.csv", "summary.csv", "failures.csv")
SMALL = Path("results", "small-sweep")
BUSY = SWEEP + "set: {run.length: 30 weeks}\nreplications: 10\n"
"""Long enough to be stopped in the middle."""


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in TABLES}


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A sweep of which some is kept for certain: what is seen in the store may be half written until more follows."""
    sweep_file(tmp_path, BUSY)
    process = start("sweep", "sweep.yaml", "--workers", "2", folder=tmp_path)
    try:
        first = _wait_for_more_than(0, process, tmp_path)
        _wait_for_more_than(first, process, tmp_path)
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _wait_for_more_than(number: int, process: subprocess.Popen[str], folder: Path) -> int:
    until = time.monotonic() + SOON_S
    while (kept := _kept(folder / SMALL / "store.sqlite")) <= number:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)
    return kept


def _kept(store: Path) -> int:
    """Outcomes in a store that another process has open; none when it is not there, or is caught in the middle."""
    if not store.exists():
        return 0
    copy = store.with_name("copy")
    copy.write_bytes(store.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        try:
            (kept,) = connection.execute("SELECT count(*) FROM outcomes").fetchone()
        except sqlite3.DatabaseError:
            kept = 0
    copy.unlink()
    return int(kept)


@pytest.fixture(scope="module")
def never_stopped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("never-stopped")
    sweep = sweep_of(folder, BUSY)
    run_sweep(sweep, facts_of(sweep, []), Hands(workers=1), folder / SMALL, lambda done, total: None)
    return tables(folder / SMALL)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_sweep_that_is_stopped_goes_on_to_the_same_tables(
    how: signal.Signals, begun: subprocess.Popen[str], never_stopped: dict[str, bytes], terminal: Terminal
) -> None:
    os.killpg(begun.pid, how)
    out, err = begun.communicate(timeout=SOON_S)
    assert out == ""
    assert "Traceback" not in err
    assert not list(SMALL.glob("*.csv"))
    if how == signal.SIGINT:
        assert begun.returncode == 130
        assert "what is finished is kept here; the same command goes on with the rest" in err
    again = terminal("sweep", "sweep.yaml", "--workers", "1")
    assert again.code == 0
    assert " of 60 replications were there already" in " ".join(again.out.split())
    assert tables(SMALL) == never_stopped
