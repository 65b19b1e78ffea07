"""What the model is for, and what is asked of it here (STRESS-DES 1.1)."""

from sim.describe.words import escaped
from sim.scenario.scenario import Scenario

PURPOSE = (
    "The model is a discrete-event simulation of a unit for opioid withdrawal management: referral and waiting list, "
    "withdrawal under medical care, and the way on to further care. It is for planners, who ask what other beds, "
    "staff, rules or places to go on to would do to waiting, to care, to how stays end and to cost. It is not for the "
    "care of any one person."
)


def question(scenario: Scenario) -> str:
    """The question of the author, or that there is none."""
    if scenario.question:
        return f"Here it is asked: {escaped(scenario.question)}"
    return "Not provided by author: what is asked of the model here. The field `question` of the scenario is empty."
