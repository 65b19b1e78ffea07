"""The same outcomes whoever works, nothing run twice, and an answer for every job that goes wrong."""

import multiprocessing
import os
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.errors import IncompleteRun
from sim.experiments.driving import Failed, Hands, Outcome, driver
from sim.experiments.driving import keeping as of_keeping
from sim.experiments.driving.keeping import Keeping
from sim.experiments.driving.store import Store
from sim.experiments.replication import Job
from tests.experiments.driving.ills import Deadly, Faulty, Lossy, with_ill
from tests.experiments.driving.wards import jobs, kept, plainly, ran, same, ward

pytestmark = pytest.mark.functional

Told = list[tuple[int, int]]


@pytest.fixture
def told() -> Told:
    return []


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def test_outcomes_come_in_the_order_of_the_jobs_whoever_works(tmp_path: Path, store: Path) -> None:
    plan = jobs(tmp_path, 8)
    expected = plainly(plan)
    with driver(Hands(1)) as drive:
        assert ran(drive, plan, expected)
        assert ran(drive, plan[::-3], expected[::-3])
    with driver(Hands(2), store) as drive:
        assert ran(drive, plan[4:], expected[4:])
        assert ran(drive, plan, expected)
    assert kept(store) == len(plan)


def test_what_is_stored_is_not_run_again(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = jobs(tmp_path, 3)
    with driver(Hands(1), store) as drive:
        expected = drive(plan)

    def working(job: Job) -> None:
        raise AssertionError(f"{job.scenario_id} is run again")

    monkeypatch.setattr("sim.experiments.driving.drive.outcome_of", working)
    with driver(Hands(1), store) as drive:
        assert ran(drive, plan[::-1], expected[::-1])


def test_equal_jobs_run_once(tmp_path: Path, told: Told) -> None:
    one, other = ward(tmp_path), ward(tmp_path)
    plan = [Job("one", one, 0), Job("other", other, 0), Job("one", one, 1), Job("one again", one, 0)]
    with driver(Hands(1), tell=lambda *count: told.append(count)) as drive:
        first, second, third, fourth = drive(plan)
    assert first is second is fourth is not third
    assert told[0] == (0, 4)
    assert told[1:] == [(3, 4), (4, 4)]


def test_progress_counts_stored_jobs_as_done_at_once(tmp_path: Path, store: Path, told: Told) -> None:
    plan = jobs(tmp_path, 3)
    with driver(Hands(1), store, lambda *count: told.append(count)) as drive:
        drive(plan[:4])
        drive(plan)
        drive([])
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4), (4, 6), (5, 6), (6, 6), (0, 0)]


def test_what_progress_has_told_is_on_the_disk(
    tmp_path: Path, store: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_keeping, "EVERY_S", 0.05)
    keep, sizes = Store.keep, [0]

    def counted(self: Store, some: Mapping[str, Outcome]) -> None:
        keep(self, some)
        sizes.append(len(some))

    monkeypatch.setattr(Store, "keep", counted)
    with driver(Hands(1), store, lambda done, _: told.append((done, sum(sizes)))) as drive:
        drive(jobs(tmp_path, 10))
    assert len(sizes) > 2
    assert all(done <= on_disk for done, on_disk in told)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_does_not_add_up_is_an_outcome_that_stays(workers: int, tmp_path: Path, store: Path) -> None:
    ill = Job("ill", with_ill(Lossy, ward(tmp_path), tmp_path / "ill", times=1), 0)
    well = Job("well", ward(tmp_path), 0)
    for _ in range(2):
        with driver(Hands(workers), store) as drive:
            failed, fine = drive([ill, well])
        assert failed == Failed("a person was lost")
        assert same([fine], plainly([well]))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_program_ends_no_sweep_and_is_tried_again(workers: int, tmp_path: Path, store: Path) -> None:
    plan = [Job("ill", with_ill(Faulty, ward(tmp_path), tmp_path / "ill", times=1), 0), Job("well", ward(tmp_path), 0)]
    with driver(Hands(workers), store) as drive:
        failed, fine = drive(plan)
        assert isinstance(failed, Failed)
        assert failed.reason.startswith("the program failed with ZeroDivisionError: division by zero (ills.py, line ")
        assert drive(plan)[0] == failed
    assert kept(store) == 1
    with driver(Hands(workers), store) as drive:
        assert same(drive(plan), [fine, fine])


def test_a_job_that_kills_every_worker_is_given_up_and_the_others_finish(tmp_path: Path, store: Path) -> None:
    plan = jobs(tmp_path, 4)
    expected = plainly(plan)
    plan.insert(3, Job("deadly", with_ill(Deadly, ward(tmp_path), tmp_path / "deaths"), 0))
    with driver(Hands(2), store) as drive:
        found = drive(plan)
    failed = found.pop(3)
    assert isinstance(failed, Failed)
    assert failed.reason.startswith("took several worker processes with it")
    assert not failed.lasting
    assert same(found, expected)
    assert len(list((tmp_path / "deaths").iterdir())) == 3
    assert kept(store) == len(expected)


def test_workers_that_are_killed_cost_nothing(tmp_path: Path) -> None:
    plan = [*jobs(tmp_path, 3), Job("deadly", with_ill(Deadly, ward(tmp_path), tmp_path / "deaths", times=2), 0)]
    with driver(Hands(2)) as drive:
        found = drive(plan)
    assert same(found, plainly(plan))


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = jobs(tmp_path, 6)
    monkeypatch.setattr(of_keeping, "EVERY_S", 0.0)
    with driver(Hands(1), store) as drive:
        drive._keeping._store._connection.execute("PRAGMA max_page_count = 9")
        with pytest.raises(IncompleteRun, match="disk is full"):
            drive(plan)
    assert 0 < kept(store) < len(plan)
    with driver(Hands(1), store) as drive:
        assert same(drive(plan), plainly(plan))


def test_a_slow_disk_is_asked_less_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(of_keeping, "time", SimpleNamespace(monotonic=lambda: float(next(clock))))
    with driver(Hands(1)) as drive:
        keeping: Keeping = drive._keeping
        assert keeping._every_s == of_keeping.EVERY_S
        keeping.keep()
        assert keeping._every_s == of_keeping.LONGEST_S


@pytest.mark.skipif(not hasattr(os, "fork"), reason="sends POSIX signals")
def test_idle_workers_that_are_killed_are_replaced(tmp_path: Path) -> None:
    plan = jobs(tmp_path, 4)
    with driver(Hands(2)) as drive:
        drive(plan[:4])
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        assert same(drive(plan), plainly(plan))
