"""Measures and amounts in files: what is a share, and where a name is found."""

from pathlib import Path

import pytest

from sim.experiments.measure_said import UNKNOWN, read_amount, read_measure
from sim.experiments.said import Said
from sim.measures import MEASURES
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.tree.node import Node, Scalar
from sim.scenario.tree.place import Place
from tests.experiments.ward import PLAIN

pytestmark = pytest.mark.unit
SHARE = next(measure for measure in MEASURES if measure.name == "checks_on_time_pct")
HOURS = next(measure for measure in MEASURES if measure.name == "wait_mean_h")


def said(value: Scalar) -> Said:
    return Said(Node(value, Place("find.yaml", 7)), ("targets", 0, "at_least"), [])


@pytest.fixture
def ward(tmp_path: Path) -> LoadedScenario:
    (tmp_path / "ward.yaml").write_text(PLAIN, encoding="utf-8")
    return load_scenario(tmp_path / "ward.yaml")


@pytest.mark.parametrize(
    ("value", "means"), [(80, 80), (0, 0), (100, 100), (1, 1), ("80 %", 80), ("0.8%", 0.8), ("0.8 %", 0.8)]
)
def test_a_share_is_a_percentage(value: Scalar, means: float) -> None:
    here = said(value)
    assert read_amount(here, SHARE) == means
    assert not here.faults


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (0.8, "is 0.8, and checks_on_time_pct is in %; write 80 if 80 % is meant, or 0.8 % with its sign"),
        (101, "is 101, and checks_on_time_pct is in %; 0 to 100 is accepted"),
        (-1, "is -1, and checks_on_time_pct is in %; 0 to 100 is accepted"),
        ("180 %", "is '180 %', and checks_on_time_pct is in %; 0 to 100 is accepted"),
        ("many", "is 'many'; a number in plain digits, without quotes, is accepted"),
    ],
)
def test_what_is_no_share_is_answered(value: Scalar, says: str) -> None:
    here = said(value)
    assert read_amount(here, SHARE) != read_amount(said(50), SHARE)
    assert [str(fault) for fault in here.faults] == [f"find.yaml:7: targets.0.at_least: {says}"]


def test_other_units_take_any_number() -> None:
    assert read_amount(said(0.5), HOURS) == 0.5
    assert read_amount(said(400), HOURS) == 400
    here = said("4 %")
    read_amount(here, HOURS)
    assert here.faults


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("wait_means_h", "; did you mean wait_mean_h? (the command 'measures' lists them)"),
        ("wait", "; did you mean wait_mean_h or wait_median_h or wait_p90_h? (the command 'measures' lists them)"),
        ("zebra", "; the command 'measures' lists them"),
    ],
)
def test_a_measure_that_is_not_there_is_told_with_what_may_be_meant(ward: LoadedScenario, name: str, hint: str) -> None:
    here = said(name)
    assert read_measure(here, ward) == UNKNOWN
    assert here.faults[0].says == f"is '{name}', which is no measure of {ward.path}{hint}"


def test_without_a_scenario_a_measure_of_any_is_known() -> None:
    for name in ("wait_mean_h", "staff_use_pct[surgeon]"):
        here = said(name)
        read_measure(here, None)
        assert not here.faults
    here = said("wait_maen_h")
    read_measure(here, None)
    assert here.faults[0].says.startswith("is 'wait_maen_h', which is no measure of any scenario; did you mean wait_me")
