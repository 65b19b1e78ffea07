"""Draws: a Latin hypercube, the same world for both scenarios, shares that stay a whole."""

from pathlib import Path

import numpy as np
import pytest

from sim.errors import ScenarioError
from sim.experiments.uncertainty.draws import Design, design_of, draws_of
from tests.experiments.uncertainty.drawing import loaded_ward

pytestmark = pytest.mark.unit


def two_sided(folder: Path, draws: int, *changes: str, only: str = "*") -> Design:
    sides = [loaded_ward(folder), loaded_ward(folder, *changes, name="other")]
    return design_of(sides, ["ward", "other"], draws, only, published_alone=False)


def test_each_parameter_has_one_draw_in_each_slice(tmp_path: Path) -> None:
    design = two_sided(tmp_path, 20, "unit.beds=9")
    assert design.positions.shape == (20, len(design.keys))
    assert (np.sort((design.positions * 20).astype(int), axis=0) == np.arange(20)[:, None]).all()
    assert np.array_equal(design.positions, two_sided(tmp_path, 20, "unit.beds=9").positions)


def test_both_scenarios_meet_the_same_world_and_differ_only_in_what_is_decided(tmp_path: Path) -> None:
    design = two_sided(tmp_path, 12, "unit.beds=9", "demand.per_day=6")
    for draw in draws_of(design):
        base, other = draw.scenarios
        assert (base.unit.beds, other.unit.beds) == (8, 9)
        assert base.demand.sources == other.demand.sources
        assert base.unit.turnover == other.unit.turnover
        assert other.demand.per_day / base.demand.per_day == pytest.approx(1.5)


def test_shares_of_a_whole_stay_one(tmp_path: Path) -> None:
    draws = draws_of(two_sided(tmp_path, 12, only="demand.sources.self.*"))
    for draw in draws:
        shares = [source.share_pct or 0 for source in draw.scenarios[0].demand.sources.values()]
        assert sum(shares) == pytest.approx(100)
        assert shares[1] / shares[2] == pytest.approx(30 / 13.2)
    found = {draw.scenarios[0].demand.sources["self"].share_pct for draw in draws}
    assert len(found) == 12


def test_all_of_several_parameters_are_set_at_once(tmp_path: Path) -> None:
    design = two_sided(tmp_path, 10)
    (draw, *_) = draws_of(design)
    place = {key: number for number, key in enumerate(design.keys)}
    for path in ("demand.per_day", "demand.list_limit"):
        value = design.places(path)[0].at(design.positions[:1, place[path]])[0]
        assert getattr(draw.scenarios[0].demand, path.removeprefix("demand.")) == pytest.approx(value, rel=1e-6)


def test_a_draw_that_is_not_valid_is_left_out_with_its_reason_and_many_are_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sim.experiments.uncertainty import draws as module
    from sim.scenario.tree.place import Fault, Place, Refused

    real, calls = module.with_draw, []

    def refusing(*given: object) -> object:
        calls.append(given)
        if len(calls) % wrong == 0:
            raise Refused([Fault(Place(""), "unit.beds", "is not enough")])
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "with_draw", refusing)
    wrong = 5
    left_out = [draw for draw in draws_of(two_sided(tmp_path, 10)) if draw.left_out]
    assert {draw.left_out for draw in left_out} == {"unit.beds is not enough"}
    assert all(draw.scenarios == [] for draw in left_out)
    wrong = 1
    with pytest.raises(ScenarioError, match=r"10 of 10 draws are not valid scenarios, the first because unit\.beds"):
        draws_of(two_sided(tmp_path, 10))
