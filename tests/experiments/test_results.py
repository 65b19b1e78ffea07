"""A results folder appears whole or not at all."""

import errno
import json
import os
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path

import pandas as pd
import pytest

from sim.errors import ResultsError
from sim.experiments.csv_table import write_csv
from sim.experiments.digest import sha256_of
from sim.experiments.results import Results, save
from sim.experiments.results_reader import read_results
from sim.experiments.tables import ALWAYS
from tests.experiments.ward import made_up, plain, table

pytestmark = pytest.mark.unit

LINE = ["detox-sim", "run", "plain.yaml"]


@pytest.fixture
def results(tmp_path: Path) -> Results:
    return made_up(plain(tmp_path))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "a" / "results"


def test_what_is_saved_is_read_back(results: Results, out: Path) -> None:
    saved = read_results(save(results, out, LINE))
    for name, frame in results.frames.items():
        pd.testing.assert_frame_equal(saved.frames[name], frame, check_exact=True)
    assert saved.manifest["command"] == LINE
    assert saved.manifest["scenarios"][0]["provenance"] == {"unit.beds": {"kind": "assumed", "text": "as many rooms"}}
    assert {name: saved.manifest[name] for name in results.facts.model_dump()} == results.facts.model_dump()


def test_the_folder_is_named_and_filled(results: Results, out: Path) -> None:
    folder = save(results, out, LINE)
    assert folder == out / "plain-20270104-101500"
    tables = {path.name for path in folder.glob("*.csv")}
    assert tables == {f"{name}.csv" for name in ALWAYS}
    said = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert all(said["files"][name] == sha256_of(folder / name) for name in tables)
    assert said["complete"] is True
    assert [path.name for path in out.iterdir()] == [folder.name]


def test_two_runs_of_one_second_have_a_folder_each(results: Results, out: Path) -> None:
    (out / ".plain-20270104-101500-2.part").mkdir(parents=True)
    names = [save(results, out, LINE).name for _ in range(2)]
    assert names == ["plain-20270104-101500", "plain-20270104-101500-3"]


@pytest.mark.parametrize(("scenarios", "name"), [(2, "plain-vs-plain"), (3, "plain-and-2-more")])
def test_a_comparison_is_named_after_what_is_compared(results: Results, out: Path, scenarios: int, name: str) -> None:
    entries = results.facts.scenarios * scenarios
    several = Results(results.frames, results.facts.model_copy(update={"scenarios": entries}))
    assert save(several, out, LINE).name == f"{name}-20270104-101500"


def test_events_are_one_more_table(results: Results, out: Path) -> None:
    events = table("events", ("plain", 0, 0.25, 1000, "referred", 0.0))
    saved = read_results(save(Results({**results.frames, "events": events}, results.facts), out, LINE))
    pd.testing.assert_frame_equal(saved.frames["events"], events)
    assert set(saved.frames) == {*ALWAYS, "events"}


def test_parquet_is_written_where_there_is_a_library(
    results: Results, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.experiments.results.find_spec", lambda name: name == "pyarrow")
    monkeypatch.setattr(pd.DataFrame, "to_parquet", lambda frame, path, index: path.write_bytes(b"PAR1"))
    saved = read_results(save(results, out, LINE))
    assert {f"{name}.parquet" for name in ALWAYS} <= set(saved.manifest["files"])


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _stopped(*_: object) -> None:
    raise KeyboardInterrupt


def _full_after(calls: int, write: Callable[..., None]) -> Callable[..., None]:
    """Writes so many tables, and then there is no space left."""
    writers = chain(repeat(write, calls), repeat(_full))

    def write_while_there_is_space(*given: object) -> None:
        next(writers)(*given)

    return write_while_there_is_space


def test_a_full_disk_leaves_nothing(results: Results, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.experiments.results.write_csv", _full_after(3, write_csv))
    _refused(results, out, "No space left on device")


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.rename"])
def test_a_disk_that_fails_late_leaves_nothing(
    call: str, results: Results, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call, _full)
    _refused(results, out, "No space left on device")


def test_stopping_leaves_nothing(results: Results, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.experiments.results.write_csv", _stopped)
    with pytest.raises(KeyboardInterrupt):
        save(results, out, LINE)
    assert not list(out.iterdir())


def test_a_file_is_no_folder(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "results"
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(ResultsError, match="cannot be saved here"):
        save(results, out, LINE)
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_may_not_be_written_to(results: Results, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", denied)
    with pytest.raises(ResultsError, match="Permission denied"):
        save(results, out, LINE)
    assert not out.exists()


def _refused(results: Results, out: Path, problem: str) -> None:
    with pytest.raises(ResultsError) as caught:
        save(results, out, LINE)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(out.iterdir())
