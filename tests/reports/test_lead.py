"""The first sentences over several alternatives: who does most for what, and for how much."""

from pathlib import Path

import pandas as pd
import pytest

from reports.lead import lead
from reports.study import Study
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results
from tests.reports.sample_money import with_money

pytestmark = pytest.mark.unit

Change = tuple[float, float, float, str]
NONE: Change = (0.1, -1.0, 1.2, "too close to call")


def told(*changes: dict[str, Change]) -> str:
    """What is said of alternatives with these changes; every other measure is too close to call."""
    names = ("Now", "Two more beds", "One more night nurse")
    saved = results(names=names)
    rows = [
        {"scenario": f"scenario-{place}", "base": "scenario-0", "measure": measure.name, "n": 5, "correlation": 0.9,
         **dict(zip(("difference", "low", "high", "verdict"), of.get(measure.name, NONE), strict=True))}
        for place, of in enumerate(changes, start=1)
        for measure in Study(saved).headline
    ]  # fmt: skip
    frames = saved.frames | {"differences": pd.DataFrame(rows)}
    return " ".join(lead(Study(SavedResults(Path(), saved.manifest, frames)))).replace("\u00a0", " ")


def test_each_aim_goes_to_the_alternative_that_does_most_for_it() -> None:
    assert told(
        {"wait_mean_h": (-19, -24, -14, "better"), "checks_on_time_pct": (-1, -1.4, -0.6, "worse")},
        {"wait_mean_h": (-2, -3, -1, "better"), "checks_on_time_pct": (6, 5, 7, "better")},
    ) == (
        "“Two more beds” would cut the mean wait for a bed most (19 h less; 95 % interval 14 to 24) and “One more "
        "night nurse” would raise the share of checks on time (6.0 points more; 5.0 to 7.0); no alternative "
        "clearly changes self-discharge. Clearly worse: share of checks on time under “Two more beds”."
    )


def test_one_that_leads_in_no_aim_is_told_with_what_it_does_best() -> None:
    said = told(
        {"wait_mean_h": (-19, -24, -14, "better")},
        {"wait_mean_h": (-2, -3, -1, "better"), "blocked_bed_days": (-126, -142, -109, "better")},
    )
    assert (
        "“One more night nurse” would cut the number of bed-days a year blocked by people ready to go on (126" in said
    )
    assert "Clearly worse" not in said


def test_two_whose_intervals_meet_are_named_together_and_nobody_does_most() -> None:
    said = told({"wait_mean_h": (-19, -24, -14, "better")}, {"wait_mean_h": (-16, -20, -12, "better")})
    assert said.startswith("“Two more beds” and “One more night nurse” would cut the mean wait for a bed (19 h less")


def test_harm_is_told_where_nobody_does_good() -> None:
    said = told({"self_discharge_pct": (1.5, 1, 2, "worse")}, {})
    assert "would raise self-discharge (1.5 points more" in said
    assert "and no alternative clearly the other way" in said


def test_money_is_told_from_the_best_balance_to_the_worst_with_one_word_on_intervals() -> None:
    saved = with_money(results())
    (*_, money) = lead(Study(saved))
    balance = saved.frames["differences"].query("measure == 'balance_per_year'").set_index("scenario")["difference"]
    names = {each["id"]: each["name"] for each in saved.manifest["scenarios"]}
    best, worst = (names[str(balance.idxmax())], names[str(balance.idxmin())])
    assert money.startswith("In a year the balance would be ")
    assert money.index(best) < money.index(worst)
    assert money.replace("\u00a0", " ").count("95 % interval") == 1


@pytest.mark.parametrize(("names", "replications"), [(("Now", "Then"), 5), (("Now", "Then", "Else"), 1)])
def test_one_alternative_or_one_replication_has_no_best(names: tuple[str, ...], replications: int) -> None:
    assert lead(Study(results(names=names, replications=replications))) == []
