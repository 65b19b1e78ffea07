"""What is kept stays, to the last bit; what cannot be kept or trusted is said in one sentence."""

import os
import sqlite3
from collections.abc import Iterator
from math import inf, nan
from pathlib import Path

import pytest

from sim.errors import IncompleteRun, ResultsError
from sim.experiments.driving import Failed, Outcome
from sim.experiments.driving import store as of_store
from sim.experiments.driving.store import Store, opened

pytestmark = pytest.mark.unit

OUTCOMES: dict[str, Outcome] = {
    "a1": {"wait_mean_h": 0.1 + 0.2, "occupancy_pct": -0.0, "deaths": 5e-324},
    "b2": {"wait_mean_h": nan, "occupancy_pct": inf, "deaths": 1.0},
    "c3": {"wait_mean_h": 1.0},
    "d4": Failed("a person was lost: ‘née’"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "results" / "store.sqlite"


@pytest.fixture
def filled(path: Path) -> Path:
    with opened(path) as store:
        store.keep(OUTCOMES)
    return path


def in_store(path: Path) -> dict[str, Outcome]:
    with opened(path) as store:
        return {key: outcome for some in store.all() for key, outcome in some.items()}


def alter(path: Path, change: str) -> None:
    """What somebody else does to the file."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(change)
    connection.close()


def refusal(path: Path) -> str:
    with pytest.raises(ResultsError) as refused, opened(path):
        pass
    return str(refused.value)


def test_outcomes_are_kept_to_the_last_bit_and_in_order(filled: Path) -> None:
    assert sorted(map(repr, in_store(filled).items())) == sorted(map(repr, OUTCOMES.items()))
    with opened(filled) as store:
        assert repr(store.held(["b2", "none", "d4"])) == repr({key: OUTCOMES[key] for key in ("b2", "d4")})


def test_only_the_file_is_left_when_the_store_is_closed(filled: Path) -> None:
    assert [each.name for each in filled.parent.iterdir()] == ["store.sqlite"]


def test_without_a_file_memory_keeps_them() -> None:
    with opened(None) as store:
        store.keep(OUTCOMES)
        assert repr(store.held(["a1"])) == repr({"a1": OUTCOMES["a1"]})


def test_many_keys_are_found_at_once(path: Path) -> None:
    with opened(path) as store:
        store.keep({f"{number:064x}": {"n": float(number)} for number in range(1234)})
        found = store.held(f"{number:064x}" for number in range(0, 2000, 2))
        assert found == {f"{number:064x}": {"n": float(number)} for number in range(0, 1234, 2)}
        assert sum(map(len, store.all())) == 1234


def test_a_file_holds_no_pickle(filled: Path) -> None:
    rows = sqlite3.connect(filled).execute("SELECT content FROM outcomes WHERE key = 'c3'").fetchall()
    assert rows == [(b"\x00\x00\x00\x00\x00\x00\xf0\x3f",)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE outcomes SET content = zeroblob(24) WHERE key = 'a1'",
        "UPDATE outcomes SET names = (SELECT names FROM outcomes WHERE key = 'c3') WHERE key = 'a1'",
        "UPDATE outcomes SET key = 'a1' || char(0) WHERE key = 'a1'",
        "UPDATE outcomes SET checksum = x'00' WHERE key = 'a1'",
        "UPDATE outcomes SET names = 99 WHERE key = 'a1'",
    ],
)
def test_a_damaged_row_is_as_if_it_were_not_there_and_is_written_anew(filled: Path, change: str) -> None:
    alter(filled, change)
    assert sorted(in_store(filled)) == ["b2", "c3", "d4"]
    with opened(filled) as store:
        store.keep({"a1": OUTCOMES["a1"]})
    assert repr(in_store(filled)["a1"]) == repr(OUTCOMES["a1"])


def test_the_second_to_come_is_refused_and_the_first_goes_on(path: Path) -> None:
    with opened(path) as store:
        assert refusal(path) == f"{path} is in use by another run; when that has ended, give the same command again"
        store.keep(OUTCOMES)
    assert len(in_store(path)) == 4


def test_a_store_of_another_version_is_refused_and_stays(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled.read_bytes()
    here = {**of_store.this_program(), "model": "0123456789", "numpy": "9.9"}
    with monkeypatch.context() as patch:
        patch.setattr("sim.experiments.driving.program.this_program", lambda: here)
        said = refusal(filled)
    assert said.startswith(f"{filled} holds results of another version of the program: model ")
    assert " (here 01234567), numpy 2" in said
    assert " (here 9.9); go on with that version, or " in said
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 not a database, and long enough to be looked at" * 20, "file is not a database"),
        (b"SQLite format 3\x00" + b"\xff" * 5000, ""),
    ],
)
def test_a_file_that_is_no_store_is_refused_and_stays(path: Path, content: bytes, says: str) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert refusal(path).startswith(f"{path} is damaged or no store of results ({says}")
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused(path: Path) -> None:
    path.parent.mkdir()
    alter(path, "CREATE TABLE cheese (name TEXT)")
    assert "is damaged or no store of results (no such table: about)" in refusal(path)
    alter(path, "CREATE TABLE about (name TEXT, value TEXT)")
    assert "(format None, where 1 is accepted); rename or delete it" in refusal(path)


def test_a_file_that_is_cut_short_or_overwritten_is_refused(filled: Path) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: len(whole) // 2])
    assert "is damaged" in refusal(filled)
    filled.write_bytes(whole[:8192] + os.urandom(len(whole) - 8192))
    assert "is damaged" in refusal(filled)


def test_an_empty_file_is_begun(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert in_store(path) == {}


@pytest.mark.parametrize("where", ["file/store.sqlite", "folder"])
def test_a_place_where_nothing_can_be_written_is_refused(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    assert f"{tmp_path / where} cannot be written (" in refusal(tmp_path / where)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may write anywhere")
def test_a_folder_that_may_only_be_read_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "cannot be written (" in refusal(tmp_path / "store.sqlite")
    finally:
        tmp_path.chmod(0o700)


@pytest.fixture
def small_disk(filled: Path) -> Iterator[Store]:
    """A store with room for a little more."""
    with opened(filled) as store:
        store._connection.execute("PRAGMA max_page_count = 12")
        yield store


def test_a_full_disk_is_one_sentence_and_what_was_kept_stays(small_disk: Store, filled: Path) -> None:
    big: dict[str, Outcome] = {f"{number}": {"n": 1.0} for number in range(5000)}
    with pytest.raises(
        IncompleteRun, match=r"could not be written to \(database or disk is full\).*same command again"
    ):
        small_disk.keep(big)
    small_disk.keep({"e5": {"n": 1.0}})
    assert set(in_store_of(small_disk)) == {*OUTCOMES, "e5"}


def in_store_of(store: Store) -> list[str]:
    return [key for some in store.all() for key in some]
