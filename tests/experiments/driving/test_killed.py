"""A driver that is killed or stopped leaves no process behind and loses nothing that it has told; then it goes on."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.experiments.driving import Hands, driver
from tests.experiments.driving.loopback import ROOT, SOON_S, loopback
from tests.experiments.driving.program import STORE
from tests.experiments.driving.wards import jobs, kept, plainly, same

pytestmark = [
    pytest.mark.functional,
    pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals"),
]

POINTS = 30
HALF_WRITTEN = """
import os, sys
from pathlib import Path
from sim.experiments.driving.store import opened
for steps in (1, 10, 100, 300, 1000, 3000):
    if os.fork() == 0:
        with opened(Path(sys.argv[1])) as store:
            store._connection.set_progress_handler(lambda: os.kill(os.getpid(), 9), steps)
            store.keep({f"{steps} {number}": {"n": 1.0} for number in range(2000)})
    os.wait()
"""


def started(folder: Path, workers: int, cluster: str = "") -> "subprocess.Popen[str]":
    line = [sys.executable, "-m", "tests.experiments.driving.program", folder, str(POINTS), str(workers), cluster]
    return subprocess.Popen(
        line, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def ended(program: "subprocess.Popen[str]", after: int, ending: signal.Signals) -> tuple[int, str]:
    """End the program once it has told so many; returns how many it told in the end, and its last words."""
    assert program.stdout
    told = 0
    while told < after:
        told = int(program.stdout.readline())
    if ending == signal.SIGKILL:
        program.kill()
    else:
        os.killpg(program.pid, ending)
    # Workers hold the other end of both pipes: these close when the last one is gone.
    out, err = program.communicate(timeout=SOON_S)
    return int([str(told), *out.split()][-1]), err


def goes_on(folder: Path, told: int) -> None:
    """Nothing that was told is lost, and going on gives what an undisturbed run gives."""
    assert told <= kept(folder / STORE) < POINTS * 2
    plan, began = jobs(folder, POINTS), list[int]()
    with driver(Hands(1), folder / STORE, lambda done, _: began.append(done)) as drive:
        assert same(drive(plan), plainly(plan))
    assert began[0] >= told > 0


@pytest.mark.parametrize("workers", [1, 2])
def test_a_driver_that_is_killed_goes_on(workers: int, tmp_path: Path) -> None:
    told, _ = ended(started(tmp_path, workers), 5, signal.SIGKILL)
    goes_on(tmp_path, told)


def test_a_driver_that_is_stopped_ends_quietly_and_goes_on(tmp_path: Path) -> None:
    program = started(tmp_path, 2)
    told, err = ended(program, 5, signal.SIGINT)
    assert (program.returncode, err) == (130, "")
    goes_on(tmp_path, told)


def test_a_driver_of_a_cluster_that_is_killed_or_stopped_goes_on(tmp_path: Path) -> None:
    with loopback(tmp_path) as cluster:
        cluster.worker("--no-nanny")
        killed, _ = ended(started(tmp_path, 1, cluster.address), 3, signal.SIGKILL)
        program = started(tmp_path, 1, cluster.address)
        stopped, err = ended(program, killed + 3, signal.SIGINT)
        assert (program.returncode, err) == (130, "")
        assert stopped > killed
        goes_on(tmp_path, stopped)


def test_a_store_whose_writer_was_killed_in_the_middle_is_as_before(tmp_path: Path) -> None:
    store = tmp_path / STORE
    with driver(Hands(1), store) as drive:
        expected = drive(jobs(tmp_path, 2))
    line = [sys.executable, "-c", HALF_WRITTEN, store]
    subprocess.run(line, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, timeout=SOON_S)
    assert (tmp_path / f"{STORE}-journal").exists()
    with driver(Hands(1), store) as drive:
        assert same(drive(jobs(tmp_path, 2)), expected)
    assert kept(store) == len(expected)
