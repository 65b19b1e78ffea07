"""Where the bottleneck moves when an alternative opens it."""

from pathlib import Path

import pandas as pd
import pytest

from reports.bottleneck import moved
from reports.study import Study
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results

pytestmark = pytest.mark.unit

WEEKS = 4
LUCK = (0.9, 1.0, 1.1)


def study(now: dict[str, float], then: dict[str, float]) -> Study:
    """Two scenarios with these blocked hours a week by cause."""
    saved = results(days=7 * WEEKS, names=("Now", "Then"), replications=len(LUCK))
    rows = [
        {"scenario": f"scenario-{place}", "replication": run, "topic": "blocked_hours", "category": cause,
         "count": WEEKS * hours * luck}
        for place, causes in enumerate((now, then))
        for run, luck in enumerate(LUCK)
        for cause, hours in causes.items()
    ]  # fmt: skip
    return Study(SavedResults(Path(), saved.manifest, saved.frames | {"counts": pd.DataFrame(rows)}))


def test_a_cause_that_takes_over_is_told_with_what_it_was() -> None:
    said = moved(study({"beds": 78, "ratio": 0.5}, {"beds": 33, "ratio": 18}), "scenario-1")
    assert said.endswith("“no clean bed free” 33, now 78; “too few staff on shift” 18, now 0.50.")


def test_a_cause_that_was_never_seen_before_was_none() -> None:
    said = moved(study({"beds": 78}, {"beds": 33, "ratio": 18}), "scenario-1")
    assert said.endswith("“too few staff on shift” 18, now 0.")


@pytest.mark.parametrize(
    "then",
    [{"beds": 33, "ratio": 0.5}, {"beds": 33, "ratio": 1.2}, {}],
    ids=["less", "by less than is worth saying", "never shut"],
)
def test_a_door_that_is_only_opened_wider_is_no_news(then: dict[str, float]) -> None:
    assert moved(study({"beds": 78, "ratio": 0.5}, then), "scenario-1") == ""
