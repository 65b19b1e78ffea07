"""What the model itself takes for granted, as far as a scenario uses it (STRESS-DES 3.4)."""

from collections.abc import Iterator

from sim.describe.withdrawal_care import has_care
from sim.scenario.protocols import Dosed
from sim.scenario.scenario import Scenario
from sim.scenario.staff import Staff

PEOPLE = (
    "People differ at random, independently of each other.",
    "Where no condition is given, what is true of a person in one respect says nothing about another.",
)
NOT_MODELLED = (
    "Not modelled: single symptoms, drugs beyond their effect on the score, staff as persons, the layout of the "
    "building, infection control, the weather. Rapid detoxification under anaesthesia is left out because it is unsafe."
)
WITH_WITHDRAWAL = (
    "A score is what the person feels at that moment, found without error.",
    "Withdrawal follows one closed formula for all opioids, with numbers by opioid.",
    "Which protocol a person has does not depend on how they feel, and does not change during the stay.",
)
WITH_DOSES = ("A dose acts in full from the moment it is given.",)
WITH_STAFF = (
    "Staff of one role are alike, and one task needs one of them.",
    "A task takes as long for one role as for another; walking and waiting for each other are part of its time.",
)
WITH_LEAVING = (
    "The wish to leave depends on what is felt now, not on what was felt before.",
    "The effects of felt score, care, traits, source and time on the wish to leave multiply.",
)
WITH_COMPLICATIONS = (
    "Complications come independently of each other, given the felt score, and how one ends does not depend on how "
    "late it was found.",
)
WITH_AFTERWARDS = (
    "Return to use depends on how the stay ended and on care afterwards, not on who the person is or how they felt.",
    "The effects of medication and of a programme on return to use multiply.",
)


def built_in(scenario: Scenario) -> Iterator[str]:
    """A sentence for each assumption."""
    yield from PEOPLE
    yield from _unit(scenario)
    if has_care(scenario):
        yield from WITH_WITHDRAWAL
    if any(isinstance(plan, Dosed) for plan in scenario.protocols.values()):
        yield from WITH_DOSES
    if scenario.staff:
        yield from _staff(scenario.staff)
    if scenario.leaving:
        yield from WITH_LEAVING
    if scenario.complications:
        yield from WITH_COMPLICATIONS
    yield from _afterwards(scenario)
    yield NOT_MODELLED


def _unit(scenario: Scenario) -> Iterator[str]:
    if scenario.unit.bed_groups:
        yield "Beds of a group are alike, and nobody is moved from one bed to another."
    else:
        yield "Beds are alike; who lies in which does not matter."
    yield "The unit follows its rules without exception: nobody is fetched from off duty and no bed is added in a rush."
    yield "There is no daylight saving time and no public holiday."


def _staff(staff: Staff) -> Iterator[str]:
    yield from WITH_STAFF
    if any(role.unfilled_pct for role in staff.roles.values()):
        yield "Shifts go unfilled independently of each other, and agency staff work as fast and as well as others."
    else:
        yield "Every shift on the roster is filled."


def _afterwards(scenario: Scenario) -> Iterator[str]:
    rule = scenario.afterwards
    if rule is None or rule.comes_back is None:
        yield "A person who leaves, in whatever way, does not come back within a run."
    if rule:
        yield from WITH_AFTERWARDS
    if (rule and rule.deaths) or scenario.demand.harm_while_waiting:
        yield "Nobody dies in the simulation: deaths are expected numbers, by rates."
