"""Sentences above the figures, on frames whose right sentence is known."""

import pandas as pd
import pytest

from reports import captions

pytestmark = pytest.mark.unit

NAMES = {"a": "Now", "b": "Two more beds"}
ALONE = {"a": "Now"}


def daily(**beds_used: float) -> pd.DataFrame:
    rows = [{"scenario": name, "occupied": used, "beds": 24.0} for name, used in beds_used.items()]
    return pd.DataFrame(rows)


def test_scenarios_are_named_where_there_are_several() -> None:
    assert captions.occupancy(daily(a=21, b=20.26), NAMES) == (
        "Beds occupied on average: 21.0 of 24 under “Now” and 20.3 of 24 under “Two more beds”."
    )
    assert captions.occupancy(daily(a=21), ALONE) == "Beds occupied on average: 21.0 of 24."


def test_scenarios_of_one_name_are_both_told() -> None:
    assert "21.0 of 24 under “Now” and 20.0 of 24 under “Now”" in captions.occupancy(
        daily(a=21, b=20), {"a": "Now", "b": "Now"}
    )


def test_many_scenarios_are_cut_short() -> None:
    names = {key: key.upper() for key in "abcde"}
    said = captions.occupancy(daily(a=1, b=2, c=3, d=4, e=5), names)
    assert said.endswith("3.0 of 24 under “C” and 2 more below.")


def test_the_days_of_leaving_are_told_with_what_they_are_a_share_of() -> None:
    counts = pd.DataFrame(
        [("self_discharge_day", "1", 4), ("self_discharge_day", "2", 5), ("self_discharge_day", "3", 3),
         ("outcome", "completed", 88), ("outcome", "self-discharged", 12)],
        columns=["topic", "category", "count"],
    ).assign(scenario="a", replication=0)  # fmt: skip
    assert captions.self_discharge(counts, ALONE) == (
        "Of the stays that ended in the measured time, 12.0 % did so in self-discharge, 4.0 % on the first day; half "
        "of those who leave early have left by the end of day 2."
    )


def test_the_busiest_hour_is_found_and_unlimited_staff_have_none() -> None:
    hourly = pd.DataFrame(
        {
            "scenario": "a",
            "replication": 0,
            "hour_of_week": [9, 34],
            "role": "nurse",
            "on_shift": 4.0,
            "busy": [2.0, 3.0],
        }
    )
    assert captions.staff(hourly, NAMES).startswith(
        "Under “Now” the busiest hour of the week is Tuesday 10:00 (nurse): 75 % of those on shift are busy."
    )
    assert captions.staff(hourly.assign(on_shift=float("inf")), NAMES).startswith("The darker")


def test_full_hours_are_counted_and_every_role_is_told() -> None:
    hourly = pd.DataFrame(
        [("nurse", hour, 4.0, 1.0) for hour in range(4)] + [("prescriber", hour, 1.0, 1.0) for hour in range(3)],
        columns=["role", "hour_of_week", "on_shift", "busy"],
    ).assign(scenario="a", replication=0)
    said = captions.staff(hourly, NAMES)
    assert said.startswith("Under “Now” in 3 hours of the week every prescriber on shift is busy throughout.")
    assert "Busy over the whole week: prescriber 100 % and nurse 25 %." in said
    assert said.endswith("Only the tasks of the model are counted: a low figure is room for other work, not idleness.")


def test_the_longest_wait_for_care_is_named() -> None:
    waits = pd.DataFrame(
        [("prescriber", 50, 1.0), ("prescriber", 90, 9.0), ("first dose", 50, 10.0), ("first dose", 90, 18.0)],
        columns=["what", "percentile", "hours"],
    ).assign(scenario="a", replication=0)
    assert captions.care(waits, ALONE).startswith("The longest is “first dose”: half within 10.0\u00a0h, nine in ten")


def test_one_scenario_more_than_the_first_few_is_named_too() -> None:
    names = {key: key.upper() for key in "abcd"}
    assert captions.occupancy(daily(a=1, b=2, c=3, d=4), names).endswith("and 4.0 of 24 under “D”.")
