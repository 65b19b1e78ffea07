"""Designs: which points they make, that they fill the space as they promise, and that a seed repeats them."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import qmc

from tests.experiments.sweep.sweeping import BEDS, DEMAND, RICH, SWEEP, faults, rows, sweep_of

pytestmark = pytest.mark.unit

RANGES = "  beds: {path: unit.beds, from: 1, to: 10, whole: true}\n  demand: {path: demand.per_day, from: 1, to: 3}\n"
DRAWN = SWEEP.replace(BEDS + DEMAND, RANGES)


def with_design(design: str, text: str = SWEEP) -> str:
    return text.replace("design: grid", f"design: {design}")


def test_one_at_a_time_goes_out_from_the_base(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, with_design("one at a time"))
    assert [(*row, point.role) for row, point in zip(rows(sweep), sweep.points, strict=True)] == [
        (8, 2, "base"), (4, 2, "beds"), (6, 2, "beds"), (8, 1, "demand"), (8, 3, "demand"),
    ]  # fmt: skip
    base = sweep.scenario(sweep.points[0])
    assert base == sweep.base.loaded.scenario


def test_the_base_of_levels_is_the_one_that_changes_nothing(tmp_path: Path) -> None:
    levels = (
        "  a: {levels: {wide: {unit: {beds: 30}}, as it is: {}}}\n  turn: {path: unit.turnover, values: [1 h, 2 h]}\n"
    )
    sweep = sweep_of(tmp_path, with_design("one at a time", SWEEP.replace(BEDS + DEMAND, levels)), RICH)
    assert rows(sweep) == [("as it is", 1 / 6), ("wide", 1 / 6), ("as it is", 1), ("as it is", 2)]
    assert sweep.scenario(sweep.points[0]) == sweep.base.loaded.scenario


@pytest.mark.parametrize(
    ("axis", "says"),
    [
        ("{path: demand.list_limit, values: [1, 2]}",
         "has no value in ward.yaml from which one at a time can start; 'set' can give it one"),
        ("{path: demand.patience, values: [1 h, 2 h]}",
         "is a map in ward.yaml; one at a time starts from a number or a word"),
        ("{paths: [unit.beds, demand.per_day], values: [1, 2]}",
         "has 8, 2 in ward.yaml; one at a time starts from paths that hold the same"),
        ("{levels: {wide: {unit: {beds: 30}}}}",
         "has no level that changes nothing, from which the others start; one is needed: {as it is: {}}"),
    ],
)  # fmt: skip
def test_a_base_that_has_no_place_on_an_axis(axis: str, says: str, tmp_path: Path) -> None:
    text = with_design("one at a time", SWEEP.replace(BEDS + DEMAND, f"  a: {axis}\n"))
    assert faults(tmp_path, text, RICH) == [f"sweep.yaml:6: axes.a: {says}"]


@pytest.mark.parametrize("design", ["{latin hypercube: {points: 64}}", "{sobol points: {points: 64}}"])
def test_a_design_that_draws_fills_the_space_and_is_repeated_by_its_seed(design: str, tmp_path: Path) -> None:
    first, again, other = (
        rows(sweep_of(tmp_path, f"{with_design(design, DRAWN)}seed: {seed}\n")) for seed in (1, 1, 2)
    )
    assert first == again != other
    beds, demand = np.array(first, dtype=float).T
    assert set(beds) == set(range(1, 11))
    assert np.unique(((demand - 1) / 2 * 64).astype(int)).size == 64
    assert qmc.discrepancy(np.column_stack([(beds - 0.5) / 10, (demand - 1) / 2])) < 0.01


def test_a_latin_hypercube_has_as_many_points_as_asked(tmp_path: Path) -> None:
    assert len(rows(sweep_of(tmp_path, with_design("{latin hypercube: {points: 5}}", DRAWN)))) == 5


def test_a_range_without_steps_is_for_designs_that_draw(tmp_path: Path) -> None:
    assert faults(tmp_path, with_design("one at a time", DRAWN)) == [
        "sweep.yaml:7: axes.demand: has no steps, which one at a time needs; 'values', 'step', 'steps' or 'whole: "
        "true' is accepted"
    ]


def test_an_axis_without_values_is_for_a_list(tmp_path: Path) -> None:
    text = with_design("{latin hypercube: {points: 5}}", SWEEP.replace(", values: [4, 6]", ""))
    assert faults(tmp_path, text) == [
        "sweep.yaml:6: axes.beds: has no values, which latin hypercube needs; 'from' and 'to', or 'values', are "
        "accepted"
    ]


def test_a_point_says_which_walk_it_belongs_to(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, with_design("{morris: {trajectories: 2, levels: 4}}", DRAWN))
    assert [point.role for point in sweep.points] == ["trajectory 1"] * 3 + ["trajectory 2"] * 3
    moved = [sum(a != b for a, b in zip(one, two, strict=True)) for one, two in pairwise(rows(sweep))]
    assert moved[:2] == moved[3:] == [1, 1]


def test_a_point_says_from_which_sample_its_values_are(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, with_design("{sobol indices: {points: 8}}", DRAWN))
    assert [point.role for point in sweep.points] == ["A", "A, beds from B", "A, demand from B", "B"] * 8
    a, with_beds, with_demand, b = rows(sweep)[:4]
    assert (with_beds, with_demand) == ((b[0], a[1]), (a[0], b[1]))
