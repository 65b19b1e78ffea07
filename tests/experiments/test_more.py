"""Replications added later, or until they are enough: the same tables as so many at once."""

from pathlib import Path
from typing import Any

import pytest

from sim.errors import ResultsError
from sim.experiments import more
from sim.experiments.comparing import Comparing
from sim.experiments.experiment import run_experiment
from sim.experiments.more import Earlier, at_once
from sim.experiments.precision.wanted import Aim, Precision
from sim.experiments.results import save
from sim.experiments.results_reader import SavedResults, read_results
from sim.scenario import LoadedScenario
from tests.experiments.ward import PLAIN, plain

pytestmark = pytest.mark.functional

HOW = Comparing("holm", all_pairs=True, matters={"wait_mean_h": 1.0})
LOOSE = Precision((Aim("wait_mean_h", 60.0, False), Aim("", 0.9, True)))


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def unit(folder: Path, replications: int) -> list[LoadedScenario]:
    text = PLAIN.replace("replications: 2", f"replications: {replications}")
    return [plain(folder, text=text), plain(folder, "unit.beds=7", text=text), plain(folder, "unit.beds=9", text=text)]


def written(results: Any, folder: Path) -> SavedResults:
    return read_results(save(results, folder / "results", ["detox-sim", "compare", "--replications", "3"]))


def files(saved: SavedResults) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in saved.folder.glob("*.csv")}


def test_added_replications_are_those_of_a_run_of_that_many(tmp_path: Path) -> None:
    first = written(run_experiment(unit(tmp_path, 3), 1, quiet, events=True, how=HOW), tmp_path)
    before = files(first)
    later = written(Earlier.of(first).more(5, 2, quiet), tmp_path)
    whole = written(run_experiment(unit(tmp_path, 5), 1, quiet, events=True, how=HOW), tmp_path)
    assert files(first) == before
    assert files(later) == files(whole)
    assert {"events.csv", "pairs.csv"} <= files(whole).keys()
    for name in ("replications", "scenarios", "measures", "comparison", "warm_up", "beforehand", "seed"):
        assert later.manifest[name] == whole.manifest[name], name
    assert later.manifest["more_of"] == first.folder.name


def test_replications_until_they_are_enough_are_those_of_a_run_of_that_many(tmp_path: Path) -> None:
    found = written(run_experiment(unit(tmp_path, 2), 2, quiet, how=HOW, precision=LOOSE), tmp_path)
    told = found.manifest["precision"]
    assert told["reached"] is not None
    assert found.manifest["replications"] >= told["reached"] + 5
    whole = written(run_experiment(unit(tmp_path, found.manifest["replications"]), 1, quiet, how=HOW), tmp_path)
    assert files(found) == files(whole)
    assert found.manifest["scenarios"] == whole.manifest["scenarios"]


def test_more_goes_on_to_a_precision_and_counts_what_is_there(tmp_path: Path) -> None:
    earlier = Earlier.of(written(run_experiment(unit(tmp_path, 3), 1, quiet, how=HOW), tmp_path))
    asked: list[int] = []
    assert earlier.look(LOOSE).reached is None
    later = earlier.more(LOOSE, 1, lambda done, total: asked.append(done))
    assert asked[0] == 9  # three scenarios by three replications are not run again
    whole = run_experiment(unit(tmp_path, later.facts.replications), 1, quiet, how=HOW)
    assert all(later.frames[name].equals(whole.frames[name]) for name in whole.frames)
    again = Earlier.of(written(later, tmp_path))
    assert again.look(LOOSE).reached == (later.facts.precision.reached if later.facts.precision else 0)


def test_the_cap_ends_it(tmp_path: Path) -> None:
    sharp = Precision((Aim("wait_mean_h", 0.001, False),), most=11)
    found = run_experiment(unit(tmp_path, 2)[:1], 1, quiet, precision=sharp)
    told = found.facts.precision
    assert told is not None
    assert (found.facts.replications, told.reached, told.not_there[0].measure) == (11, None, "wait_mean_h")
    assert told.not_there[0].about_replications > 11


@pytest.mark.parametrize("other", ["code", "library"])
def test_another_program_would_not_go_on_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str) -> None:
    saved = written(run_experiment(unit(tmp_path, 2)[:1], 1, quiet), tmp_path)
    if other == "code":
        monkeypatch.setattr(more, "model_hash", lambda: "another")
    else:
        monkeypatch.setattr(more, "versions", lambda: saved.manifest["versions"] | {"numpy": "0.1"})
    with pytest.raises(ResultsError, match="would not go with those there are") as refused:
        Earlier.of(saved)
    assert str(saved.folder) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_line_that_runs_so_many_at_once() -> None:
    numbers = ["--replications", "5", "--most", "60", "--precision", "5%"]
    kept = ["detox-sim", "compare", "a", "b", "--set", "unit.beds=9", "--events"]
    assert at_once([*kept[:-1], *numbers, "--events"], 40) == [*kept, "--replications", "40"]
