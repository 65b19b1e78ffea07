"""Doses of a taper: induction once withdrawal is present, then rounds at fixed hours, less day by day."""

from collections.abc import Callable
from functools import partial

from sim.rules.doses import may_start, next_round, protocol_day, strength, taper_ends_h
from sim.scenario.protocols import BuprenorphineTaper
from sim.unit.bedside import Bedside
from sim.unit.clock import Order
from sim.unit.task import Task
from sim.vocabulary import Event, Work


class Doses:
    """The doses of one person. They wait for a prescriber's order, never lapse, and one waits at a time.

    `wait_h` is the least time since last use, `medication_ratio` what a first
    dose does to the wish to leave; `recheck` is told when to look again after it.
    """

    def __init__(
        self,
        bedside: Bedside,
        plan: BuprenorphineTaper,
        wait_h: float,
        medication_ratio: float,
        recheck: Callable[[float], None],
    ):
        self._bedside, self._plan, self._wait_h = bedside, plan, wait_h
        self._medication_ratio, self._recheck = medication_ratio, recheck
        self._admitted_h = bedside.now
        self._ordered = False
        self._task: Task | None = None
        self._turn = 0
        self.first_h: float | None = None
        self._recheck_h: float | None = None

    @property
    def over_h(self) -> float:
        """When the protocol days are done, as far as can be said now."""
        if self.first_h is None and self._task is None and self._ordered:
            return self._admitted_h + self._plan.induction.no_start_after_h
        return taper_ends_h(self.first_h, len(self._plan.mg_by_day))

    def order(self) -> None:
        """The prescriber has examined the person and ordered the protocol."""
        self._ordered = True

    def consider(self, score: float) -> None:
        """A score was found: start, or give the rest of the first day's dose, if it is high enough."""
        induction, bedside = self._plan.induction, self._bedside
        if self._task is not None or not self._ordered:
            return
        if self.first_h is None:
            since_use_h = bedside.condition.since_use_h(bedside.now)
            if may_start(score, induction.score_at_least, since_use_h, self._wait_h):
                self._task = bedside.ask(Work.FIRST_DOSE, self._first_given)
        elif self._recheck_h is not None and bedside.now >= self._recheck_h:
            self._recheck_h = None
            if score >= induction.score_at_least and self._plan.mg_by_day[0] > induction.dose_mg:
                rest_mg = self._plan.mg_by_day[0] - induction.dose_mg
                self._task = bedside.ask(Work.DOSE, partial(self._given, rest_mg, self._plan.mg_by_day[0]))

    def _first_given(self) -> None:
        induction = self._plan.induction
        self.first_h = self._bedside.now
        self._recheck_h = self.first_h + induction.recheck_after_h
        self._bedside.condition.modifiers *= self._medication_ratio
        self._given(induction.dose_mg, induction.dose_mg)
        self._recheck(self._recheck_h)

    def _given(self, mg: float, day_mg: float) -> None:
        bedside = self._bedside
        self._task = None
        bedside.condition.dose(bedside.now, strength(day_mg, self._plan.full_effect_mg))
        bedside.note(Event.DOSED, mg)
        bedside.look()
        self._set_round()

    def _set_round(self) -> None:
        round_h = next_round(self._plan.dose_times, self._bedside.now, self._plan.least_gap_h)
        self._turn += 1
        if round_h < self.over_h:
            self._bedside.at(round_h, Order.DUE, self._fall_due, self._turn)

    def _fall_due(self, turn: int) -> None:
        if turn != self._turn or self._task is not None or self.first_h is None:
            return
        day_mg = self._plan.mg_by_day[protocol_day(self._bedside.now, self.first_h)]
        each_mg = day_mg / len(self._plan.dose_times)
        self._task = self._bedside.ask(Work.DOSE, partial(self._given, each_mg, day_mg))
