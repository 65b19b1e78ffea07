"""What is said before a run, against scenarios whose answer is known."""

from math import sqrt
from pathlib import Path

import pytest
from scipy.stats import t

from sim.experiments.precision.beforehand import beforehand
from sim.experiments.precision.demand import referred_per_day, wanting_share
from sim.experiments.precision.stays import stay
from sim.experiments.precision.workload import on_shift_h, work_h
from sim.scenario import load_scenario
from tests.experiments.ward import PLAIN, plain

pytestmark = pytest.mark.unit


def test_fixed_stays_are_known_exactly(tmp_path: Path) -> None:
    found = stay(plain(tmp_path).scenario)
    assert (found.mean_h, found.sd_h) == pytest.approx((72, 72))


def test_stays_of_several_protocols_are_mixed(tmp_path: Path) -> None:
    short, long = (f"kind: fixed stay, share_pct: {share}, stay: {days} days" for share, days in ((25, 1), (75, 5)))
    text = PLAIN[: PLAIN.index("protocols:")] + f"protocols: {{a: {{{short}}}, b: {{{long}}}}}\n"
    found = stay(plain(tmp_path, text=text).scenario)
    assert found.mean_h == pytest.approx(96)
    assert found.sd_h == pytest.approx(24 * sqrt(0.25 * 9 + 0.75))


def test_beds_wanted_with_the_time_around_a_stay(tmp_path: Path) -> None:
    loaded = plain(tmp_path, "demand.travel=12 h", "unit.turnover=12 h")
    (load,) = beforehand({"plain": loaded.scenario}, 5).loads
    assert (load.resource, load.offered, load.capacity) == ("beds", pytest.approx(2 * 4), 8)


def test_who_wants_a_bed(tmp_path: Path, scenarios: Path) -> None:
    assert referred_per_day(plain(tmp_path, "demand.factor=1.5").scenario) == pytest.approx(3)
    demand = load_scenario(scenarios / "baseline.yaml").scenario.demand
    assert wanting_share(demand) == pytest.approx(0.88 * 0.92 * 0.88)


def test_an_unlimited_unit_has_no_load_of_beds(tmp_path: Path) -> None:
    entry = beforehand({"plain": plain(tmp_path, "unit.beds=unlimited").scenario}, 5)
    assert (entry.loads, entry.expected) == ([], [])


def test_occupancy_is_as_sure_as_its_stays_vary(tmp_path: Path) -> None:
    (occupancy, wait) = beforehand({"plain": plain(tmp_path).scenario}, 5).expected
    # Rate 2 a day, E[S^2] = 18 days^2, 14 days: sd of the mean census sqrt(36 / 14); of 8 beds.
    half = t.ppf(0.975, 4) / sqrt(5) * 100 / 8 * sqrt(36 / 14)
    assert (occupancy.measure, occupancy.half_width) == ("occupancy_pct", pytest.approx(half))
    assert wait.measure == "wait_mean_h"


@pytest.mark.parametrize("change", ["demand.patience=2 days", "demand.list_limit=3", "demand.factor=2"])
def test_no_wait_is_expected_where_people_give_up_or_the_unit_is_too_small(tmp_path: Path, change: str) -> None:
    found = beforehand({"plain": plain(tmp_path, change).scenario}, 5).expected
    assert [each.measure for each in found] == ["occupancy_pct"]


def test_nothing_is_expected_without_replications(tmp_path: Path) -> None:
    assert beforehand({"plain": plain(tmp_path).scenario}, None).expected == []
    assert beforehand({"plain": plain(tmp_path).scenario}, 4).expected == []


def test_hours_of_the_roster_without_shifts_that_nobody_fills(scenarios: Path) -> None:
    hours = on_shift_h(load_scenario(scenarios / "baseline.yaml").scenario)
    # 5 x 12 x 3 by day, 2 x 12 x 2 at weekends, 7 x 12 x 2 by night; 5 % unfilled, half of them by agency staff.
    assert hours["nurse"] == pytest.approx((180 + 48 + 168) * 0.975)
    assert hours["counsellor"] == pytest.approx(5 * 8 * 2 + 2 * 8)


def test_work_of_each_person_and_day(scenarios: Path) -> None:
    baseline = load_scenario(scenarios / "baseline.yaml").scenario
    hours = work_h(baseline, referred_per_day=4.0, admitted_per_day=2.0, stay_h=120.0)
    assert hours["intake"] == pytest.approx(7 * 4 * 25 / 60)
    assert hours["prescriber"] == pytest.approx(7 * (2 * 75 / 60 + 2 * 5 * 25 / 60))
    assert hours["counsellor"] == pytest.approx(7 * 2 * 60 / 60)


def test_more_demand_than_beds_is_seen(scenarios: Path) -> None:
    names = ("baseline", "demand-up-20-percent")
    loaded = {name: load_scenario(scenarios / f"{name}.yaml").scenario for name in names}
    beds = {load.scenario: load.offered for load in beforehand(loaded, 20).loads if load.resource == "beds"}
    assert beds["demand-up-20-percent"] == pytest.approx(1.2 * beds["baseline"])
