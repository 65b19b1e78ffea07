"""Counselling: what falls due by the clock, for one person and for many."""

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

import simpy

from sim.rules.calendar import next_time_on_days
from sim.scenario.counselling import GroupSession, Individual
from sim.unit.care.bedside import Bedside
from sim.unit.clock import Order
from sim.unit.unit import InCare, Unit
from sim.unit.work.task import NO_PATIENT, Task
from sim.vocabulary import Outcome, Work

BETWEEN_H = 1.0
"""A session on the same clock time is another one after this."""


class OwnSessions:
    """Sessions for one person, on set days; one that has not begun when the next is due is missed."""

    def __init__(self, bedside: Bedside, rule: Individual, first_weekday: int, had: Callable[[], None]):
        self._bedside, self._rule, self._first_weekday, self._had = bedside, rule, first_weekday, had
        self._task: Task | None = None
        self._set_next(bedside.now)

    def _set_next(self, not_before_h: float) -> None:
        time_h = next_time_on_days(self._rule.days, self._rule.at, not_before_h, self._first_weekday)
        self._bedside.at(time_h, Order.DUE, self._fall_due)

    def _fall_due(self) -> None:
        bedside = self._bedside
        if self._task is None or not self._task.is_under_way:
            bedside.lapse(self._task)
            self._task = bedside.ask(Work.COUNSELLING, self._had) if self._is_well_enough() else None
        self._set_next(bedside.now + BETWEEN_H)

    def _is_well_enough(self) -> bool:
        return self._bedside.condition.felt < self._rule.score_below


def hold_groups(unit: Unit, number: int, rule: GroupSession, hours: list[float]) -> Generator[simpy.Event, Any, None]:
    """The sessions of one group. One that nobody can begin within the grace of the task does not take place."""
    duty, first_weekday = unit.duties[Work.GROUP], unit.scenario.run.first_weekday
    time_h = next_time_on_days(rule.days, rule.at, 0.0, first_weekday)
    for repeat, takes_h in enumerate(hours):
        yield unit.clock.until(time_h, Order.DUE, NO_PATIENT)
        present: list[InCare] = []
        task = Task(
            NO_PATIENT, Work.GROUP, repeat, duty.roles, duty.priority, time_h, time_h, takes_h,
            done=partial(_end, present), began=partial(_begin, unit, number, rule, present),
        )  # fmt: skip
        unit.dispatcher.ask(task)
        unit.clock.at(time_h + duty.on_time_within_h, Order.ADMISSION, NO_PATIENT, _call_off, unit, task)
        time_h = next_time_on_days(rule.days, rule.at, time_h + BETWEEN_H, first_weekday)


def _begin(unit: Unit, number: int, rule: GroupSession, present: list[InCare]) -> None:
    """Those who feel well enough come; when there are too many, those who have been least often."""
    well_enough = [person for person in unit.in_care.values() if person.can_attend(rule.score_below)]
    least_often = sorted(well_enough, key=lambda person: (person.attended, person.number))
    present.extend(least_often[: rule.up_to])
    for person in present:
        person.attend(number)


def _end(present: list[InCare]) -> None:
    for person in present:
        person.has_attended()


def _call_off(unit: Unit, task: Task) -> None:
    if not task.begun:
        unit.dispatcher.withdraw(task, Outcome.LAPSED)
