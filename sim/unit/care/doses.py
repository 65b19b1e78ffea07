"""Doses: the first one when it may be given, then rounds at fixed hours, as much as the protocol day says."""

from collections.abc import Callable
from functools import partial
from math import inf

from sim.rules.calendar import DAY_H, last_clock_time, next_clock_time
from sim.rules.doses import may_start, next_round, protocol_day, strength
from sim.scenario.protocols import Alpha2Agonist, BuprenorphineContinued, Dosed
from sim.unit.care.bedside import Bedside
from sim.unit.care.pressure import Pressure
from sim.unit.clock import Order
from sim.unit.work.task import Task
from sim.vocabulary import Event, Work


class Doses:
    """The doses of one person. They wait for a prescriber's order, never lapse, and one waits at a time.

    `wait_h` is the least time since last use; `started` is called at the first
    dose; `recheck` is told when to look again after it.
    """

    def __init__(
        self,
        bedside: Bedside,
        plan: Dosed,
        wait_h: float,
        started: Callable[[], None],
        recheck: Callable[[float], None],
    ):
        self._bedside, self._plan, self._wait_h = bedside, plan, wait_h
        self._started, self._recheck = started, recheck
        self._pressure = Pressure(bedside, plan.blood_pressure) if isinstance(plan, Alpha2Agonist) else None
        self._ordered = self._stopped = False
        self._task: Task | None = None
        self._turn = 0
        self.first_h: float | None = None
        """When the protocol days began: at the first dose, given or withheld."""
        self.last_h = -inf
        self._recheck_h: float | None = None

    @property
    def days_done_h(self) -> float:
        """When the protocol days are done, as far as can be said now."""
        if self.first_h is not None:
            return self.first_h + self._plan.protocol_days * DAY_H
        if self._plan.induction is None or self._task is not None or not self._ordered:
            return inf
        return self._bedside.admitted_h + self._plan.induction.no_start_after_h

    @property
    def never_started(self) -> bool:
        """Whether there has been no first dose and none is on its way."""
        return self.first_h is None and self._task is None

    def order(self) -> None:
        """The prescriber has examined the person and ordered the protocol."""
        self._ordered = True
        if self._plan.induction is None and self.first_h is None:
            self._set_round(next_clock_time(self._plan.dose_times, self._bedside.now))

    def go_on(self, first_h: float, last_h: float | None) -> None:
        """Doses were given before the run started: the first and the last at these times, else at the last round."""
        plan = self._plan
        self.first_h = first_h
        self.last_h = max(first_h, last_clock_time(plan.dose_times, self._bedside.now)) if last_h is None else last_h
        self._bedside.condition.dose(self.last_h, strength(self._day_mg(self.last_h), plan.full_effect_mg))
        self._started()
        after_h = next_round(plan.dose_times, self.last_h, plan.least_gap_h)
        self._set_round(max(after_h, next_clock_time(plan.dose_times, self._bedside.now)))

    def stop(self) -> None:
        """No further rounds: a long-acting injection has taken their place."""
        self._stopped = True

    def consider(self, score: float) -> None:
        """A score was found: start, or give the rest of the first day's dose, if it is high enough."""
        induction, bedside = self._plan.induction, self._bedside
        if induction is None or self._task is not None or not self._ordered or self._stopped:
            return
        if self.first_h is None:
            since_use_h = bedside.condition.since_use_h(bedside.now)
            if may_start(score, induction.score_at_least, since_use_h, self._wait_h):
                self._unless_low(induction.dose_mg, induction.dose_mg)
        elif self._recheck_h is not None and bedside.now >= self._recheck_h:
            self._recheck_h = None
            if score >= induction.score_at_least and self._plan.mg_by_day[0] > induction.dose_mg:
                self._unless_low(self._plan.mg_by_day[0] - induction.dose_mg, self._plan.mg_by_day[0])

    def _first_given(self, mg: float, day_mg: float) -> None:
        induction = self._plan.induction
        self._begin_days()
        self._started()
        self._given(mg, day_mg)
        if induction:
            self._recheck_h = self.last_h + induction.recheck_after_h
            self._recheck(self._recheck_h)

    def _given(self, mg: float, day_mg: float) -> None:
        bedside = self._bedside
        self._task = None
        self.last_h = bedside.now
        bedside.condition.dose(bedside.now, strength(day_mg, self._plan.full_effect_mg))
        bedside.note(Event.DOSED, mg)
        bedside.look()
        self._set_next_round()

    def _withheld(self, mg: float) -> None:
        self._task = None
        self._begin_days()
        self._bedside.note(Event.WITHHELD, mg)
        self._bedside.look()
        self._set_next_round()

    def _begin_days(self) -> None:
        if self.first_h is None:
            self.first_h = self._bedside.now

    def _set_next_round(self) -> None:
        self._set_round(next_round(self._plan.dose_times, self._bedside.now, self._plan.least_gap_h))

    def _set_round(self, round_h: float) -> None:
        self._turn += 1
        goes_on = isinstance(self._plan, BuprenorphineContinued)
        if goes_on or self.first_h is None or round_h < self.days_done_h:
            self._bedside.at(round_h, Order.DUE, self._fall_due, self._turn)

    def _fall_due(self, turn: int) -> None:
        if turn != self._turn or self._task is not None or self._stopped:
            return
        day_mg = self._day_mg(self._bedside.now)
        self._unless_low(day_mg / len(self._plan.dose_times), day_mg)

    def _unless_low(self, mg: float, day_mg: float) -> None:
        """Give a dose; where the protocol asks for blood pressure, only after a reading that is high enough."""
        if self._pressure:
            self._task = self._pressure.take(partial(self._give, mg, day_mg), partial(self._withheld, mg))
        else:
            self._give(mg, day_mg)

    def _give(self, mg: float, day_mg: float) -> None:
        if self.last_h == -inf:
            self._task = self._bedside.ask(Work.FIRST_DOSE, partial(self._first_given, mg, day_mg))
        else:
            self._task = self._bedside.ask(Work.DOSE, partial(self._given, mg, day_mg))

    def _day_mg(self, time_h: float) -> float:
        doses = self._plan.mg_by_day
        return doses[min(protocol_day(time_h, time_h if self.first_h is None else self.first_h), len(doses) - 1)]
