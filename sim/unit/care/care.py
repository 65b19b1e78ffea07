"""Care of one person: examined, started, checked, dosed, counselled, reviewed, planned for, until medically ready."""

from functools import partial
from math import isnan

from sim.errors import ModelError
from sim.rules.calendar import DAY_H, next_clock_time
from sim.rules.checks import medically_ready
from sim.scenario.protocols import Alpha2Agonist, CarePlan
from sim.scenario.scenario import Scenario
from sim.unit.care.bedside import Bedside
from sim.unit.care.checks import Checks
from sim.unit.care.complications import Trouble
from sim.unit.care.condition import Condition
from sim.unit.care.hospital import Hospital
from sim.unit.care.protocol import Protocol
from sim.unit.care.risks import Risk
from sim.unit.care.sessions import OwnSessions
from sim.unit.clock import Order
from sim.unit.person import Person
from sim.unit.unit import Unit
from sim.unit.work.task import Task
from sim.vocabulary import Event, Work

FRIDAY = 4


class Care:
    """One person's care.

    `ready` happens when they are medically ready; `planned` when aftercare is
    arranged, with that time as its value. The process that makes the care is
    interrupted, with the event and its value, when the stay ends otherwise.
    """

    def __init__(self, unit: Unit, person: Person, plan: CarePlan, admitted_h: float):
        scenario, rules = unit.scenario, unit.scenario.withdrawal
        if rules is None:
            raise ModelError("a care plan needs a course of withdrawal")
        self._unit, self._plan, self._person = unit, plan, person
        self._leaving = scenario.leaving
        self.number, self.attended = person.number, 0
        self.ready, self.planned = unit.clock.event(), unit.clock.event()
        condition = Condition(person, plan, scenario.leaving, admitted_h)
        condition.modifiers *= _friday_ratio(scenario, admitted_h)
        self.bedside = Bedside(unit, person, condition, admitted_h, rules.look_again_every_h, unit.clock.interrupter())
        opioid = list(rules.opioids.values())[person.opioid]
        self._checks = Checks(self.bedside, rules, self._found)
        self._protocol = Protocol(self.bedside, plan, opioid, self._started, self._checks.recheck)
        self._review: Task | None = None
        self._counselled = False
        self._add_risks()
        self._trouble = self._complications()
        if not isnan(person.first_dose_ago_h):
            self._go_on()
        self.bedside.start()
        self._begin()

    @property
    def felt(self) -> float:
        return self.bedside.condition.felt

    def medication_until_h(self, as_planned: bool) -> float:
        """How long they have medication without a clinic when they leave now."""
        return self._protocol.medication_until_h(self.bedside.now, as_planned)

    def can_attend(self, score_below: float) -> bool:
        return not self.bedside.away and self.felt < score_below

    def attend(self, group: int) -> None:
        self.attended += 1
        self.bedside.note(Event.ATTENDED, group)

    def has_attended(self) -> None:
        if not self.bedside.over and not self.bedside.away:
            self._had_counselling()

    def _add_risks(self) -> None:
        bedside, condition, rule = self.bedside, self.bedside.condition, self._leaving
        if rule is None:
            return
        leaves = partial(bedside.leave_feeling, Event.SELF_DISCHARGED)
        bedside.wish_to_leave = Risk(self._person.leaves_at, condition.leaving_per_h, leaves)
        bedside.risks.add(bedside.wish_to_leave)
        sent_away_per_h = rule.by_facility_per_1000_days / 1000 / DAY_H
        sent_away = partial(bedside.leave_feeling, Event.FACILITY_DISCHARGED)
        bedside.risks.add_steady(self._person.facility_at, sent_away_per_h, sent_away)

    def _complications(self) -> Trouble | None:
        rules = self._unit.scenario.complications
        if rules is None:
            return None
        hospital = Hospital(self._unit, self.bedside, rules.hospital)
        return Trouble(self.bedside, rules, self._protocol, hospital)

    def _begin(self) -> None:
        if isnan(self._person.stay_so_far_h):
            self._admit()
        else:
            self._take_over()
        individual = self._unit.scenario.counselling.individual
        if individual:
            OwnSessions(self.bedside, individual, self._unit.scenario.run.first_weekday, self._had_counselling)

    def _admit(self) -> None:
        self.bedside.ask(Work.NURSING_ASSESSMENT, self._assessed)
        self.bedside.ask(Work.HISTORY_AND_PHYSICAL, self._examined)
        self._plan_aftercare()

    def _go_on(self) -> None:
        """A person of the census who has had doses: the first look finds them under the last one."""
        person, now = self._person, self.bedside.now
        last_h = None if isnan(person.last_dose_ago_h) else now - person.last_dose_ago_h
        self._protocol.order()
        self._protocol.go_on(now - person.first_dose_ago_h, last_h)

    def _take_over(self) -> None:
        """A person of the census: what has been done is not done again."""
        person = self._person
        self._checks.due_now()
        if person.examined and isnan(person.first_dose_ago_h):
            self._protocol.order()
        if person.examined:
            self._set_review(self.bedside.now)
        else:
            self.bedside.ask(Work.HISTORY_AND_PHYSICAL, self._examined)
        if person.aftercare_planned:
            self._aftercare_planned()
        else:
            self._plan_aftercare()
        if person.ready:
            self.ready.succeed()

    def _plan_aftercare(self) -> None:
        if self.bedside.includes(Work.DISCHARGE_PLANNING):
            self.bedside.ask(Work.DISCHARGE_PLANNING, self._aftercare_planned)
        else:
            self.planned.succeed(self.bedside.now)

    def _assessed(self) -> None:
        self.bedside.look()
        self._checks.charted()

    def _found(self, score: float) -> None:
        self._protocol.consider(score)

    def _examined(self) -> None:
        """The examination orders the protocol; reviews follow from the next day on."""
        self.bedside.look()
        self._protocol.order()
        self._protocol.consider(self.felt)
        self._set_review((self.bedside.now // DAY_H + 1) * DAY_H)

    def _started(self) -> None:
        """The first dose: it changes the wish to leave, and may bring complications."""
        rule, agonist = self._leaving, self._plan.is_agonist
        if rule and (agonist or isinstance(self._plan, Alpha2Agonist)):
            ratio = rule.medication_started_ratio if agonist else rule.adjunct_started_ratio
            self.bedside.condition.modifiers *= rule.hazard_ratio(ratio)
        if self._trouble and isnan(self._person.first_dose_ago_h):
            self._trouble.first_dose()

    def _aftercare_planned(self) -> None:
        if self._leaving:
            self.bedside.condition.modifiers *= self._leaving.hazard_ratio(self._leaving.aftercare_plan_ratio)
        self.bedside.look()
        self.bedside.note(Event.PLANNED, self._person.wish)
        self.planned.succeed(self.bedside.now)

    def _had_counselling(self) -> None:
        if self._leaving and not self._counselled:
            self.bedside.condition.modifiers *= self._leaving.hazard_ratio(self._leaving.counselling_ratio)
        self._counselled = True
        self.bedside.look()

    def _set_review(self, not_before_h: float) -> None:
        self.bedside.at(next_clock_time([self._plan.review_at], not_before_h), Order.DUE, self._review_due)

    def _review_due(self) -> None:
        if self.ready.triggered:
            return
        if self._review is None or not self._review.is_under_way:
            self.bedside.lapse(self._review)
            self._review = self.bedside.ask(Work.DAILY_REVIEW, self._reviewed)
        self._set_review((self.bedside.now // DAY_H + 1) * DAY_H)

    def _reviewed(self) -> None:
        bedside, rule = self.bedside, self._plan.ready
        bedside.look()
        low_since_h = bedside.condition.low_since_h
        if not self.ready.triggered and medically_ready(bedside.now, self._protocol.over_h, low_since_h, rule.for_h):
            self.ready.succeed()


def _friday_ratio(scenario: Scenario, admitted_h: float) -> float:
    """What an admission on a Friday does to the wish to leave."""
    rule, weekday = scenario.leaving, (admitted_h // DAY_H + scenario.run.first_weekday) % 7
    return rule.hazard_ratio(rule.friday_admission_ratio) if rule and weekday == FRIDAY else 1.0
