"""Results of a run fill in what only a run knows."""

from pathlib import Path

import pytest

from sim.describe.document import Document, describe
from sim.describe.item import Status
from sim.describe.markdown import rendered
from sim.describe.ran import Ran, ran
from sim.errors import ResultsError
from sim.experiments.experiment import run_experiment
from sim.experiments.results import save
from sim.experiments.results_reader import SavedResults, read_results
from sim.experiments.study_entries import WarmUpEntry
from sim.scenario import LoadedScenario, load_scenario
from tests.cli.program import PLAIN

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ran") / "plain.yaml"
    path.write_text(PLAIN.replace("warm_up: 0 h", "warm_up: 1 day"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def loaded(plain: Path) -> LoadedScenario:
    return load_scenario(plain)


@pytest.fixture(scope="module")
def saved(loaded: LoadedScenario, plain: Path) -> SavedResults:
    results = run_experiment([loaded], 1, lambda *done: None)
    return read_results(save(results, plain.parent / "results", ["detox-sim", "run", "plain.yaml"]))


def status(document: Document, number: str) -> Status:
    return next(item.status for item in document.items if item.number == number)


def text(document: Document, number: str) -> str:
    return rendered(next(item.body for item in document.items if item.number == number))


def test_time_and_precision_are_those_of_the_run(loaded: LoadedScenario, saved: SavedResults) -> None:
    document = describe(loaded, run=ran(saved, loaded))
    assert status(describe(loaded), "5.4") is Status.PARTLY
    assert status(document, "5.4") is Status.FILLED
    assert "for 2 replications of 1 scenario" in text(document, "5.4")
    assert saved.manifest["model_hash"] in text(document, "5.1")
    assert "has changed since" not in text(document, "5.1")
    mean = saved.frames["summary"].set_index("measure")["mean"]["occupancy_pct"]
    assert f"| Bed occupancy | % | {mean:.3g} |" in text(document, "4.3")


def test_the_number_of_replications_need_not_be_that_of_the_file(plain: Path, saved: SavedResults) -> None:
    other = load_scenario(plain, ["run.replications=50"])
    assert "estimates come from 2 independent replications." in text(describe(other, run=ran(saved, other)), "4.3")


def test_results_of_another_scenario_are_refused(plain: Path, saved: SavedResults) -> None:
    with pytest.raises(ResultsError, match="holds no run of this scenario as it is now"):
        ran(saved, load_scenario(plain, ["unit.beds=9"]))


def test_a_run_too_short_to_judge_its_warm_up_says_so(loaded: LoadedScenario, saved: SavedResults) -> None:
    document = describe(loaded, run=ran(saved, loaded))
    assert status(document, "4.1") is Status.PARTLY
    assert "cannot tell whether the warm-up is long enough" in text(document, "4.1")


@pytest.mark.parametrize(
    ("advised_weeks", "too_short", "settled", "words"),
    [
        (
            1,
            False,
            True,
            "a warm-up of 1 week is advised, the longest over the series. The warm-up is as long, or longer.",
        ),
        (5, False, True, "5 weeks is advised, the longest over the series. The warm-up is shorter, and long enough"),
        (5, True, False, "The warm-up is too short: a longer one would change a mean"),
        (5, True, False, "Not every series had settled"),
    ],
)
def test_the_warm_up_is_judged_by_the_run(
    loaded: LoadedScenario, saved: SavedResults, advised_weeks: int, too_short: bool, settled: bool, words: str
) -> None:
    series = [{"series": "occupied", "days": 30, "at_limit": False, "too_short": too_short}]
    entry = WarmUpEntry.model_validate(
        {"scenario": "plain", "terminating": False, "chosen_days": 14, "advised_weeks": advised_weeks,
         "settled": settled, "series": series}
    )  # fmt: skip
    run = ran(saved, loaded)
    judged = Ran(run.name, saved, run.facts.model_copy(update={"warm_up": [entry]}))
    document = describe(loaded, run=judged)
    assert status(document, "4.1") is Status.FILLED
    assert words in text(document, "4.1")


def test_an_interval_ends_where_its_measure_does_and_keeps_its_precision(
    loaded: LoadedScenario, saved: SavedResults
) -> None:
    summary = saved.frames["summary"].assign(mean=99.0, low=-3.0, high=201.0)
    wide = SavedResults(saved.folder, saved.manifest, {**saved.frames, "summary": summary})
    shown = text(describe(loaded, run=ran(wide, loaded)), "4.3")
    assert "| Bed occupancy | % | 99 | 0 to 100 | 102 |" in shown
    assert "| h | 99 | 0 to 201 | 102 |" in shown
    assert "-3" not in shown
