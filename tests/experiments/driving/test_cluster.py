"""On a real Dask cluster of processes: the same outcomes, whatever dies, and a sentence when nothing can be done."""

import gc
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.errors import IncompleteRun
from sim.experiments.driving import Failed, Hands, driver
from sim.experiments.driving import scheduler as of_scheduler
from sim.experiments.replication import Job
from tests.experiments.driving.ills import Deadly, with_ill
from tests.experiments.driving.loopback import SOON_S, Loopback, loopback
from tests.experiments.driving.wards import jobs, kept, plainly, same, ward

pytestmark = [
    pytest.mark.functional,
    pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals"),
]

POINTS = 30


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Loopback]:
    with loopback(tmp_path) as started:
        yield started


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def test_a_cluster_gives_what_this_process_gives(
    cluster: Loopback, tmp_path: Path, store: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = jobs(tmp_path, POINTS)
    cluster.worker("--no-nanny")
    cluster.worker("--nanny")
    with driver(Hands(1, cluster.address), store) as drive:
        first = drive(plan[:10])
        assert same(drive(plan), plainly(plan))
        assert same(first, plainly(plan[:10]))
    assert kept(store) == len(plan)
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_is_killed_costs_nothing(cluster: Loopback, tmp_path: Path) -> None:
    workers = [cluster.worker("--no-nanny") for _ in range(2)]

    def kill(done: int, total: int) -> None:
        if done >= 5 and workers:
            workers.pop().kill()
            workers.clear()

    plan = jobs(tmp_path, POINTS)
    with driver(Hands(1, cluster.address), tell=kill) as drive:
        assert same(drive(plan), plainly(plan))
    assert not workers


def test_a_job_that_kills_its_workers_is_given_up_and_the_others_finish(cluster: Loopback, tmp_path: Path) -> None:
    cluster.worker("--nanny")
    well = jobs(tmp_path, 3)
    once = Job("once", with_ill(Deadly, ward(tmp_path), tmp_path / "once", times=1), 0)
    for_ever = Job("for ever", with_ill(Deadly, ward(tmp_path), tmp_path / "for ever"), 0)
    with driver(Hands(1, cluster.address)) as drive:
        *found, failed = drive([*well, once, for_ever])
    assert isinstance(failed, Failed)
    assert failed.reason.startswith("took several worker processes with it")
    assert same(found, plainly([*well, once]))


def test_a_scheduler_that_is_killed_ends_the_run_and_the_next_one_goes_on(
    cluster: Loopback, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_scheduler, "CONNECT_S", 1.0)
    cluster.worker("--no-nanny")
    told: list[int] = []

    def kill(done: int, total: int) -> None:
        told.append(done)
        if done >= 5:
            cluster.scheduler.kill()

    plan = jobs(tmp_path, POINTS)
    with (
        pytest.raises(IncompleteRun, match=r"has gone\. What was finished is kept: give the same command again"),
        driver(Hands(1, cluster.address), store, kill) as drive,
    ):
        drive(plan)
    assert 5 <= told[-1] <= kept(store) < len(plan)
    with driver(Hands(1), store) as drive:
        assert same(drive(plan), plainly(plan))


def test_a_scheduler_that_comes_back_is_used_again(cluster: Loopback, tmp_path: Path) -> None:
    cluster.worker("--no-nanny")
    times: list[int] = []

    def restart(done: int, total: int) -> None:
        if done >= 5 and not times:
            times.append(done)
            cluster.restart_scheduler()
            cluster.worker("--no-nanny")

    plan = jobs(tmp_path, POINTS)
    with driver(Hands(1, cluster.address), tell=restart) as drive:
        assert same(drive(plan), plainly(plan))
    assert times


def test_a_cluster_without_workers_is_not_waited_for_for_ever(
    cluster: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_scheduler, "ALONE_S", 1.0)
    with driver(Hands(1, cluster.address)) as drive, pytest.raises(IncompleteRun, match="has had no worker for 1 s"):
        drive(jobs(tmp_path, 1))


def test_a_scheduler_that_does_not_answer_is_not_waited_for_for_ever(
    cluster: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_scheduler, "ALONE_S", 1.0)
    monkeypatch.setattr(of_scheduler, "ANSWER_S", 0.5)
    with driver(Hands(1, cluster.address)) as drive:
        os.kill(cluster.scheduler.pid, signal.SIGSTOP)
        with pytest.raises(IncompleteRun, match="has not answered for 1 s"):
            drive(jobs(tmp_path, 1))


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Somebody listens there, and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as there:
        yield there.getsockname()[1]


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{}", "127.0.0.1:{}", "nowhere.invalid:8786", "what is this"])
@pytest.mark.parametrize("listening", [True, False])
def test_an_address_without_a_scheduler_is_one_sentence(
    address: str, listening: bool, silent_port: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(of_scheduler, "CONNECT_S", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        free_port = closed.getsockname()[1]
    address = address.format(silent_port if listening else free_port)
    began_s = time.monotonic()
    with (
        pytest.raises(IncompleteRun, match=f"^There is no Dask scheduler at {address} that could be reached"),
        driver(Hands(1, address)),
    ):
        pass
    gc.collect()
    assert time.monotonic() - began_s < SOON_S
    assert capfd.readouterr() == ("", "")


def test_workers_with_another_version_are_refused(cluster: Loopback, tmp_path: Path) -> None:
    cluster.worker("--no-nanny", code=cluster.copied_code("another"))
    with (
        pytest.raises(IncompleteRun, match=r"has another version of the program: model \w{8} \(here \w{8}\)\. Install"),
        driver(Hands(1, cluster.address)) as drive,
    ):
        drive(jobs(tmp_path, 1))


def test_workers_without_the_program_are_refused(cluster: Loopback, tmp_path: Path) -> None:
    cluster.worker("--no-nanny", code=cluster.bare)
    with (
        pytest.raises(IncompleteRun, match=r"cannot do this work \(ModuleNotFoundError.* need the same detox-sim"),
        driver(Hands(1, cluster.address)) as drive,
    ):
        drive(jobs(tmp_path, 1))


def test_without_the_library_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(IncompleteRun, match=r"^A cluster needs the library distributed: .*detox-sim\[cluster\]"),
        driver(Hands(1, "tcp://127.0.0.1:8786")),
    ):
        pass
