"""Destinations in prose: what each of them is, how its place comes, and how long people stay."""

from collections.abc import Iterator

from sim.describe.front_door import no_show_formula
from sim.describe.word_names import who
from sim.describe.words import counted, escaped, hours_spread, lasting, number, on_days
from sim.scenario.scenario import Scenario
from sim.scenario.transition import Destination, NoAftercare, Outpatient, OutsidePlace, StepDown, Telehealth, Transition
from sim.scenario.values.hours import say_clock

OFFERS = {
    (True, True): "People there have medication for opioid use disorder and are in a residential programme.",
    (True, False): "People there have medication for opioid use disorder.",
    (False, True): "People there are in a residential programme.",
    (False, False): "",
}


def places(scenario: Scenario, transition: Transition) -> Iterator[str]:
    """A paragraph for each destination."""
    wishes_pct = sum(place.wish_pct for place in transition.destinations.values())
    for name, place in transition.destinations.items():
        share = f"the wish of {100 * place.wish_pct / wishes_pct:.3g} %"
        if has_eligibility(transition):
            share = f"weight {number(place.wish_pct)}, for {who(scenario, place.only_for, place.not_for)}"
        offers = OFFERS[place.medication, place.programme]
        told = (f"**{place_name(name, place)}** ({share}): {_place(place)}", offers, _otherwise(place, transition))
        yield " ".join(part for part in told if part)


def has_eligibility(transition: Transition) -> bool:
    """Whether any destination is for some people only; shares are then weights."""
    return any(place.only_for or place.not_for for place in transition.destinations.values())


def place_name(name: str, place: Destination) -> str:
    return escaped(place.label or name)


def _place(place: Destination) -> str:
    match place:
        case StepDown():
            return (
                f"the unit's own step-down house with {counted(place.beds, 'bed')}, taken in the order of asking, "
                f"from the moment a bed there is given until its stay is over ({hours_spread(place.stay)})."
                f"{_funder(place)}"
            )
        case OutsidePlace():
            return (
                f"a programme elsewhere; its place comes free some time after planning ({hours_spread(place.wait)})."
                f"{_funder(place)}{_stays(place)}"
            )
        case Outpatient():
            return _outpatient(place)
        case NoAftercare():
            return "needs no place."


def _funder(place: StepDown | OutsidePlace) -> str:
    if place.funder_delay is None:
        return ""
    beside = ", beside the wait" if isinstance(place, OutsidePlace) else ""
    return (
        " No place is taken before the funder has agreed, some time after planning "
        f"({hours_spread(place.funder_delay)}){beside}."
    )


def _stays(place: OutsidePlace) -> str:
    return f" People stay there for some time ({hours_spread(place.stay)})." if place.stay else ""


def _outpatient(place: Outpatient) -> str:
    soonest = f", at least {lasting(place.lead_time_h)} after planning" if place.lead_time_h else ""
    return (
        f"outpatient care with {_slots(place)}{_telehealth(place)}; on discharge the person is given the first one "
        f"that is free{soonest}.{_shows(place)}{_retained(place)}"
    )


def _slots(rule: Outpatient | Telehealth) -> str:
    return f"{counted(rule.slots_per_day, 'first appointment')} {on_days(rule.days)} at {say_clock(rule.slot_time)}"


def _telehealth(place: Outpatient) -> str:
    return f", and {_slots(place.telehealth)} by telehealth" if place.telehealth else ""


def _shows(place: Outpatient) -> str:
    if place.no_show is None:
        return " Everybody comes to it."
    return (
        f" They miss it with chance {no_show_formula(place.no_show)}, where *d* is the days since discharge, and then "
        "do not reach this care."
    )


def _retained(place: Outpatient) -> str:
    if place.retained is None:
        return ""
    return f" Those who come stay in this care for some time ({hours_spread(place.retained)})."


def _otherwise(place: Destination, transition: Transition) -> str:
    following = getattr(place, "otherwise", None)
    if following is None:
        return ""
    return f"The next option is {place_name(following, transition.destinations[following])}."
