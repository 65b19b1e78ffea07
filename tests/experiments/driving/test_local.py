"""Worker processes that cannot work are told apart from jobs that cannot be done."""

import os
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from sim.errors import IncompleteRun
from sim.experiments.driving import local as of_local
from sim.experiments.driving import worker as of_worker
from sim.experiments.driving.local import Lost, local_pool
from sim.experiments.driving.outcome import outcome_of
from sim.experiments.replication import Job
from tests.experiments.driving.ills import Deadly, with_ill
from tests.experiments.driving.wards import jobs, plainly, same, ward

pytestmark = pytest.mark.functional


def ending() -> None:
    """What a process does that ends as soon as it starts."""
    os._exit(1)


def test_processes_that_end_before_they_begin_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_worker, "begin", ending)
    with pytest.raises(IncompleteRun, match=r"^Worker processes end before they have begun\."), local_pool(2) as pool:
        list(pool.run(outcome_of, jobs(tmp_path, 2)))


def test_a_machine_that_loses_every_worker_is_not_taken_for_bad_jobs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_local, "MOST_LOST_IN_A_ROW", 2)
    ill = with_ill(Deadly, ward(tmp_path), tmp_path / "deaths")
    with (
        pytest.raises(IncompleteRun, match=r"^2 worker processes in a row were lost.*such as --workers 1\.$"),
        local_pool(2) as pool,
    ):
        list(pool.run(outcome_of, [Job("deadly", ill, number) for number in range(4)]))


def test_a_pool_works_on_after_a_list_that_was_left_half_done(tmp_path: Path) -> None:
    plan = jobs(tmp_path, 4)
    with local_pool(2) as pool:
        half = pool.run(outcome_of, plan)
        next(half)
        half.close()
        found = dict(answer for landed in pool.run(outcome_of, plan) for answer in landed)
    assert same([found[number] for number in range(len(plan))], plainly(plan))  # type: ignore[misc]


class Executor:
    """In place of a process: it begins at once, and is lost as soon as it is given work."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.given = 0

    def submit(self, work: Callable[..., Any], *given: Any) -> Any:
        self.given += 1
        if self.given > 1:
            raise BrokenProcessPool
        from concurrent.futures import Future

        done: Future[None] = Future()
        done.set_result(None)
        return done

    def shutdown(self, **_: Any) -> None:
        """Nothing to end."""


def test_jobs_refused_by_a_lost_process_are_not_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    real = of_worker.ProcessPoolExecutor

    def lost_at_first(*given: Any, **named: Any) -> Any:
        made.append(Executor() if len(made) < 2 else real(*given, **named))
        return made[-1]

    monkeypatch.setattr(of_worker, "ProcessPoolExecutor", lost_at_first)
    plan = jobs(tmp_path, 3)
    with local_pool(2) as pool:
        found = dict(answer for landed in pool.run(outcome_of, plan) for answer in landed)
    assert not any(isinstance(outcome, Lost) for outcome in found.values())
    assert len(found) == len(plan)
    assert len(made) > 2
