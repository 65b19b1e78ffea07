"""Outpatient intake: so many appointments on each of its days, some of them by telehealth."""

from math import floor

from sim.rules.admission import no_show_chance
from sim.rules.calendar import DAY_H
from sim.scenario.transition import Outpatient, Telehealth
from sim.unit.clock import Clock
from sim.unit.log import Log
from sim.unit.onward.places import Link, Place
from sim.unit.person import Person
from sim.vocabulary import Event


class Clinic:
    """One kind of slot: its days, its time, and which are taken."""

    def __init__(self, rule: Outpatient | Telehealth, first_weekday: int):
        self._rule, self._first_weekday = rule, first_weekday
        self._taken: dict[int, int] = {}

    def first_free_h(self, after_h: float) -> float:
        """The first free slot later than this."""
        return self._day(after_h) * DAY_H + self._rule.slot_time

    def book(self, after_h: float) -> float:
        """Take that slot."""
        day = self._day(after_h)
        self._taken[day] = self._taken.get(day, 0) + 1
        return day * DAY_H + self._rule.slot_time

    def _day(self, after_h: float) -> int:
        day = floor(after_h / DAY_H)
        while not (self._is_open(day) and day * DAY_H + self._rule.slot_time > after_h):
            day += 1
        return day

    def _is_open(self, day: int) -> bool:
        weekday = (day + self._first_weekday) % 7
        return weekday in self._rule.days and self._taken.get(day, 0) < self._rule.slots_per_day


class Slots(Place):
    """A person takes the first slot that is free, and comes or does not; a long gap lowers the chance."""

    def __init__(self, clock: Clock, log: Log, number: int, rule: Outpatient, first_weekday: int):
        super().__init__(number, rule=rule)
        self._clock, self._log, self._rule = clock, log, rule
        self._clinics = [Clinic(rule, first_weekday)]
        if rule.telehealth:
            self._clinics.append(Clinic(rule.telehealth, first_weekday))

    def arrive(self, person: Person, planned_h: float) -> Link:
        now = self._clock.now
        not_before_h = max(now, planned_h + self._rule.lead_time_h)
        soonest = min(self._clinics, key=lambda clinic: clinic.first_free_h(not_before_h))
        slot_h = soonest.book(not_before_h)
        self._log.event(now, person.number, Event.APPOINTMENT, slot_h - now)
        if not self._comes(person, slot_h - now):
            return Link()
        return Link(slot_h, slot_h + person.retained_h[self.number])

    def _comes(self, person: Person, gap_h: float) -> bool:
        rule = self._rule.no_show
        return rule is None or person.show_rank >= no_show_chance(gap_h, rule.at_once_pct, rule.per_day_pct)
