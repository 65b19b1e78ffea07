"""What the animated page is told: which bed each person has, and what happens when."""

import json
from math import inf
from pathlib import Path

import pytest

from sim.cli.animate import scene
from sim.cli.animate_window import window
from sim.experiments.motion.bed_numbers import ENDS_OF_STAY, Row, number_beds
from sim.experiments.motion.floor_plan import floor_plan
from sim.experiments.motion.happenings import KINDS
from sim.experiments.motion.scene import Scene
from sim.experiments.motion.ward import BedGroup
from sim.scenario import load_scenario
from sim.vocabulary import Event

pytestmark = pytest.mark.functional
SOON = ["run.length=3 weeks", "run.warm_up=2 weeks"]
CALLED, NO_SHOW, DISCHARGED, BED = Event.CALLED, Event.NO_SHOW, Event.DISCHARGED, Event.BED


def rows(*said: tuple[float, int, Event]) -> list[Row]:
    return [Row(*row, 0.0) for row in said]


def a_week(scenarios: Path, name: str, starts: str = "week 2", changes: list[str] = SOON) -> Scene:
    scenario = load_scenario(scenarios / f"{name}.yaml", changes).scenario
    return scene(scenario, 0, window(scenario.run, starts, 7))


def test_beds_are_taken_in_turn() -> None:
    log = rows((0, 1, CALLED), (1, 2, CALLED), (2, 1, DISCHARGED), (3, 3, CALLED), (4, 2, DISCHARGED), (5, 4, CALLED))
    assert number_beds(log, [BedGroup("", 3)]).bed_of == {1: 0, 2: 1, 3: 2, 4: 0}


def test_a_bed_that_is_cleaned_is_taken_by_nobody() -> None:
    log = rows((0, 1, CALLED), (2, 1, DISCHARGED), (3, 2, CALLED), (5, 3, CALLED))
    found = number_beds(log, [BedGroup("", 2)], turnover_h={1: 3, 2: 1, 3: 1})
    assert found.bed_of == {1: 0, 2: 1, 3: 0}
    assert found.cleaned[0] == (5, 0, 1)


def test_a_bed_that_was_kept_for_nothing_needs_no_cleaning() -> None:
    log = rows((0, 1, CALLED), (2, 1, NO_SHOW), (2, 2, CALLED))
    found = number_beds(log, [BedGroup("", 1)], turnover_h={1: 9, 2: 9})
    assert found.bed_of == {1: 0, 2: 0}
    assert not found.cleaned


def test_groups_follow_each_other_and_an_unlimited_one_grows() -> None:
    log = [*rows((0, 1, CALLED)), Row(0, 1, BED, 1), *rows((0, 2, CALLED)), Row(0, 2, BED, 0), *rows((0, 3, CALLED))]
    log.append(Row(0, 3, BED, 1))
    found = number_beds(log, [BedGroup("a", 2), BedGroup("b", float("inf"))])
    assert found.bed_of == {1: 2, 2: 0, 3: 3}
    assert found.sizes == [2, 2]


def test_two_kinds_share_no_room() -> None:
    log = rows((0, 1, CALLED), (1, 2, CALLED), (2, 3, CALLED), (3, 4, CALLED))
    kinds = {1: [0], 2: [1], 3: [0], 4: [1]}
    apart = number_beds(log, [BedGroup("", 4, room_beds=2, rooms_apart=True)], kinds=kinds).bed_of
    assert apart == {1: 0, 2: 2, 3: 1, 4: 3}


@pytest.mark.parametrize("name", ["baseline", "rooms-for-women"])
def test_nobody_shares_a_bed_or_gets_one_that_is_not_clean(scenarios: Path, name: str) -> None:
    shown = a_week(scenarios, name)
    free_from = {(done.after, done.bed): done.time_h for done in shown.beds.cleaned}
    used = dict[int, float]()
    for place, row in enumerate(shown.rows):
        bed = shown.beds.bed_of.get(row.patient, -1)
        if row.event is CALLED:
            assert used.get(bed, row.time_h) <= row.time_h, f"bed {bed} is not free at {row.time_h} h"
            used[bed] = inf
        elif row.event is NO_SHOW:
            used[bed] = row.time_h
        elif row.event in ENDS_OF_STAY:
            used[bed] = free_from[place, bed]
    assert len(used) == sum(shown.beds.sizes)


@pytest.mark.parametrize("name", ["baseline", "rooms-for-women", "tonights-census"])
def test_a_run_that_stops_early_begins_as_the_whole_one(scenarios: Path, name: str) -> None:
    changes = ["run.length=5 weeks"] if name == "tonights-census" else ["run.length=5 weeks", "run.warm_up=1 week"]
    early = a_week(scenarios, name, "week 1", changes)
    scenario = load_scenario(scenarios / f"{name}.yaml", changes).scenario
    whole = scene(scenario, 0, window(scenario.run, "week 1", 35))
    assert early.log.events["time_h"][-1] < whole.log.events["time_h"][-1]
    assert floor_plan(early) == floor_plan(Scene(scenario, whole.population, whole.log, early.window))


def test_a_week_of_the_baseline_is_small_and_in_order(scenarios: Path) -> None:
    plan = floor_plan(a_week(scenarios, "baseline"))
    seconds = [row[0] for row in plan["events"]]
    assert seconds == sorted(seconds)
    assert plan["seconds"] == 7 * 86400
    assert seconds[-1] <= plan["seconds"]
    assert len(json.dumps(plan, separators=(",", ":"))) < 1_000_000
    assert {KINDS[row[1]] for row in plan["events"]} >= {"called", "admitted", "band", "check due", "cleaned", "busy"}


def test_a_check_falls_due_when_the_one_before_said(scenarios: Path) -> None:
    plan = floor_plan(a_week(scenarios, "baseline"))
    next_check: dict[int, int] = {}
    told = 0
    for second, kind, who, value in plan["events"]:
        match KINDS[kind]:
            case "next check":
                next_check[who] = value
            case "check due" if who in next_check:
                assert next_check.pop(who) == second
                told += 1
    assert told > 500
