"""A protocol at work on one person: its doses and injection, and when its days are done."""

from collections.abc import Callable
from math import inf

from sim.rules.calendar import DAY_H
from sim.scenario.protocols import BuprenorphineContinued, CarePlan, Dosed, Induction, Naltrexone
from sim.scenario.withdrawal import Opioid
from sim.unit.care.bedside import Bedside
from sim.unit.care.doses import Doses
from sim.unit.care.injection import Injection
from sim.unit.clock import Order


class Protocol:
    """What the care plan asks for, whichever kind it is.

    `started` is called at the first dose; `recheck` is told when to look again.
    """

    def __init__(
        self,
        bedside: Bedside,
        plan: CarePlan,
        opioid: Opioid,
        started: Callable[[], None],
        recheck: Callable[[float], None],
    ):
        self._bedside, self._plan, self._on_start = bedside, plan, started
        self.longer_h = 0.0
        """How much later the days are done because of complications."""
        self._doses: Doses | None = None
        self._injection: Injection | None = None
        if isinstance(plan, Dosed):
            self._doses = Doses(bedside, plan, _wait_h(plan.induction, opioid), self._started, recheck)
            if isinstance(plan, BuprenorphineContinued | Naltrexone) and plan.injection:
                self._injection = Injection(bedside, self._doses, plan, plan.injection)

    @property
    def over_h(self) -> float:
        """When the protocol is done, as far as can be said now."""
        if self._injection and self._injection.wanted:
            return self._injection.given_h + self.longer_h
        if self._doses:
            return self._doses.days_done_h + self.longer_h
        return self._bedside.admitted_h + self._plan.protocol_days * DAY_H + self.longer_h

    def medication_until_h(self, now_h: float, as_planned: bool) -> float:
        """How long somebody who leaves now has medication without a clinic; in the past when they have none."""
        plan, injection = self._plan, self._injection
        if injection and injection.given_h < inf:
            return injection.given_h + injection.lasts_h
        if not as_planned or not isinstance(plan, BuprenorphineContinued):
            return -inf
        has_started = self._doses is not None and self._doses.first_h is not None
        return now_h + plan.take_home_h if has_started else -inf

    def order(self) -> None:
        """The prescriber has examined the person and ordered the protocol."""
        if self._doses:
            self._doses.order()
        if self._doses and self._injection and self._doses.days_done_h < inf:
            self._bedside.at(max(self._bedside.now, self._doses.days_done_h), Order.DUE, self._never_started)

    def consider(self, score: float) -> None:
        """A score was found."""
        if self._doses:
            self._doses.consider(score)

    def go_on(self, first_dose_h: float, last_dose_h: float | None) -> None:
        """Doses were given before the run started."""
        if self._doses:
            self._doses.go_on(first_dose_h, last_dose_h)

    def _started(self) -> None:
        self._on_start()
        if self._injection and self._doses and self._doses.first_h is not None:
            self._injection.plan_from(self._doses.first_h)

    def _never_started(self) -> None:
        """Somebody who needed no agonist by now, and waits for none, has naltrexone nevertheless."""
        if self._doses and self._doses.never_started and self._injection and self._injection.wanted:
            self._doses.stop()
            self._injection.plan_from(self._bedside.now)


def _wait_h(induction: Induction | None, opioid: Opioid) -> float:
    if induction is None:
        return 0.0
    return induction.after_short_acting_h if opioid.acting == "short" else induction.after_long_acting_h
