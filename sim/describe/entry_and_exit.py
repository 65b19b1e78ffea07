"""Where people come into the model and how they leave it (STRESS-DES 2.5.5)."""

from collections.abc import Iterator

from sim.describe.front_door import waits_are_limited
from sim.describe.places import place_name
from sim.describe.referral import source_name
from sim.describe.words import listing, paragraphs
from sim.scenario.demand import Demand
from sim.scenario.scenario import Scenario


def entry_and_exit(scenario: Scenario) -> str:
    """Where people come into the model and all the ways in which they leave it."""
    entries = [source_name(name, source) for name, source in scenario.demand.sources.items()]
    again = (
        " People who come back enter anew by referral."
        if scenario.afterwards and scenario.afterwards.comes_back
        else ""
    )
    ways = [*_before_the_bed(scenario.demand), *_from_the_bed(scenario)]
    return paragraphs(
        f"Entry: referral from {listing(entries, between='; ')}.{again}", f"Exit: {listing(ways, ' or ', '; ')}."
    )


def _before_the_bed(demand: Demand) -> Iterator[str]:
    exits = {
        "lost at screening": demand.screening,
        "sent to hospital or another service at screening": demand.screening,
        "treated as an outpatient instead": demand.screening and demand.screening.outpatient,
        "refused at a full list": demand.list_limit is not None,
        "gave up waiting": waits_are_limited(demand),
        "did not turn up": demand.no_show,
    }
    yield from (name for name, is_used in exits.items() if is_used)


def _from_the_bed(scenario: Scenario) -> Iterator[str]:
    rule, rules = scenario.leaving, scenario.complications
    if rule:
        yield "left against advice"
    if rule and rule.by_facility_per_1000_days:
        yield "sent away by the unit"
    if rules and rules.hospital:
        yield "transferred to hospital"
    if scenario.transition is None:
        yield "discharged"
        return
    for name, place in scenario.transition.destinations.items():
        yield f"discharged to {place_name(name, place)}"
