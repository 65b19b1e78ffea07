"""A study is read whole, or every fault of it is a sentence with its line, before anything runs."""

from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.experiments.calibration.reading import read_study
from sim.experiments.calibration.study import Free, Study
from tests.experiments.calibrating import STUDY, WARD, files, study_of

pytestmark = pytest.mark.unit
FREE = "  demand.per_day: {from: 2, to: 20}\n"
TARGET = '  - {measure: occupancy_pct, value: 12, tolerance: 0.2, assumed: "Chosen."}\n'


def faults(path: Path) -> list[str]:
    with pytest.raises(ScenarioError) as refused:
        read_study(path)
    return [fault.removeprefix(f"{path.parent}/").replace(f"{path.parent}/", "") for fault in refused.value.faults]


def test_a_study_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    study = study_of(tmp_path)
    (free,), (target,) = study.free, study.targets
    assert (free.paths, free.low, free.high, free.start, free.scale) == (("demand.per_day",), 2, 20, 10, "linear")
    assert (target.scenario, target.measure, target.value, target.tolerance) == ("ward", "occupancy_pct", 12, 0.2)
    assert (target.grounds.kind, target.grounds.text) == ("assumed", "Chosen.")
    assert (study.replications, study.fresh_replications, study.evaluations) == (4, 20, 60)
    assert (study.extends, dict(study.originals)) == ("ward.yaml", {"ward.yaml": WARD})


def test_what_is_said_is_taken(tmp_path: Path) -> None:
    text = STUDY.replace("from: 2,", "scale: log, from: 2,") + "replications: 30\nsearch: {evaluations: 9}\n"
    text = text.replace('assumed: "Chosen."', "source: [ama_rate_inpatient_withdrawal_service, casemix_male]")
    study = study_of(tmp_path, text)
    assert study.free[0].scale == "log"
    assert (study.replications, study.fresh_replications, study.evaluations) == (30, 30, 9)
    assert study.targets[0].grounds.sources == ("ama_rate_inpatient_withdrawal_service", "casemix_male")


def test_another_scenario_is_named_and_has_targets_of_its_own(tmp_path: Path) -> None:
    text = STUDY.replace("free:", "also: {slow: slow}\nfree:").replace("{measure", "{scenario: slow, measure")
    study = study_of(tmp_path, text, slow="extends: ward\nname: Slow\n")
    assert list(study.scenarios) == ["ward", "slow"]
    assert study.targets[0].scenario == "slow"


def test_paths_move_together_or_by_a_factor(tmp_path: Path) -> None:
    paths = "paths: [demand.per_day, demand.no_show.at_once_pct]"
    text = STUDY.replace(FREE, f"  both: {{{paths}, from: 0.5, to: 2, as: factor}}\n")
    (free,) = study_of(tmp_path, text).free
    assert (free.start, free.starts) == (1, (10, 10))
    assert free.settings(1.5) == {"demand.per_day": 15, "demand.no_show.at_once_pct": 15}
    text = STUDY.replace(FREE, f"  both: {{{paths}, from: 5, to: 20}}\n")
    (free,) = study_of(tmp_path, text).free
    assert (free.start, free.settings(7)) == (10, {"demand.per_day": 7, "demand.no_show.at_once_pct": 7})


@pytest.mark.parametrize(("scale", "middle"), [("linear", 5.05), ("log", 1.0)])
def test_a_position_is_a_value_on_its_scale(scale: str, middle: float) -> None:
    free = Free("x", ("x",), 0.1, 10.0, "log" if scale == "log" else "linear", "value", (1.0,))
    assert [free.value(position) for position in (0, 0.5, 1)] == pytest.approx([0.1, middle, 10])
    assert [free.position(value) for value in (0.1, middle, 10)] == pytest.approx([0, 0.5, 1])


def test_a_value_has_few_digits_and_stays_inside_its_bounds() -> None:
    free = Free("x", ("x",), 0.1234567, 0.7654321, "linear", "value", (0.2,))
    assert (free.value(0.0), free.value(1.0)) == (0.1234567, 0.7654321)
    assert free.value(0.5) == 0.44444


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("name: Known", "nam: Known", 2, "nam: is not known here; did you mean name?"),
        ("name: Known answer\n", "", 1, "name: is missing; it is needed"),
        ("name: Known answer", "name: 12", 2, "name: is 12; text is accepted, in quotes when it looks like a number"),
        ("schema_version: 1", "schema_version: 2", 1,
         "schema_version: is 2; 1 is accepted, the version that this program reads"),
        ("schema_version: 1", "schema_version: true", 1,
         "schema_version: is true; 1 is accepted, the version that this program reads"),
        ("calibrates: ward.yaml", "calibrates: wart", 3,
         "calibrates: is 'wart', and there is no such file and no shipped scenario of that name; did you mean ward?"),
        ("demand.per_day:", "demand.per_dya:", 5,
         "free.demand.per_dya: demand.per_dya is not known here; did you mean demand.per_day?"),
        ("demand.per_day:", "demand.factor:", 5,
         "free.demand.factor: demand.factor has no value in ward.yaml to start from; one that is written there "
         "is accepted"),
        ("demand.per_day:", "unit.turnover:", 5,
         "free.unit.turnover: unit.turnover is '0 h' in ward.yaml; a path that holds a number is accepted"),
        ("demand.per_day:", "protocols.stay.stay:", 5,
         "free.protocols.stay.stay: protocols.stay.stay is a map in ward.yaml; a path that holds a number is "
         "accepted"),
        ("from: 2, to: 20", "from: 20, to: 2", 5,
         "free.demand.per_day.from: is 20; a value below 'to', which is 2, is accepted"),
        ("from: 2, to: 20", "from: 0, to: 20, scale: log", 5,
         "free.demand.per_day.from: is 0; a value above 0 is accepted with scale: log"),
        ("from: 2, to: 20", "from: two, to: 20", 5,
         "free.demand.per_day.from: is 'two'; a number in plain digits, without quotes, is accepted"),
        ("from: 2, to: 20", "from: 2", 5, "free.demand.per_day.to: is missing; it is needed"),
        ("to: 20", "to: 20, scale: lgo", 5,
         "free.demand.per_day.scale: is 'lgo'; linear or log is accepted; did you mean log?"),
        ("from: 2, to: 20", "from: 12, to: 20", 5,
         "free.demand.per_day: starts at 10 in ward.yaml; bounds with that between them are accepted"),
        ("from: 2, to: 20", "from: -2, to: 20", 5,
         "free.demand.per_day: -2 is not valid: in ward.yaml, demand.per_day is -2; a value of at least 0 is "
         "accepted"),
        ("demand.per_day: {from: 2, to: 20}", "unit.beds: {from: 50, to: 150}", 5,
         "free.unit.beds: 88.197 is not valid: in ward.yaml, unit.beds is 88.197; a whole number from 1 to "
         "10000, or unlimited, is accepted"),
        ("demand.per_day: {from: 2", "a: {paths: [], from: 2", 5,
         "free.a.paths: is an empty list; at least one dotted path is accepted"),
        ("measure: occupancy_pct", "measure: ocupancy_pct", 7,
         "targets.0.measure: is 'ocupancy_pct', which is no measure of ward.yaml; did you mean occupancy_pct? (the "
         "command 'measures' lists them)"),
        ("tolerance: 0.2", "tolerance: 0", 7, "targets.0.tolerance: is 0; a value above 0 is accepted"),
        ('assumed: "Chosen."', "source: casemix_mal", 7,
         "targets.0.source: is 'casemix_mal', which is no row of the evidence table; did you mean "
         "casemix_male?"),
        (', assumed: "Chosen."', "", 7, "targets.0: one of 'source' and 'assumed' is accepted in a target"),
        ("{measure", "{scenario: slow, measure", 7,
         "targets.0.scenario: is 'slow', which the study does not name under 'also'; known here: ward"),
        (TARGET, TARGET * 2, 8, "targets.1: is a second target for occupancy_pct of ward; one is accepted"),
        (TARGET, TARGET + "replications: 0\n", 8, "replications: is 0; a whole number from 1 to 10000 is accepted"),
        (TARGET, TARGET + "fresh_replications: 3\n", 8,
         "fresh_replications: is 3; a whole number from 4 to 10000 is accepted"),
        (TARGET, TARGET + "search: {evaluations: 2}\n", 8,
         "search.evaluations: is 2; a whole number from 3 to 100000 is accepted"),
        (TARGET, TARGET + "also: {ward: ward}\n", 8,
         "also.ward: is what the calibrated scenario is called; another name is accepted"),
        (f"targets:\n{TARGET}", "targets: []\n", 6, "targets: is an empty list; at least one target is accepted"),
        (f"free:\n{FREE}", "free: {}\n", 4, "free: is an empty map; at least one free value is accepted"),
    ],
)  # fmt: skip
def test_a_fault_is_a_sentence(old: str, new: str, line: int, says: str, tmp_path: Path) -> None:
    assert STUDY.count(old) == 1
    assert faults(files(tmp_path, STUDY.replace(old, new))) == [f"study.yaml:{line}: {says}"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = STUDY.replace("from: 2", "from: 30").replace("occupancy_pct", "occupancy").replace("0.2", "-1")
    assert [fault.split(": ")[1] for fault in faults(files(tmp_path, text))] == [
        "free.demand.per_day.from",
        "targets.0.measure",
        "targets.0.tolerance",
    ]


def test_paths_that_start_apart_are_not_moved_to_one_value(tmp_path: Path) -> None:
    text = STUDY.replace(FREE, "  a: {paths: [demand.per_day, unit.beds], from: 2, to: 200}\n")
    (fault,) = faults(files(tmp_path, text))
    assert fault.startswith("study.yaml:5: free.a: moves paths together that hold 10, 100 in ward.yaml; ")


def test_a_path_is_free_once(tmp_path: Path) -> None:
    text = STUDY.replace(FREE, f"{FREE}  again: {{paths: [demand.per_day], from: 1, to: 11}}\n")
    assert faults(files(tmp_path, text)) == [
        "study.yaml:4: free: names demand.per_day more than once; once is accepted",
    ]


def test_ends_that_are_valid_alone_must_be_valid_together(tmp_path: Path) -> None:
    ward = WARD.replace("{all: {share_pct: 100}}", "{one: {share_pct: 50}, two: {share_pct: 50}}")
    both = "".join(f"  demand.sources.{name}.share_pct: {{from: 0, to: 100}}\n" for name in ("one", "two"))
    assert faults(files(tmp_path, STUDY.replace(FREE, both), ward)) == [
        "study.yaml:4: free: all at 'from' together are not valid: in ward.yaml, demand.sources every share_pct is 0; "
        "at least one above 0 is accepted",
    ]


def test_faults_of_the_scenario_are_those_of_its_own_file(tmp_path: Path) -> None:
    assert faults(files(tmp_path, ward=WARD.replace("beds: 100", "beds: 0"))) == [
        "ward.yaml:9: unit.beds: is 0; a whole number from 1 to 10000, or unlimited, is accepted",
    ]


@pytest.mark.parametrize("text", ["- a\n", "", "a: [1\n", "a: *b\n"])
def test_what_is_no_study_is_refused_in_sentences(text: str, tmp_path: Path) -> None:
    found = faults(files(tmp_path, text))
    assert found
    assert all(fault.startswith("study.yaml") for fault in found)


def test_a_study_that_is_not_there(tmp_path: Path) -> None:
    assert faults(tmp_path / "none.yaml") == ["none.yaml: is not there; the file of a calibration study is accepted"]


def test_the_shipped_study_is_valid(scenarios: Path) -> None:
    study: Study = read_study(scenarios / "calibration" / "baseline.yaml")
    assert {target.grounds.kind for target in study.targets} == {"source"}
    assert len(study.targets) >= len(study.free)
