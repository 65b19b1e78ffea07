"""What is taken for granted: by the model itself, and by the author of the scenario (STRESS-DES 3.4)."""

from collections.abc import Iterable

from sim.describe.parameters import ASSUMED, Parameter
from sim.describe.words import bullets, escaped, paragraphs, table
from sim.scenario.protocols import BuprenorphineTaper
from sim.scenario.scenario import Scenario

ALWAYS = (
    "People differ at random, independently of each other, and a person's traits are independent of each other given "
    "their source.",
    "A person who leaves, in whatever way, does not come back within a run.",
    "Beds are alike; who lies in which does not matter.",
    "The unit follows its rules without exception: nobody is fetched from off duty and no bed is added in a rush.",
    "There is no daylight saving time and no public holiday.",
    "Not modelled: single symptoms, staff as persons, the layout of the building, infection control, the weather.",
)
WITH_WITHDRAWAL = (
    "A score is what the person feels at that moment, found without error.",
    "A dose acts in full from the moment it is given.",
    "Withdrawal follows one closed formula for all opioids, with numbers by opioid.",
)
WITH_STAFF = (
    "Staff of one role are alike, and one task needs one of them.",
    "A task takes as long for one role as for another; walking and waiting for each other are part of its time.",
    "Every shift on the roster is filled.",
)
WITH_LEAVING = (
    "The wish to leave depends on what is felt now, not on what was felt before.",
    "The effects of felt score, medication, aftercare plan, source and time on the wish to leave multiply.",
)
NO_ADVICE = "This model is for planning capacity. Nothing in it is advice about the care of any one person."


def assumptions(scenario: Scenario, found: Iterable[Parameter]) -> str:
    """Built-in assumptions that this scenario uses, and the assumed values with their reasons."""
    points = [*ALWAYS]
    if any(isinstance(plan, BuprenorphineTaper) for plan in scenario.protocols.values()):
        points += WITH_WITHDRAWAL
    if scenario.staff:
        points += WITH_STAFF
    if scenario.leaving:
        points += WITH_LEAVING
    return paragraphs("Built into the model:", bullets(points), _assumed(found), NO_ADVICE)


def _assumed(found: Iterable[Parameter]) -> str:
    rows = [
        (f"`{each.path}`", escaped(each.value), escaped(each.grounds.text))
        for each in found
        if each.grounds and each.strength == ASSUMED
    ]
    if not rows:
        return "The author has marked no value as assumed."
    return paragraphs("Assumed by the author of the scenario:", table(("Parameter", "Value", "Because"), rows))
