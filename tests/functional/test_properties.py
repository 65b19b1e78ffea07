"""What must hold in every ward, whatever its numbers."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sim.unit.log import Log
from sim.vocabulary import Event, Level, Outcome, Work
from tests.functional.strategies import Tree, all_rules, fixed_hours
from tests.functional.wards import level, run, times, ward

pytestmark = pytest.mark.functional

WARDS = settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

FOLLOWS = {
    None: {Event.REFERRED},
    Event.REFERRED: {Event.LISTED, Event.LOST, Event.DIVERTED},
    Event.LISTED: {Event.CALLED, Event.GAVE_UP, Event.REFUSED},
    Event.CALLED: {Event.ADMITTED, Event.NO_SHOW},
    Event.ADMITTED: {Event.READY},
    Event.READY: {Event.PLACED},
    Event.PLACED: {Event.DISCHARGED},
    Event.DISCHARGED: {Event.AFTERCARE},
    Event.AFTERCARE: {Event.LINKED, Event.STEP_DOWN_LEFT, Event.AFTERCARE},
    Event.LINKED: {Event.STEP_DOWN_LEFT, Event.AFTERCARE},
    Event.STEP_DOWN_LEFT: {Event.AFTERCARE},
}
"""What may come next in the story of a fixed stay."""

EXITS = (Event.LOST, Event.DIVERTED, Event.REFUSED, Event.GAVE_UP, Event.NO_SHOW, Event.DISCHARGED)


@WARDS
@given(all_rules())
def test_everybody_is_in_one_place(tree: Tree) -> None:
    """Referred = lost + diverted + refused + gave up + no show + discharged + still here; every story makes sense."""
    population, log = run(ward(**tree))
    last: dict[int, Event | None] = dict.fromkeys(population.number.tolist())
    for patient, code in zip(log.events["patient"].tolist(), log.events["event"].tolist(), strict=True):
        assert Event(code) in FOLLOWS[last[patient]]
        last[patient] = Event(code)
    gone = sum(int(np.count_nonzero(log.events["event"] == event)) for event in EXITS)
    screened = log.tasks["work"] == Work.SCREENING
    on_the_line = np.isin(log.tasks["outcome"][screened], (Outcome.WAITING, Outcome.IN_HAND)).sum()
    still_here = sum(level(log, kind)[-1][1] for kind in (Level.WAITING, Level.RESERVED, Level.OCCUPIED))
    assert population.size == gone + on_the_line + still_here


@WARDS
@given(all_rules())
def test_time_goes_forward_and_no_bed_is_used_twice(tree: Tree) -> None:
    scenario = ward(**tree)
    _, log = run(scenario)
    for table in (log.events["time_h"], log.levels["time_h"], log.tasks["end_h"]):
        assert (np.diff(table) >= 0).all()
        assert ((table >= 0) & (table <= scenario.run.horizon_h)).all()
    assert (log.levels["value"] >= 0).all()
    in_use = dict.fromkeys((Level.RESERVED, Level.OCCUPIED, Level.CLEANING), 0.0)
    for kind, value in zip(log.levels["level"].tolist(), log.levels["value"].tolist(), strict=True):
        if kind in in_use:
            in_use[Level(kind)] = value
            assert sum(in_use.values()) <= tree["beds"]


@WARDS
@given(fixed_hours(), st.integers(1, 3))
def test_more_beds_never_lengthen_a_wait(tree: Tree, more: int) -> None:
    """First come, first served, nobody gives up: every single call comes at the same time or sooner."""
    few, many = (times(*run(ward(**tree | {"beds": tree["beds"] + extra})), Event.CALLED) for extra in (0, more))
    assert (np.nan_to_num(many, nan=np.inf) <= np.nan_to_num(few, nan=np.inf)).all()


@WARDS
@given(fixed_hours(), st.integers(1, 3))
def test_more_beds_never_lose_who_was_admitted(tree: Tree, more: int) -> None:
    """Where nobody can wait, whoever finds a bed among few finds one among many."""
    tree["demand"] = tree["demand"] | {"list_limit": 0}
    few, many = (times(*run(ward(**tree | {"beds": tree["beds"] + extra})), Event.CALLED) for extra in (0, more))
    assert (~np.isnan(many) | np.isnan(few)).all()


@WARDS
@given(fixed_hours(), st.sampled_from(["8 h", "2 days"]), st.data())
def test_a_ghost_changes_nobody_else(tree: Tree, patience: str, data: st.DataObject) -> None:
    """One more person, who comes while others wait and gives up at once, leaves everything else where it was."""
    tree |= {"beds": 1, "demand": tree["demand"] | {"per_day": 5, "patience": patience}}
    _, log = run(ward(**tree))
    queue = level(log, Level.WAITING)
    waiting = [(start_h, end_h) for (start_h, people), (end_h, _) in pairwise(queue) if people]
    assume(waiting)
    start_h, end_h = data.draw(st.sampled_from(waiting))
    ghost = {"listed": (f"{(start_h + end_h) / 2:.9f} h",), "patience": "0 h"}
    population, haunted = run(ward(**tree | {"sources": tree["sources"] | {"ghost": ghost}}))
    number = population.number[population.source == len(tree["sources"])][0]
    assert haunted.events["event"][haunted.events["patient"] == number].tolist() == [
        Event.REFERRED, Event.LISTED, Event.GAVE_UP,
    ]  # fmt: skip
    assert_same(rows(haunted, without=number), rows(log))
    for kind in Level:
        assert level(haunted, kind) == level(log, kind)


@WARDS
@given(all_rules(), st.integers(1, 10))
def test_a_longer_run_begins_like_a_shorter_one(tree: Tree, more_days: int) -> None:
    days = int(tree["length"].split()[0])
    _, short = run(ward(**tree))
    _, long = run(ward(**tree | {"length": f"{days + more_days} days"}))
    for table in ("events", "levels"):
        before = getattr(long, table)["time_h"] < 24.0 * days
        assert_same(getattr(short, table), {name: column[before] for name, column in getattr(long, table).items()})


@WARDS
@given(all_rules())
def test_words_and_the_order_of_keys_do_not_matter(tree: Tree) -> None:
    other = {key: turned_round(value) if key in ("demand", "unit", "tasks") else value for key, value in tree.items()}
    other |= {"sources": tree["sources"], "name": "another name", "question": "Why?", "rationale": "Because."}
    if "priority_classes" in tree["demand"]:
        other["demand"]["priority_classes"] = tree["demand"]["priority_classes"]
    assert_same(rows(run(ward(**other))[1]), rows(run(ward(**tree))[1]))


@WARDS
@given(all_rules())
def test_a_source_that_sends_nobody_changes_nothing(tree: Tree) -> None:
    nobody = {"sources": tree["sources"] | {"nobody": {"share_pct": 0}}}
    assert_same(rows(run(ward(**tree | nobody))[1]), rows(run(ward(**tree))[1]))


@WARDS
@given(all_rules())
def test_a_run_can_be_repeated(tree: Tree) -> None:
    first, second = (run(ward(**tree), replication=3)[1] for _ in range(2))
    for table in ("events", "levels", "tasks"):
        assert_same(getattr(first, table), getattr(second, table))


def turned_round(value: Any) -> Any:
    """Maps with their keys in the opposite order."""
    return {key: turned_round(value[key]) for key in reversed(value)} if isinstance(value, dict) else value


def rows(log: Log, without: int | None = None) -> dict[str, np.ndarray]:
    events = log.events
    kept = events["patient"] != without if without is not None else slice(None)
    return {name: column[kept] for name, column in events.items()}


def assert_same(found: dict[str, np.ndarray], expected: dict[str, np.ndarray]) -> None:
    for name, column in expected.items():
        np.testing.assert_array_equal(found[name], column, err_msg=name)
