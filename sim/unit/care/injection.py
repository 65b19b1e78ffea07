"""Long-acting injections before discharge: buprenorphine, or naltrexone after enough opioid-free days."""

from functools import partial
from math import inf

from sim.rules.calendar import DAY_H, next_clock_time
from sim.scenario.protocols import BuprenorphineContinued, Depot, Naltrexone, OralNaltrexone
from sim.unit.care.bedside import Bedside
from sim.unit.care.doses import Doses
from sim.unit.clock import Order
from sim.vocabulary import Event, Work


class Injection:
    """One person's injection. It falls due once and waits until somebody gives it."""

    def __init__(self, bedside: Bedside, doses: Doses, plan: BuprenorphineContinued | Naltrexone, rule: Depot):
        self._bedside, self._doses, self._plan = bedside, doses, plan
        self.given_h, self.lasts_h = inf, rule.lasts_h
        self._asked = False

    @property
    def wanted(self) -> bool:
        """Not by people who needed no agonist, unless it is naltrexone that they are to have."""
        return isinstance(self._plan, Naltrexone) or self._doses.first_h is not None

    def plan_from(self, first_h: float) -> None:
        """The protocol days have begun, or for somebody who needed no agonist they count as done, at this time."""
        if isinstance(self._plan, Naltrexone) and self._plan.injection.rapid is not None:
            self._plan_rapid(first_h, self._plan.injection.rapid)
        else:
            self._bedside.at(self._not_past(self._doses.days_done_h), Order.DUE, self._days_done)

    def _plan_rapid(self, first_h: float, rapid: OralNaltrexone) -> None:
        oral_h = self._not_past(first_h + (rapid.from_day - 1) * DAY_H)
        injection_h = self._not_past(first_h + (rapid.injection_on_day - 1) * DAY_H)
        self._bedside.at(oral_h, Order.DUE, self._oral, rapid.felt_ratio)
        self._bedside.at(injection_h, Order.DUE, self._due)

    def _oral(self, felt_ratio: float) -> None:
        """A low oral dose each day, at the first dose round, from now until the injection."""
        if self._asked:
            return
        bedside = self._bedside
        bedside.ask(Work.DOSE, partial(self._unmask, felt_ratio))
        next_h = next_clock_time(self._plan.dose_times[:1], bedside.now + DAY_H / 2)
        bedside.at(next_h, Order.DUE, self._oral, felt_ratio)

    def _unmask(self, felt_ratio: float) -> None:
        if self.given_h == inf:
            self._bedside.condition.felt_ratio = felt_ratio
        self._bedside.look()

    def _days_done(self) -> None:
        """The last opioid must be long enough ago; a dose that somebody gave late puts the injection off again."""
        bedside, plan = self._bedside, self._plan
        least_h = plan.injection.opioid_free_h if isinstance(plan, Naltrexone) else None
        free_h = -inf if least_h is None else max(self._doses.last_h, bedside.condition.last_use_h) + least_h
        if free_h > bedside.now:
            bedside.at(free_h, Order.DUE, self._days_done)
        else:
            self._due()

    def _due(self) -> None:
        if not self._asked:
            self._asked = True
            self._bedside.ask(Work.INJECTION, self._given)

    def _given(self) -> None:
        bedside = self._bedside
        self.given_h = bedside.now
        bedside.note(Event.INJECTED, self.lasts_h)
        self._doses.stop()
        if isinstance(self._plan, Naltrexone):
            bedside.condition.felt_ratio = 1.0
        else:
            bedside.condition.cover_from_now_on()
        bedside.look()

    def _not_past(self, time_h: float) -> float:
        return max(time_h, self._bedside.now)
