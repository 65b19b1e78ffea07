"""What may go wrong, in prose: how it comes, how it is found, what is done, how it ends, and hospital."""

from collections.abc import Iterator

from sim.describe.blocks import Block, grid
from sim.describe.word_names import by_word, who
from sim.describe.words import escaped, hours_spread, lasting, number
from sim.scenario.complications import Complication, Complications, Ends, Hospital
from sim.scenario.people import Share
from sim.scenario.scenario import Scenario

HEADS = ("Kind", "Comes", "To whom", "Found", "Effort of the response", "Ends")
ENDS = {
    "continue_pct": "go on as before",
    "longer_stay_pct": "stay {longer} longer",
    "observation_pct": "are put under constant observation",
    "transfer_pct": "are transferred to hospital",
}


def complications(scenario: Scenario) -> Iterator[Block]:
    """A paragraph for each rule of complications that this scenario uses."""
    rules = scenario.complications
    if rules is None:
        return
    yield _how_they_come(rules)
    yield grid("Complications", HEADS, _rows(scenario, rules))
    yield _found_and_answered(rules)
    if _any(rules, "observation_pct"):
        yield _observation()
    if rules.hospital and _any(rules, "transfer_pct"):
        yield _hospital(rules.hospital)


def _any(rules: Complications, end: str) -> bool:
    return any(getattr(kind.ends, end) for kind in rules.kinds.values())


def _how_they_come(rules: Complications) -> str:
    at_a_rate = any(kind.per_1000_patient_days is not None for kind in rules.kinds.values())
    rate = (
        " A rate holds while the person is in the unit; like the wish to leave it is a hazard that is added up, and "
        "the complication comes when the sum reaches a threshold of the person's own."
        if at_a_rate
        else ""
    )
    felt = (
        " However much worse they make a person feel, the felt score is 48 at most."
        if any(kind.felt_worse for kind in rules.kinds.values())
        else ""
    )
    return f"**Complications.** Each kind comes to a person at most once in a stay.{rate}{felt}"


def _rows(scenario: Scenario, rules: Complications) -> Iterator[tuple[str, ...]]:
    for name, kind in rules.kinds.items():
        yield (
            escaped(kind.label or name),
            _comes(scenario, rules, kind),
            who(scenario, kind.only_for, kind.not_for),
            "at once" if kind.found_at_once else "at the next contact",
            number(kind.response_effort),
            _ends(kind.ends, kind.longer_by_h),
        )


def _comes(scenario: Scenario, rules: Complications, kind: Complication) -> str:
    first = kind.at_first_dose
    told = [_first_dose(scenario, first, kind.begins_after_h) if first else _rate(rules, kind)]
    if kind.felt_worse:
        told.append(
            f"adds {number(kind.felt_worse.points)} points to the felt score, which fade in a straight line over "
            f"{lasting(kind.felt_worse.fades_over_h)}"
        )
    return "; ".join(told)


def _rate(rules: Complications, kind: Complication) -> str:
    rate = f"{number(kind.per_1000_patient_days or 0.0)} per 1,000 patient-days"
    if kind.ratio_per_10_points == 1:
        return rate
    return (
        f"{rate} at a felt score of {number(rules.reference_score)}, × {number(kind.ratio_per_10_points)} for each ten "
        "points more"
    )


def _first_dose(scenario: Scenario, rule: Share, begins_after_h: float) -> str:
    when = f"{lasting(begins_after_h)} after the first dose" if begins_after_h else "with the first dose"
    if not rule.where:
        return f"{when}, in {number(rule.share_pct)} %"
    return f"{when}, in {by_word(scenario, rule.where)}; {number(rule.share_pct)} % of all others"


def _ends(ends: Ends, longer_by_h: float) -> str:
    shares = [(says, getattr(ends, end)) for end, says in ENDS.items()]
    told = [f"{number(share)} % {says}" for says, share in shares if share]
    return "; ".join(told).format(longer=lasting(longer_by_h))


def _found_and_answered(rules: Complications) -> str:
    hidden = (
        " The next contact is the end of the next work of any kind that is done for the person."
        if not all(kind.found_at_once for kind in rules.kinds.values())
        else ""
    )
    longer = " A longer stay puts off the day on which the protocol is done." if _any(rules, "longer_stay_pct") else ""
    return (
        "**Response.** When a complication is found, a response is asked for that comes before all other work and is "
        f"given out during handover too.{hidden} The response takes its usual time multiplied by the effort. When it "
        f"is over, the complication ends in one of the ways shown, drawn by their shares.{longer}"
    )


def _observation() -> str:
    return (
        "**Constant observation.** Somebody stays with the person, which is a task of its own. From the moment it is "
        "asked for until it ends, anything further is found at once."
    )


def _hospital(rule: Hospital) -> str:
    if not rule.bed_held_for_h:
        return "**Hospital.** With a transfer the stay in the unit ends; no bed is held."
    held = lasting(rule.bed_held_for_h)
    return (
        f"**Hospital.** A person who is transferred stays there for some time ({hours_spread(rule.stay)}). The bed "
        f"is held for {held}, counts as occupied, and nothing is done for them meanwhile; rates stand still, while "
        "withdrawal runs its course. A person who is back by then goes on where they were, and what fell due meanwhile "
        f"is asked for then. Otherwise the stay has ended in hospital after {held}, and the bed is given up."
    )
