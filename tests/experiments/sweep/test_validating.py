"""Every point is tried before anything runs, and a variant that shares sections is what reading it whole would give."""

from pathlib import Path

import pytest

from sim.experiments.calibration.applied import with_values
from sim.experiments.sweep.axes import Open
from sim.experiments.sweep.base import Base
from sim.scenario import load_scenario
from tests.experiments.sweep.sweeping import BEDS, DEMAND, SWEEP, faults

pytestmark = pytest.mark.unit


def test_a_value_outside_its_bounds_is_told_with_its_point(tmp_path: Path) -> None:
    lines = ["beds,demand", *["20,2"] * 730, "90000,2", *["20,2"] * 269]
    (tmp_path / "points.csv").write_text("\n".join(lines), encoding="utf-8")
    axes = "  beds: {path: unit.beds}\n  demand: {path: demand.per_day}\n"
    text = SWEEP.replace(BEDS + DEMAND, axes).replace("design: grid", "design: {list: points.csv}")
    assert faults(tmp_path, text) == [
        "sweep.yaml: point 731: beds = 90000, where unit.beds is 90000; a whole number from 1 to 10000, or unlimited, "
        "is accepted"
    ]


def test_a_value_that_no_point_can_have_is_told_once_with_its_line(tmp_path: Path) -> None:
    text = SWEEP.replace(BEDS, "  beds:\n    path: unit.beds\n    values:\n      - 4\n      - 0\n      - -3\n")
    assert faults(tmp_path, text) == [
        f"sweep.yaml:{line}: axes.beds: {beds} is not valid, because unit.beds is {beds}; a whole number from 1 to "
        "10000, or unlimited, is accepted"
        for line, beds in ((10, 0), (11, -3))
    ]


def test_values_of_several_axes_are_told_together_although_one_hides_the_other(tmp_path: Path) -> None:
    text = SWEEP.replace("[4, 6]", "[0, 4]").replace("from: 1, to: 3, steps: 3", "values: [-1, 1]")
    assert [fault.partition(" is not valid")[0] for fault in faults(tmp_path, text)] == [
        "sweep.yaml:6: axes.beds: 0",
        "sweep.yaml:7: axes.demand: -1",
    ]


def test_values_are_told_together_with_the_faults_of_the_file(tmp_path: Path) -> None:
    found = faults(tmp_path, SWEEP.replace("[4, 6]", "[0, 4]").replace("design: grid", "design: gird"))
    assert [fault.partition(" is ")[0] for fault in found] == ["sweep.yaml:6: axes.beds: 0", "sweep.yaml:8: design:"]


def test_of_many_faults_the_first_ten_are_told_and_how_many_points_have_one(tmp_path: Path) -> None:
    found = faults(tmp_path, SWEEP.replace("values: [4, 6]", "from: -20, to: -1, whole: true"))
    assert len(found) == 11
    assert found[9].startswith("sweep.yaml:6: axes.beds: -11 is not valid, because unit.beds is -11")
    assert found[10] == "sweep.yaml: there is more like this: 60 of the 60 points to be run are not valid"


def test_faults_between_sections_are_found(tmp_path: Path) -> None:
    ratio = "set: {unit.ratio: {role: nurse, patients: 4}}\n"
    assert faults(tmp_path, SWEEP + ratio) == [
        "sweep.yaml:9: set.unit.ratio: unit.ratio.role is 'nurse', not one of staff.roles"
    ]
    axes = "  a: {levels: {rule: {unit: {ratio: {role: nurse, patients: 4}}}}}\n"
    assert faults(tmp_path, SWEEP.replace(BEDS + DEMAND, axes)) == [
        "sweep.yaml:6: axes.a: rule is not valid, because unit.ratio.role is 'nurse', not one of staff.roles"
    ]


def test_a_point_that_is_left_out_need_not_be_valid(tmp_path: Path) -> None:
    assert not faults(tmp_path, SWEEP.replace("[4, 6]", "[-4, 6]") + "only_if: beds > 0\n")


def test_points_that_meet_each_other_only_together(tmp_path: Path) -> None:
    groups = "set: {unit.bed_groups: {all: {beds: 8}}}\n"
    axes = "  beds: {path: unit.beds, values: [8, 9]}\n  group: {path: unit.bed_groups.all.beds, values: [8, 9]}\n"
    assert faults(tmp_path, SWEEP.replace(BEDS + DEMAND, axes) + groups) == [
        "sweep.yaml: point 2: beds = 8, group = 9, where unit.bed_groups have 9 beds together; as many as unit.beds "
        "says are accepted, 8",
        "sweep.yaml: point 3: beds = 9, group = 8, where unit.bed_groups have 8 beds together; as many as unit.beds "
        "says are accepted, 9",
    ]


@pytest.mark.parametrize(
    "path",
    ["unit.beds", "demand.per_day", "leaving.per_day", "run.seed", "staff.roster.nurses_by_night.nurse",
     "people.traits.women.share_pct", "transition.destinations.step_down_house.beds", "tasks.dose.priority"],
)  # fmt: skip
def test_a_variant_is_what_reading_it_whole_would_give(path: str, scenarios: Path) -> None:
    loaded = load_scenario(scenarios / "baseline.yaml")
    variant = Base(loaded).varied([Open("a", (path,), in_time=False).change(5.0)])
    assert variant == with_values(loaded, {path: 5})
    assert variant.model_fields_set == loaded.scenario.model_fields_set
    assert variant != loaded.scenario


def test_a_variant_shares_what_it_does_not_change(scenarios: Path) -> None:
    loaded = load_scenario(scenarios / "baseline.yaml")
    variant = Base(loaded).varied([Open("a", ("unit.beds",), in_time=False).change(30.0)])
    assert variant.staff is loaded.scenario.staff
    assert variant.unit is not loaded.scenario.unit
