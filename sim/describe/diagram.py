"""The pathway of this scenario from referral to every exit (STRESS-DES 2.1)."""

from collections.abc import Iterator

from sim.describe.flow import Arrow, Flow, Lane, Node
from sim.describe.front_door import waits_are_limited
from sim.scenario.demand import Screening
from sim.scenario.scenario import Scenario

Step = tuple[Node, str, Node]
"""From, what makes a person go, to."""

SCREENING = Node("screening", "Telephone screening", Lane.PATH)
LIST = Node("list", "Waiting list", Lane.PATH)
BED = Node("bed", "Detox bed", Lane.PATH)
HOSPITAL = Node("hospital", "Hospital", Lane.END)
OUT = Node("out", "Everybody who has left", Lane.AFTER)
USES = Node("uses", "Return to use", Lane.AFTER)


def diagram(scenario: Scenario) -> Flow:
    """Every way that people can take in this scenario."""
    steps = list(_steps(scenario))
    nodes = dict.fromkeys(node for start, _, end in steps for node in (start, end))
    return Flow(tuple(nodes), tuple(Arrow(start.name, words, end.name) for start, words, end in steps))


def _steps(scenario: Scenario) -> Iterator[Step]:
    yield from _front_door(scenario)
    yield from _early_ends(scenario)
    yield from _destinations(scenario)
    yield from _afterwards(scenario)


def _front_door(scenario: Scenario) -> Iterator[Step]:
    demand = scenario.demand
    first = SCREENING if demand.screening else LIST
    for number, (name, source) in enumerate(demand.sources.items()):
        yield Node(f"source{number}", source.label or name, Lane.ENTRY), "referral", first
    if demand.screening:
        yield from _screening(demand.screening)
    if demand.list_limit is not None:
        yield LIST, "list full", Node("refused", "Refused", Lane.END)
    if waits_are_limited(demand):
        yield LIST, "patience ends", Node("gave_up", "Gave up", Lane.END)
    if demand.no_show:
        yield LIST, "called, stays away", Node("no_show", "Did not turn up", Lane.END)
    yield LIST, "called, arrives", BED


def _screening(rule: Screening) -> Iterator[Step]:
    yield SCREENING, "lost", Node("lost", "Lost", Lane.END)
    yield SCREENING, "diverted", Node("diverted", "Hospital or another service", Lane.END)
    if rule.outpatient:
        yield SCREENING, "as an outpatient", Node("outpatient", "Outpatient withdrawal management", Lane.END)
    yield SCREENING, "eligible", LIST


def _early_ends(scenario: Scenario) -> Iterator[Step]:
    rules = scenario.complications
    if scenario.leaving:
        yield BED, "self-discharge", Node("left", "Left against advice", Lane.END)
        if scenario.leaving.by_facility_per_1000_days:
            yield BED, "breaks rules", Node("sent_away", "Sent away by the unit", Lane.END)
    if rules and rules.hospital:
        yield BED, "complication", HOSPITAL
        if rules.hospital.bed_held_for_h:
            yield HOSPITAL, "back in time", BED


def _destinations(scenario: Scenario) -> Iterator[Step]:
    if scenario.transition is None:
        yield BED, "ready", Node("discharged", "Discharged", Lane.END)
        return
    places = {
        name: Node(f"place{number}", place.label or name, Lane.END)
        for number, (name, place) in enumerate(scenario.transition.destinations.items())
    }
    for name, place in scenario.transition.destinations.items():
        yield BED, "ready", places[name]
        following = getattr(place, "otherwise", None)
        if following is not None:
            yield places[name], "no place in time", places[following]


def _afterwards(scenario: Scenario) -> Iterator[Step]:
    """What follows every way out, drawn once for all of them."""
    rule = scenario.afterwards
    if rule is None:
        return
    yield OUT, "hazard that decays", USES
    if rule.comes_back:
        yield USES, "referred again", SCREENING if scenario.demand.screening else LIST
