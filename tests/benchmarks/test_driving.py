"""What the driver costs: a thousand points of two replications, of a week in a small ward each.

    python3 start.py test -m benchmark -s

The work itself is timed where it is done; the rest is finding keys, sending jobs and answers, and keeping outcomes.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import pytest

from sim.experiments.driving import Hands, driver
from sim.experiments.driving import drive as of_drive
from sim.experiments.driving.keys import Keys
from sim.experiments.driving.outcome import Outcome, outcome_of
from sim.experiments.replication import Job
from tests.experiments.driving.wards import kept, ward

pytestmark = pytest.mark.benchmark

POINTS, REPLICATIONS = 1_000, 2
MOST_PCT = 10
"""Of the time that the work takes."""


@pytest.fixture
def plan(tmp_path: Path) -> list[Job]:
    """Points that differ, though a ward of so many beds is a ward of infinitely many."""
    base = ward(tmp_path)
    units = (base.unit.model_copy(update={"beds": 8 + point}) for point in range(POINTS))
    wards = [base.model_copy(update={"unit": unit}) for unit in units]
    return [Job(str(point), each, number) for point, each in enumerate(wards) for number in range(REPLICATIONS)]


def test_overhead_in_this_process(
    plan: list[Job], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    work_s = 0.0

    def timed(job: Job) -> Outcome:
        nonlocal work_s
        began_s = process_time()
        outcome = outcome_of(job)
        work_s += process_time() - began_s
        return outcome

    monkeypatch.setattr(of_drive, "outcome_of", timed)
    keys_s = cpu_s(lambda: list(map(Keys().of, plan)))
    began_s = process_time()
    with driver(Hands(1), tmp_path / "store.sqlite") as drive:
        drive(plan)
    rest_s = process_time() - began_s - work_s
    again_s = cpu_s(lambda: drive_again(plan, tmp_path / "store.sqlite"))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(plan):,} jobs in this process: {work_s:.1f} s of work, {rest_s:.2f} s of driving, which is "
            f"{100 * rest_s / work_s:.1f} %\n  finding keys {keys_s:.2f} s; going on with all done {again_s:.2f} s\n"
        )
    assert rest_s / work_s * 100 < MOST_PCT
    assert kept(tmp_path / "store.sqlite") == len(plan)


def test_overhead_with_two_processes(plan: list[Job], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with driver(Hands(2), tmp_path / "store.sqlite") as drive:
        drive(plan[:4])
        began_s, began_cpu_s = perf_counter(), process_time()
        drive(plan)
        wall_s, cpu = perf_counter() - began_s, process_time() - began_cpu_s
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(plan):,} jobs in two processes: {wall_s:.1f} s on the clock, of which this process was busy "
            f"{cpu:.2f} s, {100 * cpu / wall_s:.1f} %\n"
        )
    assert cpu / wall_s * 100 < MOST_PCT


def drive_again(plan: list[Job], store: Path) -> None:
    with driver(Hands(1), store) as drive:
        drive(plan)


def cpu_s(work: Callable[[], object]) -> float:
    began_s = process_time()
    work()
    return process_time() - began_s
