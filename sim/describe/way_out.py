"""The way out in prose: planning, boarding, discharge and the bed afterwards."""

from collections.abc import Iterator

from sim.describe.places import has_eligibility, places
from sim.describe.words import hours_spread, lasting, window_hours
from sim.scenario.scenario import Scenario
from sim.scenario.transition import Transition


def way_out(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule of leaving as planned that this scenario uses."""
    if scenario.transition:
        yield _planning(scenario, scenario.transition)
        yield from places(scenario, scenario.transition)
        yield _boarding(scenario.transition)
    yield _discharge(scenario)


def _planning(scenario: Scenario, transition: Transition) -> str:
    finds = (
        "Discharge planning finds the place; a ready person waits for it if it is not done"
        if scenario.tasks.discharge_planning
        else "No planning work is needed to find the place"
    )
    wishes = (
        "one destination among those that they are eligible for, drawn before arrival in the ratio of the weights"
        if has_eligibility(transition)
        else "one destination, drawn before arrival by the wished shares"
    )
    return f"**Planning.** Each person wishes for {wishes}. {finds}."


def _boarding(transition: Transition) -> str:
    if transition.boarding_limit_h is None:
        limit = "for as long as it takes"
    else:
        at_most = lasting(transition.boarding_limit_h)
        limit = f"for {at_most} at most, and then takes the next option, or leaves without a place"
    return (
        f"**Boarding.** A person who is medically ready and whose place is not free waits in the detox bed {limit}. "
        "These bed-hours count as blocked."
    )


def _discharge(scenario: Scenario) -> str:
    unit = scenario.unit
    sentences = ["A ready person with a place leaves" if scenario.transition else "A ready person leaves"]
    if unit.discharge_hours:
        sentences[0] += f" in discharge hours ({window_hours(unit.discharge_hours)})"
    if scenario.tasks.discharge:
        sentences[0] += ", once the work of discharge is done"
    sentences[0] += "."
    if scenario.leaving:
        sentences.append("Until then they may still leave against advice; their place is then given back.")
    if unit.turnover:
        sentences.append(
            f"The bed is then cleaned ({hours_spread(unit.turnover)}) before anybody else is called for it."
        )
    else:
        sentences.append("The bed is free at once.")
    return f"**Discharge.** {' '.join(sentences)}"
