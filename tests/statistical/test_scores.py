"""COWS in the baseline before the first dose of buprenorphine, after it and by day, beside what trials have seen."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import ArrayLike

from sim.patients.population import draw_population
from sim.scenario import load_scenario
from sim.scenario.evidence import rows
from sim.unit.run import simulate
from sim.vocabulary import Event

pytestmark = pytest.mark.statistical

SCENARIOS = Path(__file__).parents[2] / "scenarios"
BANDS = ("none", "mild", "moderate", "severe")
"""As the evidence table has them; `severe` is all above moderate."""
EDGES = (5, 13, 25)
SETTLED_H = 2.0
"""From the first dose to the check that is called `after` it: by then the second dose of the induction is in."""


@dataclass
class Scores:
    """COWS totals as they were found."""

    before: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    by_day: dict[int, list[float]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Of first stays on buprenorphine, over a year."""
    scenario = load_scenario(SCENARIOS / "baseline.yaml").scenario
    population = draw_population(scenario, 0)
    plans = list(scenario.protocols)
    on_buprenorphine = np.isin(population.protocol, [plans.index(name) for name in plans if "buprenorphine" in name])
    people = set(population.number[on_buprenorphine].tolist())
    events = simulate(scenario, population).events
    found = Scores()
    admitted: dict[int, float] = {}
    last: dict[int, float] = {}
    dosed: dict[int, float] = {}
    columns = (events[name].tolist() for name in ("time_h", "patient", "event", "value"))
    for time_h, person, event, value in zip(*columns, strict=True):
        if person not in people:
            continue
        if event == Event.ADMITTED:
            admitted[person] = time_h
        elif event == Event.DOSED and person not in dosed:
            dosed[person] = time_h
            found.before.extend([last[person]] if person in last else [])
        elif event == Event.CHECKED:
            last[person] = value
            found.by_day.setdefault(int((time_h - admitted[person]) // 24), []).append(value)
            if time_h - dosed.get(person, np.inf) >= SETTLED_H:
                found.after.append(value)
                dosed[person] = np.inf
    return found


def shares_pct(values: ArrayLike) -> dict[str, float]:
    """Share of each band."""
    counts = np.bincount(np.digitize(np.asarray(values), EDGES), minlength=len(BANDS))
    return dict(zip(BANDS, 100 * counts / counts.sum(), strict=True))


def published(name: str) -> float:
    (row,) = rows(name)
    return row.value


@pytest.mark.parametrize("band", BANDS)
def test_before_the_first_dose_as_in_the_trial(scores: Scores, band: str) -> None:
    """CTN-0027: 2, 53, 43 and 2 % of 1,289 people; the model is within five points of each."""
    assert shares_pct(scores.before)[band] == pytest.approx(published(f"cows_pre_induction_{band}"), abs=5)


def test_after_the_first_doses_few_are_moderate_or_worse(scores: Scores) -> None:
    """Between the two trials, 1 and 7 %. The model leaves more people mildly unwell, and fewer without any sign."""
    after = shares_pct(scores.after)
    (row,) = rows("cows_post_induction_moderate")
    assert row.low <= after["moderate"] + after["severe"] <= row.high
    assert after["none"] < published("cows_post_induction_none")


def test_the_first_day_is_the_worst(scores: Scores) -> None:
    """Later days are better, and none as bad as people in detox rate themselves, on a scale that reads higher."""
    by_day = [shares_pct(scores.by_day[day]) for day in range(6)]
    first, *later = (shares["moderate"] + shares["severe"] for shares in by_day)
    assert first > 3 * max(later)
    assert first < published("sows_moderate_or_worse_day_0_1")
    assert max(later) < published("sows_moderate_or_worse_day_4")
