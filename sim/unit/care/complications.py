"""What goes wrong: it begins, is found, is responded to, and ends."""

from enum import IntEnum
from functools import partial

from sim.rules.complications import rate_per_h, which_end
from sim.scenario.complications import Complication, Complications
from sim.unit.care.bedside import Bedside
from sim.unit.care.hospital import Hospital
from sim.unit.care.protocol import Protocol
from sim.unit.care.risks import Risk
from sim.unit.clock import Order
from sim.vocabulary import Event, Work


class End(IntEnum):
    """How a response ends; the order in which the shares are read."""

    CONTINUE = 0
    LONGER_STAY = 1
    OBSERVATION = 2
    TRANSFER = 3


class Trouble:
    """All complications of one person."""

    def __init__(self, bedside: Bedside, rules: Complications, protocol: Protocol, hospital: Hospital):
        self._bedside, self._rules = bedside, rules
        self._protocol, self._hospital = protocol, hospital
        self._kinds = list(rules.kinds.values())
        self._watches = 0
        for number, kind in enumerate(self._kinds):
            if bedside.person.complication_at[number] < float("inf"):
                self._add_risk(number, kind)

    def first_dose(self) -> None:
        """The first dose brings what it brings, after a while."""
        for number, kind in enumerate(self._kinds):
            if self._bedside.person.first_dose_brings[number]:
                self._bedside.at(self._bedside.now + kind.begins_after_h, Order.DUE, self._begins, number)

    def _add_risk(self, number: int, kind: Complication) -> None:
        per_1000, reference = kind.per_1000_patient_days or 0.0, self._rules.reference_score
        ratio, condition = kind.ratio_per_10_points, self._bedside.condition
        threshold, begins = self._bedside.person.complication_at[number], partial(self._begins, number)

        def rate(_now_h: float) -> float:
            return rate_per_h(per_1000, condition.felt, reference, ratio)

        if ratio == 1.0:
            self._bedside.risks.add_steady(threshold, rate_per_h(per_1000, reference, reference, ratio), begins)
        else:
            self._bedside.risks.add(Risk(threshold, rate, begins))

    def _begins(self, number: int) -> None:
        bedside, kind = self._bedside, self._kinds[number]
        bedside.note(Event.COMPLICATION, number)
        if kind.felt_worse:
            bedside.condition.worsen(bedside.now, kind.felt_worse)
        bedside.look()
        if kind.found_at_once:
            self._found(number)
        else:
            bedside.hide(partial(self._found, number))

    def _found(self, number: int) -> None:
        bedside, kind = self._bedside, self._kinds[number]
        bedside.note(Event.COMPLICATION_FOUND, number)
        bedside.ask(Work.RESPONSE, partial(self._ends, number), kind.response_effort)

    def _ends(self, number: int) -> None:
        bedside, kind = self._bedside, self._kinds[number]
        shares = (kind.ends.continue_pct, kind.ends.longer_stay_pct, kind.ends.observation_pct, kind.ends.transfer_pct)
        bedside.look()
        match which_end(bedside.person.complication_rank[number], shares):
            case End.LONGER_STAY:
                self._protocol.longer_h += kind.longer_by_h
            case End.OBSERVATION:
                self._observe()
            case End.TRANSFER:
                self._hospital.transfer(number)

    def _observe(self) -> None:
        """Somebody stays with the person; from the moment that they are asked for, things are found at once."""
        self._watches += 1
        self._bedside.observed = True
        self._bedside.ask(Work.CONSTANT_OBSERVATION, self._observed)

    def _observed(self) -> None:
        self._watches -= 1
        self._bedside.observed = self._watches > 0
        self._bedside.look()
