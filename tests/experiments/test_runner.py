"""Plans run in order, in one process or several, and end at once when something goes wrong."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from sim.errors import IncompleteRun, ModelError
from sim.experiments.replication import Job, run_one, values_of
from sim.scenario import load_scenario
from tests.experiments.planned import run_plan
from tests.experiments.troubled import Endless, Fatal, Lossy, Struck, Threaded, jobs
from tests.experiments.ward import plain

pytestmark = pytest.mark.functional

ROOT = Path(__file__).resolve().parents[2]
SOON_S = 30
"""Far less than an endless job takes."""

FOR_EVER = """
import sys
from pathlib import Path
from sim.scenario import load_scenario
from tests.experiments.planned import run_plan
from tests.experiments.troubled import Endless, jobs
if __name__ == "__main__":
    try:
        print("ready", flush=True)
        run_plan(jobs(Endless(Path(sys.argv[1]))), 2, lambda done, total: None)
    except KeyboardInterrupt:
        print("stopped")
"""


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.fixture
def plan(tmp_path: Path) -> list[Job]:
    """Long replications first, so that with two workers the later ones are done before them."""
    lengths = ("30 weeks", "1 week", "2 weeks")
    wards = [plain(tmp_path, f"run.length={length}").scenario for length in lengths]
    return [Job(str(number), ward, replication) for number, ward in enumerate(wards) for replication in range(2)]


@pytest.mark.parametrize("workers", [1, 2])
def test_tables_come_in_the_order_of_the_plan(plan: list[Job], workers: int) -> None:
    told: list[tuple[int, int]] = []
    found = run_plan(plan, workers, lambda done, total: told.append((done, total)))
    keys = [(str(tables["runs"]["scenario"][0]), int(tables["runs"]["replication"][0])) for tables in found]
    assert keys == [(job.scenario_id, job.replication) for job in plan]
    assert told == [(done, 6) for done in range(7)]


def test_a_replication_alone_is_the_same_as_among_others(plan: list[Job]) -> None:
    among_others = run_plan(plan, 1, quiet)[3]
    for name, table in run_one(plan[3]).items():
        pd.testing.assert_frame_equal(table, among_others[name], check_exact=True)


def test_values_alone_are_those_of_the_tables(plan: list[Job], scenarios: Path) -> None:
    short = ("run.length=3 days", "run.warm_up=1 day")
    baseline = Job("baseline", load_scenario(scenarios / "baseline.yaml", short).scenario, 1)
    for job in (plan[3], baseline):
        runs = run_one(job)["runs"]
        expected = dict(zip(runs["measure"], runs["value"], strict=True))
        assert repr(values_of(job)) == repr(expected)


def test_events_come_on_request_and_in_words(plan: list[Job]) -> None:
    job = plan[2]
    events = run_one(Job(job.scenario_id, job.scenario, job.replication, events=True))["events"]
    assert list(events) == ["scenario", "replication", "time_h", "patient", "event", "value"]
    assert events["time_h"].is_monotonic_increasing
    assert {"referred", "admitted", "discharged"} <= set(events["event"])


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_does_not_add_up_ends_everything(workers: int) -> None:
    with pytest.raises(ModelError, match="a person was lost"):
        run_plan(jobs(Lossy()), workers, quiet)
    assert not multiprocessing.active_children()


def test_the_run_that_does_not_add_up_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def losing(*_: object) -> None:
        raise ModelError("a person was lost")

    monkeypatch.setattr("sim.experiments.replication.simulate", losing)
    with pytest.raises(ModelError, match=r"^plain, replication 3: a person was lost$"):
        run_one(Job("plain", plain(tmp_path).scenario, 3))


def test_a_lost_worker_is_one_sentence() -> None:
    with pytest.raises(IncompleteRun, match=r"A worker process was lost after 0 of 2 replications.*--workers 1\.$"):
        run_plan(jobs(Fatal(), 2), 2, quiet)
    assert not multiprocessing.active_children()


def test_a_worker_starts_no_threads_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    before = dict(os.environ)
    with pytest.raises(ModelError, match=r"^1 thread$"):
        run_plan(jobs(Threaded()), 2, quiet)
    assert dict(os.environ) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals cannot be held there")
def test_ctrl_c_while_a_worker_starts_is_for_its_parent_to_answer() -> None:
    with pytest.raises(ModelError, match="a person was lost"):
        run_plan(jobs(Struck()), 2, quiet)


def test_stopping_ends_the_workers_at_once(tmp_path: Path) -> None:
    began_s = time.monotonic()

    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    ward = plain(tmp_path).scenario
    plan = [Job("plain", ward, 0), *jobs(Endless(tmp_path / "begun"))]
    with pytest.raises(KeyboardInterrupt):
        run_plan(plan, 2, stop)
    assert time.monotonic() - began_s < SOON_S
    assert not multiprocessing.active_children()


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("wait_s", [0.3, None], ids=["while workers load", "at work"])
@pytest.mark.parametrize("ending", ["Ctrl-C", "killed"])
def test_no_worker_outlives_its_parent(ending: str, wait_s: float | None, tmp_path: Path) -> None:
    script, begun = tmp_path / "for_ever.py", tmp_path / "begun"
    script.write_text(FOR_EVER, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script, begun], env=environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as parent:  # fmt: skip
        assert parent.stdout
        assert parent.stdout.readline() == "ready\n"
        _wait(wait_s, begun)
        if ending == "killed":
            parent.kill()
        else:
            os.killpg(parent.pid, signal.SIGINT)
        # Workers hold the other end of both pipes: these close when the last one is gone.
        out, err = parent.communicate(timeout=SOON_S)
    if ending == "Ctrl-C":
        assert (out, err) == ("stopped\n", "")


def _wait(wait_s: float | None, begun: Path) -> None:
    """Some seconds, or until work has begun."""
    time.sleep(wait_s or 0)
    while wait_s is None and not begun.exists():
        time.sleep(0.05)
