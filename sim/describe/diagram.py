"""The pathway of this scenario as a Mermaid diagram (STRESS-DES 2.1)."""

import re
from collections.abc import Iterator

from sim.describe.front_door import waits_are_limited
from sim.scenario.demand import Screening
from sim.scenario.scenario import Scenario
from sim.scenario.transition import StepDown

Edge = tuple[str, str, str]
"""From, words on the arrow, to; nodes are written `name["Label"]`."""

LIST, BED, SCREENING = 'list["Waiting list"]', 'bed["Detox bed"]', 'screening["Telephone screening"]'
HOSPITAL, USES = 'hospital["Hospital"]', 'uses["Return to use"]'

MEANT_BY_MERMAID = re.compile(r"[^\w\s,.()/%+-]")


def diagram(scenario: Scenario) -> str:
    """A fenced Mermaid flowchart from referral to every exit."""
    lines = [f"    {start} -->{f'|{words}|' if words else ''} {end}" for start, words, end in _edges(scenario)]
    return "\n".join(["```mermaid", "flowchart TD", *lines, "```"])


def _edges(scenario: Scenario) -> Iterator[Edge]:
    yield from _front_door(scenario)
    yield from _early_ends(scenario)
    if scenario.unit.turnover:
        yield BED, "bed", 'cleaning["Cleaning"]'
    yield from _destinations(scenario)
    yield from _afterwards(scenario)


def _front_door(scenario: Scenario) -> Iterator[Edge]:
    demand = scenario.demand
    first = SCREENING if demand.screening else LIST
    for number, (name, source) in enumerate(demand.sources.items()):
        yield _node(f"source{number}", source.label or name), "referral", first
    if demand.screening:
        yield from _screening(demand.screening)
    if demand.list_limit is not None:
        yield LIST, "list full", 'refused["Refused"]'
    if waits_are_limited(demand):
        yield LIST, "patience ends", 'gave_up["Gave up"]'
    if demand.no_show:
        yield LIST, "called, stays away", 'no_show["Did not turn up"]'
    yield LIST, "called, arrives", BED


def _screening(rule: Screening) -> Iterator[Edge]:
    yield SCREENING, "eligible", LIST
    yield SCREENING, "lost", 'lost["Lost"]'
    yield SCREENING, "diverted", 'diverted["Hospital or another service"]'
    if rule.outpatient:
        yield SCREENING, "as an outpatient", 'outpatient["Outpatient withdrawal management"]'


def _early_ends(scenario: Scenario) -> Iterator[Edge]:
    rules = scenario.complications
    if scenario.leaving:
        yield BED, "self-discharge", 'left["Left against advice"]'
        if scenario.leaving.by_facility_per_1000_days:
            yield BED, "breaks rules", 'sent_away["Sent away by the unit"]'
    if rules and rules.hospital:
        yield BED, "complication", HOSPITAL
        if rules.hospital.bed_held_for_h:
            yield HOSPITAL, "back in time", BED


def _destinations(scenario: Scenario) -> Iterator[Edge]:
    if scenario.transition is None:
        yield BED, "ready", 'discharged["Discharged"]'
        return
    numbers = {name: number for number, name in enumerate(scenario.transition.destinations)}
    for name, place in scenario.transition.destinations.items():
        node = _node(f"place{numbers[name]}", place.label or name)
        yield BED, "ready", node
        if isinstance(place, StepDown):
            yield node, "stay over", 'home["Left step-down"]'
        following = getattr(place, "otherwise", None)
        if following is not None:
            yield node, "no place in time", f"place{numbers[following]}"


def _afterwards(scenario: Scenario) -> Iterator[Edge]:
    """What follows every way out, drawn once for all of them."""
    rule = scenario.afterwards
    if rule is None:
        return
    yield 'out["Everybody who has left"]', "hazard that decays", USES
    if rule.comes_back:
        first = SCREENING if scenario.demand.screening else LIST
        yield USES, "referred again", first


def _node(name: str, label: str) -> str:
    """A node whose label has no character that means something to Mermaid or HTML."""
    words = MEANT_BY_MERMAID.sub(" ", label).split()
    return f'{name}["{" ".join(words)}"]'
