"""The shipped scenarios: a plausible baseline, and short files that differ from it only in what they ask."""

import re
from collections.abc import Iterator
from math import isclose
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
import pytest

from sim.patients.population import draw_population
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.evidence import names, table
from sim.scenario.reading.strict import unsourced
from sim.scenario.values.hours import duration
from sim.unit.log import Log
from sim.unit.run import simulate
from sim.vocabulary import Event, Level, Outcome, Work

pytestmark = pytest.mark.functional

SCENARIOS = Path(__file__).parents[2] / "scenarios"
REPLICATIONS = 3
UNITS_H = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0}

CHANGES: dict[str, dict[str, Any]] = {
    "two-more-beds": {"unit.beds": 26},
    "one-more-night-nurse": {"staff.roster.nurses_by_night.nurse": 3},
    "prescriber-at-weekends": {
        "staff.roster.prescriber_at_weekends.from": "08:00",
        "staff.roster.prescriber_at_weekends.to": "18:00",
    },
    "more-step-down-places": {"transition.destinations.step_down_house.beds": 12},
    "demand-up-20-percent": {"demand.factor": 1.2},
    "lean-nights": {"staff.roster.nurses_by_night.nurse": 1},
}

BANDS = {
    "occupancy_pct": (80, 92),
    "self_discharge_pct": (14, 30),
    "completed_pct": (60, 80),
    "stay_median_days": (4, 7),
    "wait_mean_h": (1, 72),
    "boarding_mean_beds": (0.1, 3),
    "checks_on_time_pct": (85, 97),
}


@pytest.fixture(scope="module")
def baseline() -> LoadedScenario:
    return load_scenario(SCENARIOS / "baseline.yaml")


@pytest.fixture(scope="module")
def unit_as_it_runs(baseline: LoadedScenario) -> dict[str, float]:
    """What the baseline comes to, as means over replications."""
    runs = [_outline(baseline, replication) for replication in range(REPLICATIONS)]
    return {measure: fmean(run[measure] for run in runs) for measure in runs[0]}


@pytest.mark.parametrize("measure", BANDS)
def test_the_baseline_is_a_plausible_unit(unit_as_it_runs: dict[str, float], measure: str) -> None:
    low, high = BANDS[measure]
    assert low <= unit_as_it_runs[measure] <= high


def test_every_number_of_the_baseline_says_where_it_comes_from(baseline: LoadedScenario) -> None:
    assert unsourced(baseline) == []


def test_a_number_with_a_source_and_no_note_is_the_published_figure(baseline: LoadedScenario) -> None:
    rows = {row.parameter: row for row in table()}
    said, checked = dict(_leaves(baseline.resolved)), 0
    for path, grounds in baseline.provenance.items():
        if grounds.kind == "source" and not grounds.note and path in said:
            figures = {rows[name].value * UNITS_H.get(rows[name].unit.split()[0], 1.0) for name in grounds.sources}
            assert any(isclose(_amount(said[path]), figure) for figure in figures), path
            checked += 1
    assert checked > 20


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_rows_of_evidence_named_in_words_exist(path: Path) -> None:
    topics = {name.split("_")[0] for name in names()}
    words = re.findall(r"\b[a-z]+(?:_[a-z0-9]+){2,}\b", " ".join(_said(load_scenario(path))))
    assert {word for word in words if word.split("_")[0] in topics} <= set(names())


@pytest.mark.parametrize("name", CHANGES)
def test_a_scenario_changes_only_what_it_asks_about(baseline: LoadedScenario, name: str) -> None:
    other = load_scenario(SCENARIOS / f"{name}.yaml")
    before, after = dict(_leaves(baseline.resolved)), dict(_leaves(other.resolved))
    for words in ("name", "question", "rationale"):
        assert after.pop(words) != before.pop(words)
    changed = {path: value for path, value in after.items() if before.get(path) != value}
    assert before.keys() <= after.keys()
    assert changed == CHANGES[name]
    assert other.scenario.question.endswith("?")
    assert all(_says_where_from(other, path) for path in changed)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(dotted path, value) of everything that is neither map nor list."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if below is None:
        yield path, value
    else:
        for step, child in below:
            yield from _leaves(child, f"{path}.{step}" if path else str(step))


def _amount(value: Any) -> float:
    """A plain number, or the hours of a length of time."""
    return duration(value) if isinstance(value, str) else float(value)


def _says_where_from(loaded: LoadedScenario, path: str) -> bool:
    """Whether a value, or a map or list around it, has a source or an assumption."""
    steps = path.split(".")
    return any(".".join(steps[:depth]) in loaded.provenance for depth in range(1, len(steps) + 1))


def _said(loaded: LoadedScenario) -> Iterator[str]:
    yield loaded.scenario.rationale
    for grounds in loaded.provenance.values():
        yield grounds.note
        if grounds.kind == "assumed":
            yield grounds.text


def _outline(loaded: LoadedScenario, replication: int) -> dict[str, float]:
    """The unit in a few figures, counted straight from the log."""
    scenario = loaded.scenario
    log = simulate(scenario, draw_population(scenario, replication))
    start_h, beds = scenario.run.warm_up_h, float(scenario.unit.beds)
    listed, admitted = _times(log, Event.LISTED), _times(log, Event.ADMITTED)
    ends = (Event.DISCHARGED, Event.SELF_DISCHARGED, Event.TRANSFERRED, Event.FACILITY_DISCHARGED)
    completed, left, *others = (_times(log, event) for event in ends)
    everybody = completed | left | others[0] | others[1]
    ended = {person: time_h for person, time_h in everybody.items() if time_h >= start_h}
    return {
        "occupancy_pct": 100 * _mean_level(log, Level.OCCUPIED, start_h, scenario.run.horizon_h) / beds,
        "boarding_mean_beds": _mean_level(log, Level.BOARDING, start_h, scenario.run.horizon_h),
        "self_discharge_pct": 100 * fmean(person in left for person in ended),
        "completed_pct": 100 * fmean(person in completed for person in ended),
        "stay_median_days": float(np.median([time_h - admitted[person] for person, time_h in ended.items()])) / 24,
        "wait_mean_h": fmean(time_h - listed[person] for person, time_h in admitted.items() if time_h >= start_h),
        "checks_on_time_pct": _checks_on_time_pct(loaded, log),
    }


def _times(log: Log, event: Event) -> dict[int, float]:
    """When it happened to whom, for what happens to a person once."""
    rows = log.events["event"] == event
    return dict(zip(log.events["patient"][rows].tolist(), log.events["time_h"][rows].tolist(), strict=True))


def _mean_level(log: Log, level: Level, start_h: float, end_h: float) -> float:
    rows = log.levels["level"] == level
    time_h = np.clip(log.levels["time_h"][rows], start_h, end_h)
    return float(np.average(log.levels["value"][rows], weights=np.diff(time_h, append=end_h)))


def _checks_on_time_pct(loaded: LoadedScenario, log: Log) -> float:
    """Of checks done or missed, those started soon enough."""
    check = loaded.scenario.tasks.check
    assert check is not None
    tasks = log.tasks
    rows = (tasks["work"] == Work.CHECK) & np.isin(tasks["outcome"], [Outcome.DONE, Outcome.LAPSED])
    with np.errstate(invalid="ignore"):
        soon = tasks["start_h"][rows] - tasks["due_h"][rows] <= check.on_time_within_h + 1e-9
    return 100 * float(np.mean(soon))
