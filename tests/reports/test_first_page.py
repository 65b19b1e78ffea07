"""What page one says beside the answer: what to watch, and what it costs."""

from pathlib import Path

import pandas as pd
import pytest

from reports.costs import WITHOUT, a_year, costs
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
    assert said.endswith(": none under “Now” and nurse 5 under “Then”.")


def test_every_role_is_told_and_alternatives_that_differ_by_little_are_not_told_again():
    saved = results(days=28)
    hourly = saved.frames["hourly"]
    until = {"nurse": 5, "technician": 9}
    extra = 2 * (hourly["scenario"] == "scenario-1") + 6 * (hourly["scenario"] == "scenario-2")
    short = hourly["hour_of_week"] < hourly["role"].map(until).fillna(0) + extra * hourly["role"].isin(until)
    busy = hourly["on_shift"].where(short, 0.0)
    (said,) = watch(study(saved, **quiet(saved) | {"hourly": hourly.assign(busy=busy)}))
    assert said.endswith(
        ": technician 9 and nurse 5 under “Baseline unit” and technician 15 and nurse 11 under “One more night nurse”; "
        "about as many under the others."
    )


def groups_worse(rows: slice) -> str:
    """What is said when these rows of the groups' differences are worse and no others."""
    saved = results(days=28, names=("Now", "Then"))
    table = saved.frames["group_differences"].reset_index(drop=True)
    which = table.index.isin(table.index[rows])
    lost = table.assign(verdict=["worse" if each else "too close to call" for each in which])
    (said,) = watch(study(saved, **quiet(saved) | {"group_differences": lost}))
    return said.replace("\u00a0", " ")


def test_groups_who_lose_are_counted_with_the_clearest_and_only_those_that_are_shown():
    said = groups_worse(slice(None))
    assert ": six such differences, the clearest “" in said
    assert "; 95 % interval " in said
    assert "under “Then”. 6 differences were looked at" in said
    assert "may well be chance" not in said


def test_so_few_losers_as_chance_makes_are_said_to_be_no_news(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reports.watch.CHANCE", 1 / 6)
    assert "one such difference" in groups_worse(slice(0, 1))
    assert groups_worse(slice(0, 1)).endswith("So few may well be chance.")


def test_costs_are_told_for_the_base_and_each_alternative():
    found = costs(Study(with_money(results(days=28))))
    assert found.said.startswith(
        "“Baseline unit” costs 2.87\u00a0million\u00a0USD (95 % interval".replace("95 ", "95\u00a0")
    )
    assert "brings in" in found.said
    assert found.heads == ["Costs", "Brings in", "Balance"]
    assert [name for name, _ in found.rows] == ["Baseline unit", "Two more beds", "One more night nurse"]


def test_amounts_of_the_table_are_in_thousands_with_their_verdict():
    asked = Study(with_money(results(days=28)))
    found = costs(asked)
    change = asked.difference("scenario-1", "cost_per_year")
    assert change is not None
    assert found.unit == "thousand USD a year"
    cell = found.rows[1][1][0]
    assert float(cell.value.replace("\u2212", "-").replace(",", "")) == pytest.approx(
        change["difference"] / 1000, abs=0.6
    )
    assert cell.verdict == change["verdict"]


def test_prices_that_are_assumed_are_counted_beside_the_money():
    saved = with_money(results(days=28))
    base, *others = saved.manifest["scenarios"]
    assumed, known = {"kind": "assumed", "text": "A guess."}, {"kind": "source", "text": "wage_known"}
    prices = {"money.on_costs_ratio": assumed, "money.wage_an_hour.nurse": known, "leaving.per_day": assumed}

    def rests_on(provenance: dict[str, dict[str, str]]) -> str:
        scenarios = [base | {"provenance": provenance}, *others]
        return costs(Study(SavedResults(Path(), saved.manifest | {"scenarios": scenarios}, saved.frames))).rests_on

    assert rests_on(prices).startswith("Of the two prices behind this, 1 is assumed and not published")
    assert rests_on(prices | {"money.on_costs_ratio": known}) == ""


def balance_of(amount: float) -> str:
    saved = with_money(results(days=28, names=("Now", "Then")))
    summary = saved.frames["summary"]
    own = summary["measure"] == "balance_per_year"
    ends = {"mean": amount, "low": amount - 5e4, "high": amount + 5e4}
    return costs(
        study(saved, summary=summary.assign(**{key: summary[key].where(~own, ends[key]) for key in ends}))
    ).said


def test_what_is_left_of_a_year_is_called_by_its_name():
    assert (
        balance_of(-1.1e6).replace("\u00a0", " ").endswith(": a loss of 1.10 million USD (95 % interval 1.05 to 1.15).")
    )
    assert (
        balance_of(1.1e6)
        .replace("\u00a0", " ")
        .endswith(": a surplus of 1.10 million USD (95 % interval 1.05 to 1.15).")
    )


def test_without_income_the_balance_is_left_out():
    saved = with_money(results(days=28, names=("Now", "Then")))
    summary = saved.frames["summary"]
    without = study(saved, summary=summary[summary["measure"] != "income_per_year"])
    assert costs(without).said.endswith("a year.")
    assert costs(without).heads == ["Costs"]
    assert "balance" not in a_year(without, "scenario-1")


def test_an_alternative_says_what_its_year_costs_and_leaves():
    said = a_year(Study(with_money(results(days=28))), "scenario-1")
    assert said.startswith("In a year it would cost ")
    assert "leave a balance " in said
    assert said.count("95 % interval") == 1


def test_without_prices_that_is_what_is_said():
    assert costs(Study(results(days=28))).said == WITHOUT
    assert a_year(Study(results(days=28)), "scenario-1") == ""
