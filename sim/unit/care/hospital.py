"""Transfer to hospital: the bed is held for a while, and the person comes back to it or not."""

from sim.scenario.complications import Hospital as Rule
from sim.unit.care.bedside import Bedside
from sim.unit.clock import Order
from sim.unit.unit import Unit
from sim.vocabulary import Event


class Hospital:
    """The transfers of one person. While they are away nothing is done for them and nothing happens to them."""

    def __init__(self, unit: Unit, bedside: Bedside, rule: Rule | None):
        self._unit, self._bedside, self._rule = unit, bedside, rule

    def transfer(self, number: int) -> None:
        """A complication, named by its number, needs a hospital."""
        bedside, rule = self._bedside, self._rule
        if rule is None or bedside.away:
            return
        if not rule.bed_held_for_h:
            bedside.leave(Event.TRANSFERRED, number)
            return
        bedside.note(Event.TO_HOSPITAL, number)
        bedside.suspend()
        self._unit.beds.hold(1)
        comes_back = bedside.person.hospital_h <= rule.bed_held_for_h
        away_h = min(bedside.person.hospital_h, rule.bed_held_for_h)
        then = self._back if comes_back else self._given_up
        self._unit.clock.at(bedside.now + away_h, Order.ADMISSION, bedside.person.number, then, number)

    def _back(self, _number: int) -> None:
        if self._bedside.over:
            return
        self._unit.beds.hold(-1)
        self._bedside.note(Event.BACK_FROM_HOSPITAL)
        self._bedside.resume()

    def _given_up(self, number: int) -> None:
        self._unit.beds.hold(-1)
        self._bedside.leave(Event.TRANSFERRED, number)
