"""The fitted scenario is valid where it is written, says why each value is what it is, and gives the same numbers."""

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sim.errors import ResultsError
from sim.experiments.calibration.beside import seen_from, write_beside
from sim.experiments.calibration.calibration import Calibration, Fitted, Reached
from sim.experiments.calibration.evaluating import Evaluation, values_at
from sim.experiments.calibration.saving import save
from sim.experiments.calibration.study import Study
from sim.experiments.calibration.written import file_name, scenario_text
from sim.experiments.digest import sha256_of
from sim.experiments.intervals import Interval
from sim.experiments.replication import Job, values_of
from sim.scenario import LoadedScenario, load_scenario
from tests.experiments.calibrating import STUDY, WARD, short, study_of

pytestmark = pytest.mark.functional
DAY = date(2027, 1, 4)
CREATED = datetime(2027, 1, 4, 10, 15, tzinfo=UTC)
SPREAD = STUDY.replace(
    "free:\n",
    "free:\n  protocols.stay.stay.weibull.shape: {from: 0.5, to: 2}\n"
    "  fewer: {paths: [demand.no_show.at_once_pct], from: 0.5, to: 1.5, as: factor}\n",
)


def found_in(study: Study, *values: float) -> Calibration:
    """A calibration that took no time: its best point has these values, and one target is missed."""
    start = Evaluation(tuple(free.start for free in study.free), (20.0,) * len(study.targets), 100.0)
    best = Evaluation(values, (12.0,) * len(study.targets), 0.0)
    reached = tuple(Reached(target, False, 20.0, Interval(12.5, 11.0, 14.0, 20)) for target in study.targets)
    fitted = tuple(Fitted(free, value) for free, value in zip(study.free, values, strict=True))
    return Calibration(study, (start, best), best, "no nearer", reached, fitted, 1.5)


def saved(found: Calibration, folder: Path) -> LoadedScenario:
    """The scenario of the results folder, as anybody would load it."""
    return load_scenario(save(found, folder / "results", ["detox-sim", "calibrate"], CREATED)[1])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_scenario_gives_the_numbers_of_the_search(tmp_path: Path) -> None:
    study = study_of(tmp_path, ward=short())
    loaded = saved(found_in(study, 6.1234), tmp_path)
    ((series,),) = values_at(study, study.targets, [(6.1234,)], range(2), lambda plan: [values_of(job) for job in plan])
    assert series == [values_of(Job("x", loaded.scenario, number))["occupancy_pct"] for number in range(2)]


def test_it_says_that_it_was_calibrated_and_by_what(tmp_path: Path) -> None:
    loaded = saved(found_in(study_of(tmp_path), 6.1), tmp_path)
    assert loaded.scenario.name == "A bed for everyone, calibrated 2027-01-04"
    assert "observed" in loaded.scenario.question
    assert loaded.scenario.rationale == (
        "Calibrated on 2027-01-04 by the study 'Known answer' (study.yaml) from ward.yaml: 1 value searched in 2 "
        "evaluations of 4 replications. With 20 fresh replications, 0 of 1 target reached to within the tolerance."
    )
    said = loaded.provenance["demand.per_day"]
    assert said.kind == "assumed"
    assert said.text == (
        "Calibrated on 2027-01-04 by Known answer to occupancy_pct 12 (assumed). Searched from 2 to 20."
    )


def test_only_what_was_fitted_differs(tmp_path: Path) -> None:
    weibull = WARD.replace("exponential: {mean: 2 days}", "weibull: {mean: 2 days, shape: 1}")
    loaded = saved(found_in(study_of(tmp_path, SPREAD, weibull), 1.25, 0.5, 6.1), tmp_path)
    expected = load_scenario(
        tmp_path / "ward.yaml",
        ["protocols.stay.stay.weibull.shape=1.25", "demand.no_show.at_once_pct=5", "demand.per_day=6.1"],
    )
    own = ("name", "question", "rationale")
    assert loaded.scenario.model_dump(exclude=set(own)) == expected.scenario.model_dump(exclude=set(own))
    assert "as a factor of 0.5" in loaded.provenance["demand.no_show.at_once_pct"].text
    assert "stopped by the bound 'from'" in loaded.provenance["demand.no_show.at_once_pct"].text


def test_words_that_yaml_would_misread_are_quoted(tmp_path: Path) -> None:
    ward = WARD.replace("sources: {all: {share_pct: 100}}", 'sources: {"true": {share_pct: 100}, b: {share_pct: 1}}')
    text = STUDY.replace("demand.per_day: {from: 2, to: 20}", "demand.sources.true.share_pct: {from: 2, to: 100}")
    text = text.replace("name: Known answer", "name: 'It''s: #1 - \"quoted\" é'")
    loaded = saved(found_in(study_of(tmp_path, text, ward), 50.5), tmp_path)
    assert loaded.scenario.demand.sources["true"].share_pct == 50.5
    assert 'by It\'s: #1 - "quoted" é to' in loaded.provenance["demand.sources.true.share_pct"].text


def test_a_chain_of_files_goes_along(tmp_path: Path) -> None:
    (tmp_path / "scenarios" / "trials").mkdir(parents=True)
    (tmp_path / "scenarios" / "ward.yaml").write_text(WARD, encoding="utf-8")
    child = tmp_path / "scenarios" / "trials" / "known-answer.yaml"
    child.write_text("extends: ../ward\nname: Child\ndemand: {per_day: 8}\n", encoding="utf-8")
    study = study_of(tmp_path, STUDY.replace("ward.yaml", "scenarios/trials/known-answer.yaml"))
    folder, scenario = save(found_in(study, 6.1), tmp_path / "results", [], CREATED)
    assert sorted(path.relative_to(folder).as_posix() for path in (folder / "scenarios").rglob("*.yaml")) == [
        "scenarios/known-answer.yaml", "scenarios/trials/known-answer.yaml", "scenarios/ward.yaml",
    ]  # fmt: skip
    assert load_scenario(scenario).scenario.demand.per_day == 6.1


def test_a_name_that_is_taken_by_an_original_is_not_used(tmp_path: Path) -> None:
    study = study_of(tmp_path, STUDY.replace("name: Known answer", "name: Ward"))
    assert file_name(study) == "ward-calibrated.yaml"


def test_tables_hold_every_evaluation_target_and_parameter(tmp_path: Path) -> None:
    study = study_of(tmp_path)
    folder, _ = save(found_in(study, 2.05), tmp_path / "results", ["detox-sim", "calibrate", "study.yaml"], CREATED)
    assert folder.name == "ward-calibration-20270104-101500"
    assert rows(folder / "fit.csv") == [
        {
            "scenario": "ward", "measure": "occupancy_pct", "role": "target", "wanted": "12.0", "tolerance": "0.2",
            "grounds": "assumed", "source_or_reason": "Chosen.", "at_start": "20.0", "mean": "12.5",
            "low": "11.0", "high": "14.0", "n": "20", "inside": "no",
        }
    ]  # fmt: skip
    (parameter,) = rows(folder / "parameters.csv")
    assert [parameter[name] for name in ("from", "to", "start", "fitted", "at_bound")] == [
        "2.0", "20.0", "10.0", "2.05", "from",
    ]  # fmt: skip
    assert rows(folder / "search.csv") == [
        {"evaluation": "1", "demand.per_day": "10.0", "objective": "100.0", "ward: occupancy_pct": "20.0"},
        {"evaluation": "2", "demand.per_day": "2.05", "objective": "0.0", "ward: occupancy_pct": "12.0"},
    ]


def test_the_facts_are_enough_to_do_it_again(tmp_path: Path) -> None:
    folder, _ = save(found_in(study_of(tmp_path), 6.1), tmp_path / "results", ["detox-sim"], CREATED)
    told = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    assert (told["kind"], told["created"]) == ("calibration", "2027-01-04T10:15:00+00:00")
    assert told["scenarios"]["ward"]["seed"] == 1
    assert told["scenarios"]["ward"]["resolved"]["unit"]["beds"] == 100
    assert told["files"] == {name: sha256_of(folder / name) for name in told["files"]}
    assert len(told["files"]) == sum(path.is_file() for path in folder.rglob("*")) - 1


def test_what_cannot_be_saved_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ResultsError, match="cannot be saved here"):
        save(found_in(study_of(tmp_path), 6.1), tmp_path / "file" / "results", [], CREATED)


def test_it_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    study, target = study_of(tmp_path), tmp_path / "fitted.yaml"
    extends = seen_from(target, study)
    assert extends == "ward.yaml"
    write_beside(found_in(study, 6.1), target, extends, DAY)
    assert load_scenario(target).scenario.demand.per_day == 6.1
    with pytest.raises(ResultsError, match=r"fitted\.yaml: is there already"):
        seen_from(target, study)
    with pytest.raises(ResultsError, match="it is there already"):
        write_beside(found_in(study, 7.1), target, extends, DAY)
    assert load_scenario(target).scenario.demand.per_day == 6.1
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("fitted.txt", "is no name of a scenario file"),
        ("nowhere/fitted.yaml", "a folder that is there"),
        ("elsewhere/fitted.yaml", r"could not extend .*ward\.yaml, which lies outside the folder 'elsewhere'"),
    ],
)
def test_a_place_where_it_would_not_be_valid_is_refused(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(ResultsError, match=says):
        seen_from(tmp_path / name, study_of(tmp_path))


def test_long_words_are_folded(tmp_path: Path) -> None:
    text = scenario_text(found_in(study_of(tmp_path), 6.1), "ward.yaml", DAY)
    assert max(map(len, text.splitlines())) <= 110
    assert text.splitlines()[0] == "schema_version: 1"
