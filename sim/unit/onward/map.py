"""Which running place stands behind each destination of the scenario."""

from sim.scenario.transition import Onward, Outpatient, OutsidePlace, StepDown, Transition
from sim.unit.clock import Clock
from sim.unit.log import Log
from sim.unit.onward.house import House
from sim.unit.onward.places import Elsewhere, Place
from sim.unit.onward.slots import Slots


def places_of(transition: Transition | None, clock: Clock, log: Log, first_weekday: int) -> dict[int, Place]:
    """The running places by the number of their destination; -1 is leaving without one."""
    rules: dict[str, Onward] = dict(transition.destinations) if transition else {}
    numbers = {name: number for number, name in enumerate(rules)}
    places = {-1: Place(-1)}
    for name, rule in rules.items():
        number, otherwise = numbers[name], numbers.get(getattr(rule, "otherwise", None) or "", -1)
        match rule:
            case StepDown():
                places[number] = House(clock, log, number, otherwise, rule)
            case OutsidePlace():
                places[number] = Elsewhere(clock, number, otherwise, rule)
            case Outpatient():
                places[number] = Slots(clock, log, number, rule, first_weekday)
            case _:
                places[number] = Place(number, rule=rule)
    return places
