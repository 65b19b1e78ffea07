"""What page one says beside the answer: what to watch, and what it costs."""

from pathlib import Path

import pandas as pd
import pytest

from reports.costs import WITHOUT, costs
from reports.study import Study
from reports.watch import NOTHING, ONCE, watch
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results
from tests.reports.sample_money import with_money

pytestmark = pytest.mark.unit


def study(saved: SavedResults, **frames: pd.DataFrame) -> Study:
    return Study(SavedResults(Path(), saved.manifest, {**saved.frames, **frames}))


def quiet(saved: SavedResults) -> dict[str, pd.DataFrame]:
    """Nobody waits, nobody is busy, nobody loses."""
    return {
        "daily": saved.frames["daily"].assign(waiting=1.0),
        "hourly": saved.frames["hourly"].assign(busy=0.0),
        "group_differences": saved.frames["group_differences"].iloc[:0],
    }


def test_nothing_to_watch_is_said():
    saved = results(days=28)
    assert watch(study(saved, **quiet(saved))) == [NOTHING]


def test_one_replication_is_told_to_be_too_few():
    saved = results(days=28, replications=1)
    assert watch(study(saved, **quiet(saved))) == [ONCE]


def test_a_list_that_grows_is_a_warning_with_its_interval():
    saved = results(days=28, names=("Now",))
    daily = saved.frames["daily"]
    growing = daily.assign(waiting=daily["day"] + daily["replication"] * (daily["day"] / 270))
    (said,) = watch(study(saved, **quiet(saved) | {"daily": growing}))
    assert "The waiting list is still growing" in said
    assert "by 21.16" in said or "by 21.2" in said
    assert "95\u00a0% interval" in said
    assert "under" not in said.partition("people")[0]


def test_a_list_that_wavers_is_none():
    saved = results(days=28, names=("Now",))
    daily = saved.frames["daily"]
    wavering = daily.assign(waiting=daily["day"] * (daily["replication"] - 2.0))
    assert watch(study(saved, **quiet(saved) | {"daily": wavering})) == [NOTHING]


def test_the_role_that_is_short_is_named_with_its_hours():
    saved = results(days=28, names=("Now", "Then"))
    hourly = saved.frames["hourly"]
    short = (hourly["role"] == "nurse") & (hourly["hour_of_week"] < 5) & (hourly["scenario"] == "scenario-1")
    busy = hourly["on_shift"].where(short, 0.0)
    (said,) = watch(study(saved, **quiet(saved) | {"hourly": hourly.assign(busy=busy)}))
    assert said.endswith("nurse in five hours under “Then”.")


def test_groups_who_lose_are_told_once_and_only_those_that_are_shown():
    saved = results(days=28, names=("Now", "Then"))
    lost = saved.frames["group_differences"].assign(verdict="worse")
    (said,) = watch(study(saved, **quiet(saved) | {"group_differences": lost}))
    assert said.endswith("three groups, such as “Fentanyl” under “Then”.")


def test_costs_are_told_for_the_base_and_each_alternative():
    base, *others = costs(Study(with_money(results(days=28))))
    assert base.startswith("“Baseline unit” costs 2.87\u00a0million\u00a0USD (95\u00a0% interval")
    assert "brings in" in base
    assert [said.partition(":")[0] for said in others] == [
        "In a year under “Two more beds”",
        "In a year under “One more night nurse”",
    ]
    assert all("balance" in said for said in others)


def test_without_income_the_balance_is_left_out():
    saved = with_money(results(days=28, names=("Now", "Then")))
    summary = saved.frames["summary"]
    base, other = costs(study(saved, summary=summary[summary["measure"] != "income_per_year"]))
    assert base.endswith("a year.")
    assert "balance" not in other


def test_without_prices_that_is_what_is_said():
    assert costs(Study(results(days=28))) == [WITHOUT]
