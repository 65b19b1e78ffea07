"""Doses in prose: their effect on what is felt, induction, the rounds, and blood pressure before them."""

from collections.abc import Iterator

from sim.describe.words import lasting, listing, number
from sim.scenario.protocols import Alpha2Agonist, BloodPressure, BuprenorphineContinued, Dosed, Induction, Naltrexone
from sim.scenario.values.hours import say_clock


def dosing(plan: Dosed) -> Iterator[str]:
    """A paragraph for each rule of doses that this protocol uses."""
    yield _felt(plan)
    yield _induction(plan, plan.induction) if plan.induction else _first_round()
    yield _rounds(plan)
    if isinstance(plan, Alpha2Agonist):
        yield _blood_pressure(plan.blood_pressure)


def _felt(plan: Dosed) -> str:
    return (
        f"**Felt score.** What a person feels is *W(t)* × (1 − {plan.efficacy:g} × level). The level is the day's "
        f"dose as a share of {number(plan.full_effect_mg)} mg, at most 1, while the last dose covers "
        f"({lasting(plan.covers_h)}), and then falls in a straight line to nothing over "
        f"{lasting(plan.wears_off_over_h)}. A late dose is therefore felt."
    )


def _induction(plan: Dosed, rule: Induction) -> str:
    """The rest of the first day's dose is told where there is any."""
    rest_mg = plan.mg_by_day[0] - rule.dose_mg
    rest = f"; if the score is still as high, the rest of the first day's dose ({number(rest_mg)} mg) is given"
    recheck = f"{lasting(rule.recheck_after_h)} later{rest if rest_mg > 0 else ''}"
    return (
        f"**Induction.** The first dose of {number(rule.dose_mg)} mg is asked for when the prescriber has ordered the "
        f"protocol, a score of {number(rule.score_at_least)} or more is found and the last use is long enough ago "
        f"({lasting(rule.after_short_acting_h)} for a short-acting opioid, {lasting(rule.after_long_acting_h)} "
        f"for a long-acting one). A check follows {recheck}. Someone who has not reached the score "
        f"{lasting(rule.no_start_after_h)} after arrival {_no_start(plan)}."
    )


def _no_start(plan: Dosed) -> str:
    if isinstance(plan, Naltrexone):
        return "needs no agonist, and the way to the injection begins then"
    return "needs no doses, and their protocol days count as done"


def _first_round() -> str:
    return "**First dose.** The first round after the prescriber's order is the first dose, whatever the score."


def _rounds(plan: Dosed) -> str:
    clock = listing([say_clock(hour) for hour in plan.dose_times])
    doses = [number(mg) for mg in plan.mg_by_day]
    if len(set(doses)) == 1:
        by_day = f"{doses[0]} mg on each of {len(doses)} days" if len(doses) > 1 else f"{doses[0]} mg on one day"
    else:
        by_day = f"{', '.join(doses)} mg on days 1 to {len(doses)}"
    of = " of the agonist" if isinstance(plan, Naltrexone) else ""
    on_top = "; the first dose comes on top" if plan.induction else ""
    goes_on = " The last day's dose is given until discharge." if isinstance(plan, BuprenorphineContinued) else ""
    return (
        f"**Doses.** The daily dose{of} is {by_day}, counted from the first dose and divided equally over rounds at "
        f"{clock}{on_top}.{goes_on} A round that comes less than {lasting(plan.least_gap_h)} after the last dose is "
        "passed over. Doses never lapse, and one waits at a time."
    )


def _blood_pressure(rule: BloodPressure) -> str:
    return (
        "**Blood pressure.** It is taken before each dose of a round, which is a task of its own. It falls in "
        f"{rule.prone_pct:g} % of people on this medicine, and {rule.low_pct:g} % of their readings are too low: the "
        "dose is then withheld, and the next round is the next chance. The protocol days begin with the first dose, "
        "given or withheld."
    )
