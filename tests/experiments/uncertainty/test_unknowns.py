"""Which parameters are drawn, from what, and how far."""

from pathlib import Path

import numpy as np
import pytest

from sim.errors import ScenarioError
from sim.experiments.sensitivity.ranges import A_QUARTER, PUBLISHED
from sim.experiments.uncertainty.unknowns import Unknown, unknowns
from sim.scenario.evidence import rows
from tests.experiments import ward
from tests.experiments.uncertainty.drawing import WARD, loaded_ward

pytestmark = pytest.mark.unit
ENDS = np.array([0.025, 0.975])


def by_path(folder: Path, *changes: str) -> dict[str, Unknown]:
    return {each.estimate.path: each for each in unknowns(loaded_ward(folder, *changes))}


def test_every_estimate_is_drawn_but_ranks_and_what_is_0(tmp_path: Path) -> None:
    assert list(by_path(tmp_path)) == [
        "demand.per_day",
        "demand.sources.self.share_pct",
        "demand.sources.doctor.share_pct",
        "demand.sources.court.share_pct",
        "demand.screening.lost_pct",
        "demand.list_limit",
        "demand.no_show.at_once_pct",
        "demand.no_show.per_day_pct",
        "demand.patience",
        "unit.turnover",
        "tasks.screening.takes",
        "protocols.stay.stay",
    ]


def test_from_the_published_interval_or_a_quarter_down_and_up(tmp_path: Path) -> None:
    found = by_path(tmp_path)
    (row,) = rows("demand_referral_self_or_individual")
    share = found["demand.sources.self.share_pct"]
    assert (share.taken_from, share.marginal.family) == (PUBLISHED, "logit-normal")
    assert share.at(ENDS) == pytest.approx([row.low, row.high])
    turnover = found["unit.turnover"]
    assert (turnover.taken_from, turnover.marginal.family) == (A_QUARTER, "lognormal")
    assert turnover.at(ENDS) == pytest.approx([0.75, 1.25])
    assert found["demand.per_day"].at(ENDS) == pytest.approx([3, 5])


def test_published_intervals_alone(tmp_path: Path) -> None:
    found = unknowns(loaded_ward(tmp_path), published_alone=True)
    assert [each.estimate.path for each in found] == ["demand.sources.self.share_pct", "demand.no_show.at_once_pct"]
    with pytest.raises(ScenarioError, match="no estimate with a published interval that fits 'unit"):
        unknowns(loaded_ward(tmp_path), "unit.*", published_alone=True)


def test_counts_are_whole_and_values_stop_where_the_scenario_does(tmp_path: Path) -> None:
    found = by_path(tmp_path)
    limit = found["demand.list_limit"]
    assert limit.whole
    drawn = limit.at(np.linspace(0.01, 0.99, 50))
    assert set(drawn) <= set(range(13, 29))
    lost = found["demand.screening.lost_pct"].at(np.array([0.0001, 0.5, 0.9999]))
    assert 50 < lost[0] < 90
    assert lost[2] == pytest.approx(100, abs=0.1)


def test_what_is_all_of_them_or_held_in_place_is_not_drawn(tmp_path: Path) -> None:
    loaded = ward.plain(tmp_path, "demand.priority_classes={one: {share_pct: 100}}")
    assert [each.estimate.path for each in unknowns(loaded)] == ["demand.per_day", "protocols.stay.stay"]


def test_a_limit_of_the_types_cuts_a_distribution_off(tmp_path: Path) -> None:
    demand = by_path(tmp_path, "demand.per_day=9000")["demand.per_day"]
    assert demand.high == pytest.approx(10_000, rel=0.01)
    assert demand.at(np.array([0.99]))[0] == demand.high <= 10_000


def test_one_figure_in_two_places_is_one_parameter(tmp_path: Path) -> None:
    figure = "{value: 12, source: demand_noshow_specialist_clinic}"
    text = WARD.replace("per_day_pct: 1}", f"per_day_pct: {figure}}}")
    found = {each.estimate.path: each.key for each in unknowns(ward.plain(tmp_path, text=text), "demand.no_show.*")}
    assert set(found.values()) == {"demand.no_show.at_once_pct"}
    assert len(found) == 2
