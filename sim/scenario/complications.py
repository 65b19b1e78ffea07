"""What may go wrong during a stay, how it is found, and how it ends."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import Hours, Name, NotNegative, Part, Percent, Positive, Score, SomeHours, Spread, Words
from sim.scenario.people import Share


class Ends(Part):
    """How the response to a complication ends; shares add up to 100."""

    continue_pct: Percent = 0.0
    longer_stay_pct: Percent = 0.0
    observation_pct: Percent = 0.0
    """Constant observation: the task `constant_observation`."""
    transfer_pct: Percent = 0.0
    """To hospital."""


class FeltWorse(Part):
    """Points added to the felt score, fading in a straight line."""

    points: Score
    fades_over_h: SomeHours


class Complication(Part):
    """One kind, at most once in a stay: at a rate while in a bed, or for a share of people after their first dose."""

    label: str = ""
    per_1000_patient_days: NotNegative | None = None
    """Rate at a felt score of `complications.reference_score`."""
    at_first_dose: Share | None = None
    """Instead of a rate: the share to whom the first dose brings it."""
    begins_after_h: Hours = 0.0
    """From the first dose."""
    ratio_per_10_points: Positive = 1.0
    """Hazard ratio for ten points more of felt score."""
    only_for: Words = ()
    """Words for those who may have it; none means everyone."""
    not_for: Words = ()
    found_at_once: bool = False
    """Otherwise it is found at once under constant observation, else at the next contact."""
    felt_worse: FeltWorse | None = None
    response_effort: NotNegative = 1.0
    """Effort relative to the usual minutes of the task `response`."""
    ends: Ends
    longer_by_h: Hours = 0.0
    """How much later the protocol days are done after an end with a longer stay."""


class Hospital(Part):
    """After a transfer: the bed is held for a while."""

    stay: Spread
    bed_held_for_h: Hours
    """A person back by then goes on where they were; otherwise the stay has ended in hospital, when this is over."""


class Complications(Part):
    """All kinds by name."""

    reference_score: Score
    kinds: Annotated[dict[Name, Complication], Field(min_length=1, max_length=20)]
    hospital: Hospital | None = None
    """Needed when an end is a transfer."""
