"""A sweep file is read whole, or every fault of it is a sentence with its line, before anything runs."""

from pathlib import Path

import pytest

from tests.experiments.sweep.sweeping import BEDS, DEMAND, RICH, SWEEP, faults, rows, sweep_of
from tests.experiments.ward import PLAIN

pytestmark = pytest.mark.unit


def test_a_sweep_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path)
    assert (sweep.name, sweep.question, sweep.seed) == ("Small", "How many beds?", 0)
    assert sweep.replications == sweep.base.loaded.scenario.run.replications == 2
    assert rows(sweep) == [(4, 1), (4, 2), (4, 3), (6, 1), (6, 2), (6, 3)]
    assert [point.number for point in sweep.points] == [1, 2, 3, 4, 5, 6]


def test_a_point_is_the_base_with_its_values(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path)
    scenario = sweep.scenario(sweep.points[2])
    assert (scenario.unit.beds, scenario.demand.per_day) == (4, 3)
    assert scenario.protocols == sweep.base.loaded.scenario.protocols


def test_what_is_set_holds_for_all_points(tmp_path: Path) -> None:
    settings = "set: {run.length: 3 weeks, demand.patience: {lognormal: {mean: 2 days, sd: 1 day}}}\n"
    sweep = sweep_of(tmp_path, SWEEP + settings + "replications: 5\nseed: 9\n")
    assert {sweep.scenario(point).run.length_h for point in sweep.points} == {3 * 168}
    assert {sweep.scenario(point).demand.patience.mean for point in sweep.points} == {48}  # type: ignore[union-attr]
    assert (sweep.replications, sweep.seed) == (5, 9)


def test_a_shipped_scenario_is_known_by_name(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, SWEEP.replace("scenario: ward", "scenario: two-more-beds"))
    assert sweep.base.loaded.scenario.name == "Two more beds"


def test_points_that_do_not_meet_a_condition_are_left_out(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, SWEEP + "only_if: [beds > 2 * demand, demand < 2]\n")
    assert [point.left_out for point in sweep.points] == [
        "", "beds > 2 * demand", "beds > 2 * demand", "", "demand < 2", "beds > 2 * demand",
    ]  # fmt: skip
    assert [point.number for point in sweep.to_run] == [1, 4]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("name: Small", "nam: Small", 2, "nam: is not known here; did you mean name?"),
        ("schema_version: 1", "schema_version: 2", 1,
         "schema_version: is 2; 1 is accepted, the version that this program reads"),
        ("scenario: ward", "scenario: wart", 4,
         "scenario: is 'wart', and there is no such file and no shipped scenario of that name; did you mean ward?"),
        ("design", "set: {run.lenth: 1 week}\ndesign", 8,
         "set.run.lenth: run.lenth is not known here; did you mean run.length?"),
        ("design", "set: {unit.beds: -1}\ndesign", 8,
         "set.unit.beds: unit.beds is -1; a whole number from 1 to 10000, or unlimited, is accepted"),
        (BEDS + DEMAND, "  {}\n", 5, "axes: has 0 axes; from 1 to 64 are accepted"),
        ("{path: unit.beds, values: [4, 6]}", "3", 6, "axes.beds: is 3; a map of names to values is accepted"),
        ("path: unit.beds", "path: unit.bed", 6, "axes.beds.path: unit.bed is not known here; did you mean unit.beds?"),
        ("path: unit.beds", "path: run.replications", 6,
         "axes.beds.path: is 'run.replications', which changes nothing in the unit; another path is accepted"),
        ("path: unit.beds", "paths: []", 6, "axes.beds.paths: is an empty list; at least one dotted path is accepted"),
        ("path: unit.beds, ", "", 6, "axes.beds: says none of them; exactly one of path, paths and levels is accepted"),
        ("path: unit.beds, ", "path: unit.beds, levels: {}, ", 6,
         "axes.beds: says path and levels; exactly one of path, paths and levels is accepted"),
        ("path: unit.beds, ", "levels: {a: {}}, ", 6,
         "axes.beds.values: is not accepted beside levels, which are the values of the axis"),
        ("values: [4, 6]", "values: []", 6, "axes.beds.values: is an empty list; at least one value is accepted"),
        ("values: [4, 6]", "values: [4, 4]", 6,
         "axes.beds.values.1: is 4 a second time; each value once is accepted"),
        ("values: [4, 6]", "values: [4, [6]]", 6,
         "axes.beds.values.1: is a list; a number or a word is accepted, and 'levels' for anything longer"),
        ("values: [4, 6]", "values: [4, 6], steps: 2", 6, "axes.beds.steps: is not accepted beside values"),
        ("beds: {path", "value: {path", 6,
         "axes.value: is what a column of the tables is called; another name than point, role, status, reason, "
         "replication, measure, value, mean, low, high, n is accepted"),
        ("from: 1, to: 3", "from: 3, to: 1", 7,
         "axes.demand.from: is 3; a value below 'to', which is 1, is accepted"),
        ("from: 1, to: 3", "from: 0, to: 3, scale: log", 7,
         "axes.demand.from: is 0; a value above 0 is accepted with scale: log"),
        ("from: 1, to: 3", "from: 1", 7, "axes.demand: has no 'to'; a range has 'from' and 'to'"),
        ("from: 1, to: 3", "from: 1 h, to: 3", 7,
         "axes.demand.to: has no unit, and another number of the range has one; a length of time is accepted, "
         "such as 4 h"),
        ("steps: 3", "steps: 5, whole: true", 7,
         "axes.demand.steps: is 5, and as many whole numbers are not there; fewer are accepted"),
        ("from: 1, to: 3, steps: 3", "from: 1.5, to: 3, whole: true", 7,
         "axes.demand.from: is 1.5; a whole number is accepted with 'whole: true'"),
        ("to: 3, steps: 3", "to: 4, step: 2", 7,
         "axes.demand.step: is 2, which leads from 1 to 3 and 5 and not to 'to', which is 4; a step that ends on it is "
         "accepted"),
        ("to: 3, steps: 3", "to: 3, step: 5", 7,
         "axes.demand.step: is 5, which leads from 1 to 6 and not to 'to', which is 3; a step that ends on it is "
         "accepted"),
        ("steps: 3", "step: 0", 7, "axes.demand.step: is 0; a value above 0 is accepted"),
        ("steps: 3", "step: 1, steps: 3", 7, "axes.demand.step: is not accepted beside 'steps'"),
        ("steps: 3", "step: 1, scale: log", 7, "axes.demand.step: is not accepted beside 'scale: log'"),
        ("steps: 3", "step: 0.0001", 7,
         "axes.demand.step: is 0.0001, which makes more than 10000 values; a larger one is accepted"),
        ("steps: 3", "whole: 3", 7, "axes.demand.whole: is not a switch; true or false is accepted"),
        (", steps: 3", "", 7,
         "axes.demand: has no steps, which grid needs; 'values', 'step', 'steps' or 'whole: true' is accepted"),
        ("demand: {path: demand.per_day", "more: {path: unit.beds", 7,
         "axes.more: changes unit.beds, as the axis 'beds' does; one axis for each value is accepted"),
        ("demand: {path: demand.per_day, from: 1, to: 3, steps: 3}", "room: {levels: {wide: {unit: {beds: 3}}}}", 7,
         "axes.room: changes unit.beds, as the axis 'beds' does; one axis for each value is accepted"),
        ("design: grid", "design: girds", 8,
         "design: is 'girds'; grid, one at a time, latin hypercube, sobol points, morris, sobol indices or list is "
         "accepted; did you mean grid?"),
        ("design: grid", "design: {sobol points: {points: 100}}", 8,
         "design.sobol points.points: is 100; a power of two is accepted, such as 64 or 128"),
        ("design: grid", "design: {latin hypercube: {point: 100}}", 8,
         "design.latin hypercube.point: is not known here; did you mean points?"),
        ("design: grid", "design: grid\nonly_if: [bed > 1]", 9,
         "only_if.0: is 'bed > 1', which names bed, which is no axis; did you mean beds?"),
        ("design: grid", "design: grid\nonly_if: []", 9, "only_if: has 0 conditions; from 1 to 50 are accepted"),
        ("design: grid", "design: {morris: {trajectories: 4, levels: 4}}\nonly_if: [beds > 1]", 9,
         "only_if: is not accepted with morris, which needs each of its points"),
        ("design: grid", "design: grid\nreplications: 0", 9,
         "replications: is 0; a whole number from 1 to 10000 is accepted"),
    ],
)  # fmt: skip
def test_a_fault_is_a_sentence(old: str, new: str, line: int, says: str, tmp_path: Path) -> None:
    assert SWEEP.count(old) == 1
    found = faults(tmp_path, SWEEP.replace(old, new))
    assert found == [f"sweep.yaml:{line}: {says}"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = SWEEP.replace("unit.beds", "unit.bed").replace("from: 1", "from: 9").replace("grid", "gird")
    found = faults(tmp_path, text + "only_if: beds\nreplications: none\n")
    assert [fault.split(": ")[1] for fault in found] == [
        "axes.beds.path", "axes.demand.from", "design", "only_if", "replications",
    ]  # fmt: skip


def test_a_base_that_is_not_valid_is_told_in_its_own_lines(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    found = faults(tmp_path, SWEEP, ward=RICH.replace("beds: 8", "bedz: 8"))
    assert found == ["ward.yaml:8: unit.bedz: is not known here; did you mean unit.beds?"]


@pytest.mark.parametrize("text", ["", "- 1\n", "a: &x [*x]\n", "axes: 3\n", "axes: {}\ndesign: {}\n"])
def test_what_is_no_sweep_is_refused(text: str, tmp_path: Path) -> None:
    assert faults(tmp_path, text)


def test_a_design_has_an_end(tmp_path: Path) -> None:
    text = SWEEP.replace("values: [4, 6]", "from: 1, to: 9000, whole: true").replace("steps: 3", "steps: 20")
    assert faults(tmp_path, text) == ["sweep.yaml:8: design: makes 180000 points; up to 100000 are accepted"]


def test_nothing_is_left_to_run(tmp_path: Path) -> None:
    assert faults(tmp_path, SWEEP + "only_if: beds > 100\n") == [
        "sweep.yaml: only_if leaves out all of the 6 points; nothing would run"
    ]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("scenari: ward", "sweep.yaml:4: scenari: is not known here; did you mean scenario?"),
        ("scenario: wart", "sweep.yaml:4: scenario: is 'wart', and there is no such file and no shipped scenario of "
         "that name; did you mean ward?"),
    ],
)  # fmt: skip
def test_a_slip_in_a_name_hides_no_other_fault(tmp_path: Path, name: str, first: str) -> None:
    text = SWEEP.replace("scenario: ward", name).replace("unit.beds", "unit.bedz").replace("grid", "gird")
    told = faults(tmp_path, text)
    assert told[:2] == [first, "sweep.yaml:6: axes.beds.path: unit.bedz is not known here; did you mean unit.beds?"]
    assert [fault.partition(": is ")[0] for fault in told[2:]] == ["sweep.yaml:8: design"]


def test_a_name_that_is_said_rightly_too_is_not_taken_from_a_slip(tmp_path: Path) -> None:
    text = SWEEP.replace("design: grid", "desing: {morris: {}}\ndesign: grid")
    assert faults(tmp_path, text) == ["sweep.yaml:8: desing: is not known here; did you mean design?"]


def test_a_file_of_another_kind_belongs_to_another_command(tmp_path: Path) -> None:
    assert faults(tmp_path, PLAIN) == [
        "sweep.yaml: is a scenario, not a sweep; it belongs to the command 'run sweep.yaml'"
    ]
