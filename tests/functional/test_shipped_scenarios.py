"""Every shipped scenario: it says where its numbers come from, asks something, changes something, and runs."""

import re
from collections.abc import Iterator
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.patients.population import draw_population
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.evidence import names, table
from sim.scenario.part import as_number
from sim.scenario.reading.strict import unsourced
from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import DURATION_PATTERN, duration
from sim.unit.run import simulate
from sim.vocabulary import Event

pytestmark = pytest.mark.functional

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TRIALS = SCENARIOS / "trials"
UNIT = sorted(SCENARIOS.glob("*.yaml"))
ARMS = sorted(path for path in TRIALS.glob("*.yaml") if path.stem != "trial-conditions")
ALL = [*UNIT, *sorted(TRIALS.glob("*.yaml"))]

UNITS_H = {"minutes": 1 / 60, "hours": 1.0, "days": 24.0}
WORDS = {"name", "question", "rationale"}
FOUR_WEEKS_H = 4 * 168.0

OUTCOMES = {
    "buprenorphine-13-days": ("present_day_13_pct", "med_completion_bup_inpatient_13day"),
    "clonidine-13-days": ("present_day_13_pct", "med_completion_clonidine_inpatient_13day"),
    "lofexidine-7-days": ("present_day_7_pct", "med_completion_lofexidine_7day_inpatient"),
    "placebo-7-days": ("present_day_7_pct", "med_completion_placebo_7day_inpatient"),
    "naltrexone-start": ("started_medication_pct", "med_start_success_xrntx"),
    "buprenorphine-start": ("started_medication_pct", "med_start_success_bup"),
}
"""By arm of a trial: the measure that it is read by and the published outcome."""


@cache
def loaded(path: Path) -> LoadedScenario:
    return load_scenario(path)


def every(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)


@every(ALL)
def test_every_number_says_where_it_comes_from(path: Path) -> None:
    assert unsourced(loaded(path)) == []


@every(ALL)
def test_a_number_with_a_source_and_no_note_is_the_published_figure(path: Path) -> None:
    published = {row.parameter: row.value * UNITS_H.get(row.unit.split()[0], 1.0) for row in table()}
    said = dict(_leaves(loaded(path).resolved))
    grounds_by_path = {
        said_at: grounds
        for said_at, grounds in loaded(path).provenance.items()
        if grounds.kind == "source" and not grounds.note and said_at in said
    }
    assert grounds_by_path
    for said_at, grounds in grounds_by_path.items():
        assert any(isclose(_amount(said[said_at]), published[name]) for name in grounds.sources), said_at


@every(ALL)
def test_rows_of_evidence_named_in_words_exist(path: Path) -> None:
    topics = {name.split("_")[0] for name in names()}
    told = [loaded(path).scenario.rationale]
    told += [f"{grounds.note} {grounds.text}" for grounds in loaded(path).provenance.values()]
    words = re.findall(r"\b[a-z]+(?:_[a-z0-9]+){2,}\b", " ".join(told))
    assert {word for word in words if word.split("_")[0] in topics} <= {*names(), *_measures()}


@every(ALL)
def test_it_asks_a_question_for_a_reason(path: Path) -> None:
    scenario = loaded(path).scenario
    assert scenario.question.endswith("?")
    assert 100 < len(scenario.rationale) < 600


def test_no_two_have_the_same_name_or_question() -> None:
    scenarios = [loaded(path).scenario for path in ALL]
    assert len({scenario.name for scenario in scenarios}) == len(ALL)
    assert len({scenario.question for scenario in scenarios}) == len(ALL)


@every([path for path in ALL if path.stem != "baseline"])
def test_it_changes_something_that_its_parent_says(path: Path) -> None:
    parent = _without_words(loaded(_parent(path)).resolved)
    assert _without_words(loaded(path).resolved) != parent


@every([path for path in UNIT if path.stem != "baseline"])
def test_a_scenario_of_the_unit_keeps_the_luck_of_the_baseline(path: Path) -> None:
    assert loaded(path).scenario.run.seed == loaded(SCENARIOS / "baseline.yaml").scenario.run.seed


def test_there_is_an_arm_for_every_published_outcome() -> None:
    assert {path.stem for path in ARMS} == OUTCOMES.keys()


@every(ARMS)
def test_an_arm_is_one_protocol_under_trial_conditions(path: Path) -> None:
    scenario = loaded(path).scenario
    assert len(scenario.protocols) == 1
    assert scenario.unit.beds == "unlimited"
    assert scenario.staff is not None
    assert all(as_number(heads) == np.inf for row in scenario.staff.roster.values() for heads in row.staff.values())
    assert scenario.leaving == loaded(SCENARIOS / "baseline.yaml").scenario.leaving


@every(ARMS)
def test_an_arm_says_how_its_outcome_is_read(path: Path) -> None:
    scenario = loaded(path).scenario
    measure, row = OUTCOMES[path.stem]
    published_pct = next(each.value for each in table() if each.parameter == row)
    assert measure in scenario.rationale
    assert row in scenario.rationale
    assert f"{published_pct:g} in a hundred" in scenario.question


@every(ALL)
def test_a_few_weeks_of_it_run(path: Path) -> None:
    scenario = _short(loaded(path).scenario)
    log = simulate(scenario, draw_population(scenario, 0))
    happened = set(log.events["event"].tolist())
    assert {Event.REFERRED, Event.ADMITTED, Event.DISCHARGED, Event.SELF_DISCHARGED} <= happened


def _short(scenario: Scenario) -> Scenario:
    """The first four weeks."""
    run = scenario.run.model_copy(update={"warm_up_h": 0.0, "length_h": FOUR_WEEKS_H})
    return scenario.model_copy(update={"run": run})


def _parent(path: Path) -> Path:
    found = re.search(r"^extends: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return (path.parent / f"{found[1]}.yaml").resolve()


def _without_words(resolved: dict[str, Any]) -> dict[str, Any]:
    return {section: said for section, said in resolved.items() if section not in WORDS}


def _measures() -> set[str]:
    return {measure for measure, _ in OUTCOMES.values()}


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(dotted path, value) of everything that is neither map nor list; a published ratio stands for its figure."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if below is None:
        yield path, value
    for step, child in below or ():
        yield from _leaves(child, path if step in ("odds_ratio", "leaves_early_pct") else f"{path}.{step}".strip("."))


def _amount(value: Any) -> float:
    """A plain number, or the hours of a length of time."""
    is_duration = isinstance(value, str) and re.fullmatch(DURATION_PATTERN, value)
    return duration(value) if is_duration else float(value)
