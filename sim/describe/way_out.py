"""The way out in prose: self-discharge, planning, boarding, destinations, discharge and the bed afterwards."""

from collections.abc import Iterator

from sim.describe.words import counted, escaped, hours_spread, named_days, window_hours
from sim.scenario.scenario import Scenario
from sim.scenario.transition import Destination, NoAftercare, Outpatient, OutsidePlace, StepDown, Transition
from sim.scenario.values.hours import say_clock, say_hours
from sim.scenario.withdrawal import Leaving


def way_out(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule of leaving that this scenario uses."""
    if scenario.leaving:
        yield _self_discharge(scenario, scenario.leaving)
    if scenario.transition:
        yield _planning(scenario)
        yield from _places(scenario.transition)
        yield _boarding(scenario.transition)
    yield _discharge(scenario)


def place_name(name: str, place: Destination) -> str:
    return escaped(place.label or name)


def _self_discharge(scenario: Scenario, rule: Leaving) -> str:
    by_source = any(source.leaves_early_pct is not None for source in scenario.demand.sources.values())
    source = (
        ", a ratio by referral source (ln(1 − p) ÷ ln(1 − p̄), with p the share of that source that leaves early and "
        "p̄ of all)"
        if by_source
        else ""
    )
    return (
        "**Self-discharge.** A person leaves against advice when their cumulative hazard reaches a threshold of "
        f"their own, drawn from a unit exponential. The hazard is {rule.per_day:g} a day × "
        f"{rule.ratio_per_10_points:g}^((felt score − {rule.reference_score:g}) ÷ 10) × modifiers × settling. "
        f"Modifiers are {rule.medication_started_ratio:g} from the first dose on, {rule.aftercare_plan_ratio:g} from "
        f"the moment an aftercare plan is made{source}. Settling falls by a factor of {rule.settling.ratio:g} for "
        f"each {say_hours(rule.settling.per_h)} since admission, down to {rule.settling.floor:g}. The hazard is taken "
        "anew at each event of the person and is constant in between."
    )


def _planning(scenario: Scenario) -> str:
    finds = (
        "A counsellor's discharge planning finds the place; a ready person waits for it if it is not done"
        if scenario.tasks.discharge_planning
        else "No planning work is needed to find the place"
    )
    return f"**Planning.** Each person wishes for one destination, drawn before arrival by the wished shares. {finds}."


def _places(transition: Transition) -> Iterator[str]:
    wishes_pct = sum(place.wish_pct for place in transition.destinations.values())
    for name, place in transition.destinations.items():
        lead = f"**{place_name(name, place)}** (the wish of {100 * place.wish_pct / wishes_pct:.3g} %)"
        yield f"{lead}: {_place(place)}{_otherwise(place, transition)}"


def _place(place: Destination) -> str:
    match place:
        case StepDown():
            return (
                f"the unit's own step-down house with {counted(place.beds, 'bed')}, taken in the order of asking, "
                f"from the moment a bed there is given until its stay is over ({hours_spread(place.stay)})."
            )
        case OutsidePlace():
            return f"a programme elsewhere; its place comes free some time after planning ({hours_spread(place.wait)})."
        case Outpatient():
            return (
                f"outpatient care with {counted(place.slots_per_day, 'first appointment')} on "
                f"{named_days(place.days)} at {say_clock(place.slot_time)}; on discharge the person is given the "
                "first one that is free."
            ).replace("on every day", "every day")
        case NoAftercare():
            return "needs no place."


def _otherwise(place: Destination, transition: Transition) -> str:
    following = getattr(place, "otherwise", None)
    if following is None:
        return ""
    return f" The next option is {place_name(following, transition.destinations[following])}."


def _boarding(transition: Transition) -> str:
    if transition.boarding_limit_h is None:
        limit = "for as long as it takes"
    else:
        at_most = say_hours(transition.boarding_limit_h)
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
