"""Who moves through the model and what they carry (STRESS-DES 2.5.1)."""

from sim.describe.front_door import waits_are_limited
from sim.describe.words import listing
from sim.scenario.part import Part
from sim.scenario.protocols import Alpha2Agonist, FixedStay
from sim.scenario.scenario import Scenario
from sim.scenario.transition import Outpatient, OutsidePlace, StepDown

AGAIN = (
    "A person who is referred again is the same person in a new episode, with luck of its own. Measures count episodes "
    "unless they say otherwise."
)
ONCE = "People who come back are new referrals; the model does not follow a person from one stay to the next."


def entities(scenario: Scenario) -> str:
    """People, with everything about them that is known before the clock starts."""
    traits = {**_before_the_bed(scenario), **_in_the_unit(scenario), **_afterwards(scenario)}
    carried = listing([trait for trait, is_used in traits.items() if is_used], between="; ")
    again = AGAIN if scenario.afterwards and scenario.afterwards.comes_back else ONCE
    return f"People are the only entities, one for each referral. Each carries: {carried}. {again}"


def _before_the_bed(scenario: Scenario) -> dict[str, object]:
    demand = scenario.demand
    return {
        "time of referral and source": True,
        "age": scenario.people.age_years,
        "traits": scenario.people.traits,
        "priority class": demand.priority_classes,
        "what screening finds": demand.screening,
        "whether and how they are treated as outpatients": demand.screening and demand.screening.outpatient,
        "patience": waits_are_limited(demand),
        "travel time": demand.travel,
        "whether they turn up when called": demand.no_show,
        "bed groups that admit them": scenario.unit.bed_groups,
    }


def _in_the_unit(scenario: Scenario) -> dict[str, object]:
    plans, rules = scenario.protocols.values(), scenario.complications
    return {
        "care plan": len(plans) > 1,
        "length of stay": any(isinstance(plan, FixedStay) for plan in plans),
        "primary opioid, hours since last use, onset, rise, decline and peak score": scenario.withdrawal,
        "each reading of blood pressure": any(isinstance(plan, Alpha2Agonist) for plan in plans),
        "threshold for leaving against advice": scenario.leaving,
        "threshold for being sent away": scenario.leaving and scenario.leaving.by_facility_per_1000_days,
        "for each complication its threshold or whether the first dose brings it, and how it ends": rules,
        "time in hospital": rules and rules.hospital,
        "how long each of their tasks takes": scenario.staff,
        "how long their bed takes to clean": scenario.unit.turnover,
    }


def _afterwards(scenario: Scenario) -> dict[str, object]:
    places: list[Part] = list(scenario.transition.destinations.values()) if scenario.transition else []
    outpatient = [place for place in places if isinstance(place, Outpatient)]
    beds = [place for place in places if isinstance(place, StepDown | OutsidePlace)]
    return {
        "destination wished for, and the wait for it or stay there": scenario.transition,
        "how long the funder takes": any(place.funder_delay for place in beds),
        "whether they come to the first appointment": any(place.no_show for place in outpatient),
        "threshold for return to use": scenario.afterwards,
        "whether and when they are referred again": scenario.afterwards and scenario.afterwards.comes_back,
    }
