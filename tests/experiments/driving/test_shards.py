"""Shards on machines that know nothing of each other give together what one run gives."""

from pathlib import Path

import pytest

from sim.errors import ResultsError
from sim.experiments.driving import Hands, Shard, driver, shard_store, take_shards
from sim.experiments.driving.store import opened
from tests.experiments.driving.wards import jobs, kept, plainly, same

pytestmark = pytest.mark.functional


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def run_shards(store: Path, *numbers: int, of: int) -> None:
    for number in numbers:
        shard = Shard(number, of)
        with driver(Hands(1), shard_store(store, shard)) as drive:
            drive(shard.part(jobs(store.parent, 5)))


@pytest.mark.parametrize("text", ["1/1", "2/4", " 4/4 ", "10/12"])
def test_a_shard_is_said_as_a_part_of_a_whole(text: str) -> None:
    number, of = text.split("/")
    assert Shard.said(text) == Shard(int(number), int(of))


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "1/0", "-1/4", "1/4/2", "a/b", "1.5/4", "", "١/٤"])
def test_what_is_no_part_of_a_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^is '{text}'; a part of a whole is accepted, such as 1/4 to 4/4$"):
        Shard.said(text)


def test_shards_share_the_points_out_evenly() -> None:
    parts = [Shard(number, 4).part(range(10)) for number in range(1, 5)]
    assert parts == [[0, 4, 8], [1, 5, 9], [2, 6], [3, 7]]
    assert Shard(3, 3).part(range(2)) == []


def test_the_store_of_a_shard_lies_beside_the_main_one(store: Path) -> None:
    assert shard_store(store, Shard(1, 4)) == store.parent / "store-1-of-4.sqlite"


def test_shards_together_are_the_whole(store: Path) -> None:
    plan = jobs(store.parent, 5)
    run_shards(store, 1, 2, 3, of=3)
    assert take_shards(store) == len(plan)
    assert take_shards(store) == 0
    told: list[int] = []
    with driver(Hands(1), store, lambda done, _: told.append(done)) as drive:
        assert same(drive(plan), plainly(plan))
    assert told == [len(plan)]


def test_only_what_no_shard_has_done_is_run(store: Path) -> None:
    plan = jobs(store.parent, 5)
    run_shards(store, 1, of=3)
    run_shards(store, 2, of=2)
    with driver(Hands(1), store) as drive:
        drive(plan[:1])
    assert take_shards(store) == len({*range(0, 10, 3), *range(1, 10, 2)} - {0})
    told: list[int] = []
    with driver(Hands(1), store, lambda done, _: told.append(done)) as drive:
        assert same(drive(plan), plainly(plan))
    assert told[0] == len({*range(0, 10, 3), *range(1, 10, 2)})


def test_without_shards_nothing_is_made(store: Path) -> None:
    assert take_shards(store) == 0
    assert not store.exists()


def test_a_shard_that_is_still_at_work_is_refused(store: Path) -> None:
    run_shards(store, 1, of=2)
    with opened(shard_store(store, Shard(2, 2))), pytest.raises(ResultsError, match=r"store-2-of-2\.sqlite is in use"):
        take_shards(store)
    assert kept(store) == 0


def test_a_damaged_shard_is_refused_and_nothing_is_taken(store: Path) -> None:
    run_shards(store, 1, of=2)
    shard_store(store, Shard(2, 2)).write_bytes(b"no database" * 100)
    with pytest.raises(ResultsError, match=r"store-2-of-2\.sqlite is damaged"):
        take_shards(store)
    assert kept(store) == 0


def test_a_shard_of_another_version_is_refused(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"model": "0123456789", "Python": "3.11"}
    with monkeypatch.context() as patch:
        for module in ("store", "program"):
            patch.setattr(f"sim.experiments.driving.{module}.this_program", lambda: other)
        with opened(shard_store(store, Shard(1, 2))):
            pass
    with pytest.raises(ResultsError, match=r"another version of the program: model 01234567 \(here"):
        take_shards(store)
