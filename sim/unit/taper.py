"""Care under a taper: examined, started, checked, dosed, reviewed, planned for, until medically ready."""

from sim.errors import ModelError
from sim.rules.calendar import DAY_H, next_clock_time
from sim.rules.checks import medically_ready
from sim.scenario.protocols import BuprenorphineTaper
from sim.unit.bedside import Bedside
from sim.unit.checks import Checks
from sim.unit.clock import Order
from sim.unit.condition import Condition
from sim.unit.doses import Doses
from sim.unit.person import Person
from sim.unit.task import Task
from sim.unit.unit import Unit
from sim.vocabulary import Event, Work


class Taper:
    """One person's care plan.

    `ready` happens when they are medically ready; `planned` when aftercare is
    arranged, with that time as its value. The process that makes the
    plan is interrupted when the person leaves against advice.
    """

    def __init__(self, unit: Unit, person: Person, plan: BuprenorphineTaper):
        scenario, rules = unit.scenario, unit.scenario.withdrawal
        if rules is None:
            raise ModelError("a taper needs a course of withdrawal")
        self._plan, self._wish = plan, person.wish
        self._leaving = scenario.leaving
        self.ready, self.planned = unit.clock.event(), unit.clock.event()
        condition = Condition(person, plan, scenario.leaving, unit.clock.now)
        self.bedside = Bedside(unit, person, condition, rules.look_again_every_h, unit.clock.interrupter())
        acting = list(rules.opioids.values())[person.opioid].acting
        induction = plan.induction
        wait_h = induction.after_short_acting_h if acting == "short" else induction.after_long_acting_h
        medication_ratio = scenario.leaving.medication_started_ratio if scenario.leaving else 1.0
        self._checks = Checks(self.bedside, rules, self._found)
        self._doses = Doses(self.bedside, plan, wait_h, medication_ratio, self._checks.recheck)
        self._review: Task | None = None
        self._admit()

    @property
    def felt(self) -> float:
        return self.bedside.condition.felt

    def _admit(self) -> None:
        bedside = self.bedside
        bedside.ask(Work.NURSING_ASSESSMENT, self._assessed)
        bedside.ask(Work.HISTORY_AND_PHYSICAL, self._examined)
        if bedside.includes(Work.DISCHARGE_PLANNING):
            bedside.ask(Work.DISCHARGE_PLANNING, self._aftercare_planned)
        else:
            self.planned.succeed(self.bedside.now)

    def _assessed(self) -> None:
        self.bedside.look()
        self._checks.charted()

    def _found(self, score: float) -> None:
        self._doses.consider(score)

    def _examined(self) -> None:
        """The examination orders the protocol; reviews follow from the next day on."""
        self.bedside.look()
        self._doses.order()
        self._doses.consider(self.felt)
        self._set_review((self.bedside.now // DAY_H + 1) * DAY_H)

    def _aftercare_planned(self) -> None:
        if self._leaving:
            self.bedside.condition.modifiers *= self._leaving.aftercare_plan_ratio
        self.bedside.look()
        self.bedside.note(Event.PLANNED, self._wish)
        self.planned.succeed(self.bedside.now)

    def _set_review(self, not_before_h: float) -> None:
        self.bedside.at(next_clock_time([self._plan.review_at], not_before_h), Order.DUE, self._review_due)

    def _review_due(self) -> None:
        if self.ready.triggered:
            return
        if self._review is None or not self._review.is_under_way:
            self.bedside.lapse(self._review)
            self._review = self.bedside.ask(Work.DAILY_REVIEW, self._reviewed)
        self._set_review(self.bedside.now + DAY_H)

    def _reviewed(self) -> None:
        bedside, rule = self.bedside, self._plan.ready
        bedside.look()
        low_since_h = bedside.condition.low_since_h
        if not self.ready.triggered and medically_ready(bedside.now, self._doses.over_h, low_since_h, rule.for_h):
            self.ready.succeed()
