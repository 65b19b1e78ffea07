"""An axis: the values it takes, and what each of them changes in the scenario."""

from pathlib import Path

import pytest

from sim.experiments.sweep.axes import Between, Listed, Open, shown
from sim.experiments.sweep.sweep import Sweep
from sim.scenario import Scenario
from tests.experiments.sweep.sweeping import BEDS, DEMAND, RICH, SWEEP, sweep_of

pytestmark = pytest.mark.unit


def of_axis(folder: Path, axis: str, design: str = "grid", **others: str) -> Sweep:
    text = SWEEP.replace(BEDS + DEMAND, f"  a: {axis}\n").replace("design: grid", f"design: {design}")
    return sweep_of(folder, text, RICH, **others)


def units(sweep: Sweep) -> list[Scenario]:
    return [sweep.scenario(point) for point in sweep.points]


def nurses(scenario: Scenario) -> tuple[object, object]:
    assert scenario.staff is not None
    return tuple(scenario.staff.roster[row].staff["nurse"] for row in ("days", "nights"))  # type: ignore[return-value]


def test_paths_move_together(tmp_path: Path) -> None:
    paths = "[staff.roster.days.nurse, staff.roster.nights.nurse]"
    sweep = of_axis(tmp_path, f"{{paths: {paths}, values: [1, 4]}}")
    assert [nurses(unit) for unit in units(sweep)] == [(1, 1), (4, 4)]


@pytest.mark.parametrize(
    ("axis", "values"),
    [
        ("{path: demand.per_day, from: 1, to: 2, steps: 4}", (1, 1.33333, 1.66667, 2)),
        ("{path: demand.per_day, from: 1, to: 16, steps: 3, scale: log}", (1, 4, 16)),
        ("{path: demand.per_day, from: 0.8, to: 1.1, step: 0.1}", (0.8, 0.9, 1, 1.1)),
        ("{path: unit.beds, from: 10, to: 20, step: 5}", (10, 15, 20)),
        ("{path: unit.turnover, from: 30 min, to: 2 h, step: 30 min}", (0.5, 1, 1.5, 2)),
        ("{path: unit.beds, from: 10, to: 20, steps: 4, whole: true}", (10, 13, 17, 20)),
        ("{path: unit.beds, from: 3, to: 5, whole: true}", (3, 4, 5)),
        ("{path: unit.turnover, from: 10 min, to: 1 h, steps: 3}", (1 / 6, 0.583333, 1)),
        ("{path: unit.turnover, values: [20 min, 1 day 6 h]}", (1 / 3, 30)),
        ("{path: unit.beds, values: [4, unlimited]}", ("4", "unlimited")),
        ("{levels: {as it is: {}, wide: {unit: {beds: 30}}}}", ("as it is", "wide")),
    ],
)
def test_the_values_of_an_axis(axis: str, values: tuple[object, ...], tmp_path: Path) -> None:
    sweep = of_axis(tmp_path, axis)
    assert tuple(point.values["a"] for point in sweep.points) == values


def test_a_length_of_time_runs_as_it_is_said(tmp_path: Path) -> None:
    sweep = of_axis(tmp_path, "{path: unit.turnover, from: 10 min, to: 100 min, steps: 3}")
    held = [unit.unit.turnover.mean for unit in units(sweep)]  # type: ignore[union-attr]
    assert held == pytest.approx([point.values["a"] for point in sweep.points], abs=1e-12)


def test_a_drawn_value_runs_as_it_is_said(tmp_path: Path) -> None:
    mean = "demand.patience.lognormal.mean"
    sweep = of_axis(tmp_path, f"{{path: {mean}, from: 7 min, to: 3 weeks, scale: log}}", "{sobol points: {points: 64}}")
    held = [unit.demand.patience.mean for unit in units(sweep)]  # type: ignore[union-attr]
    assert held == pytest.approx([point.values["a"] for point in sweep.points], rel=1e-9)


def test_a_word_is_put_as_it_is(tmp_path: Path) -> None:
    assert [unit.unit.beds for unit in units(of_axis(tmp_path, "{path: unit.beds, values: [4, unlimited]}"))] == [
        4,
        "unlimited",
    ]


def test_levels_are_merged_like_a_child(tmp_path: Path) -> None:
    more = "{value: 3, assumed: 'The proposal.'}"
    levels = f"{{as it is: {{}}, more: {{staff: {{roster: {{nights: {{nurse: {more}}}}}}}}}, none: {{staff: null}}}}"
    first, second, third = units(of_axis(tmp_path, f"{{levels: {levels}}}"))
    assert (nurses(first), nurses(second), third.staff) == ((2, 2), (2, 3), None)


def test_a_level_can_be_a_file_that_extends_what_the_base_does(tmp_path: Path) -> None:
    child = "extends: ward\nname: Wide\nquestion: Wide?\nunit: {beds: 30}\n"
    grandchild = "extends: wide\nname: Wider\nunit: {turnover: 2 h}\ndemand: {per_day: 5}\n"
    sweep = of_axis(tmp_path, "{levels: {wide: wide.yaml, wider: wider}}", wide=child, wider=grandchild)
    wide, wider = units(sweep)
    assert (wide.unit.beds, wider.unit.beds, wider.demand.per_day) == (30, 30, 5)
    assert {wide.name, wider.name} == {"Ward with staff"}


def test_an_axis_of_values_gives_each_an_equal_share() -> None:
    listed = Listed("a", (), False, dict.fromkeys([1.0, 2.0, 3.0]))  # type: ignore[arg-type]
    assert [listed.at(position) for position in (0, 0.33, 0.34, 0.66, 0.67, 1)] == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(("log", "middle"), [(False, 5.05), (True, 1.0)])
def test_a_range_is_even_on_its_scale(log: bool, middle: float) -> None:
    axis = Between("a", ("x",), False, 0.1, 10, log)
    assert [axis.at(position) for position in (0, 0.5, 1)] == [0.1, middle, 10]


def test_a_drawn_value_has_few_digits_and_stays_inside() -> None:
    axis = Between("a", ("x",), False, 0.123456789, 0.987654321, False)
    assert (axis.at(0), axis.at(1), axis.at(1 / 3)) == (0.123456789, 0.987654321, 0.411523)


@pytest.mark.parametrize(
    ("cell", "value"), [("3", 3.0), ("2.5", 2.5), ("90 min", "90 min"), ("unlimited", "unlimited"), ("1e3", "1e3")]
)
def test_a_cell_of_a_list(cell: str, value: object) -> None:
    assert Open("a", ("x",), in_time=False).read(cell) == value


def test_a_cell_in_time_may_have_a_unit() -> None:
    axis = Open("a", ("x",), in_time=True)
    assert (axis.read("90 min"), axis.read("1.5")) == (1.5, 1.5)


def test_numbers_are_shown_plainly() -> None:
    assert [shown(value) for value in (30.0, 0.00001, 2.5, "more")] == ["30", "0.00001", "2.5", "more"]
