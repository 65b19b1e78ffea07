"""A search in an administrator's words: what is planned, what was found, and how sure it is."""

from collections.abc import Iterator
from math import isfinite

from sim.experiments.find.answer import percent, shortfall
from sim.experiments.find.budget import Budget
from sim.experiments.find.finding import Found
from sim.experiments.find.plan import Plan, reserved
from sim.experiments.find.question import Question

FAR_OFF = 1_000_000
"""Replications beyond which an estimate says nothing."""
OUTLOOK = {
    "likely": "A sure answer is likely.",
    "possible": "A sure answer is possible, if most units are clearly good or clearly not.",
    "out of reach": "That is too few to be sure: expect the best of what is looked at, with the chance that it is.",
}


def outlook(plan: Plan, budget: Budget) -> list[str]:
    """Before the search: what the budget holds, and what may come of it."""
    question = plan.question
    some = f"up to {question.looks:,} of them are looked at" if question.guided else "all of them are looked at"
    second = plan.replication_s
    lasts = f"A replication takes about {duration(second)}." if isfinite(second) else ""
    if budget.seconds:
        holds = (
            f"{duration(budget.seconds)} hold about {plan.affordable:,} replications, beside the "
            f"{reserved(question)} that the answer takes."
        )
    else:
        took = f", {duration(plan.most * second)} at most" if isfinite(second) else ""
        holds = f"The search stops after {plan.most:,} replications{took}."
    return [
        f"{question.size:,} units to choose from; {some}. {lasts} {holds}".replace("  ", " "),
        f"To be sure takes at least {plan.least:,} replications, and for a unit that is close to a target or to "
        f"another one about {plan.at_a_tie:,}, if it varies as today's does. {OUTLOOK[plan.outlook]}",
    ]


def sureness(found: Found) -> Iterator[str]:
    """After it: what holds with which chance, and what would make it sure."""
    choice, question = found.answer.choice, found.plan.question
    if choice.outcome == "none meets":
        yield from _none(found)
    elif choice.sure:
        yield (
            f"With a chance of at least {percent(question.chance)} %, it misses no target by more than its tolerance, "
            f"and no other of {_among(found)} that meets them all by its tolerance {_better(question)}."
        )
    else:
        yield from _not_sure(found)
    yield from _not_looked_at(found)
    on_front = sum(each.on_front for each in found.answer.seen)
    yield (
        f"Between '{question.wish.measure.label}' and '{question.access.label}', {on_front} of the units run are the "
        "best compromises: pareto.csv has them."
    )


def _none(found: Found) -> Iterator[str]:
    choice, question = found.answer.choice, found.plan.question
    among = _among(found)
    if choice.sure:
        chance = percent(question.chance)
        yield f"With a chance of at least {chance} %, none of {among} meets every target by its tolerance."
    else:
        yield f"None of {among} seems to meet every target; {_reached(found)}"
    for target, checked in zip(question.targets, found.answer.targets, strict=True):
        missed = shortfall(target, checked.found.mean)
        if missed > 0:
            yield f"The nearest, above, misses '{target.measure.label}' by {missed:.3g} {target.measure.unit}."


def _not_sure(found: Found) -> Iterator[str]:
    yield f"This is the best of {_among(found)} so far, but the search ended before that was sure; {_reached(found)}"


def _reached(found: Found) -> str:
    choice, second = found.answer.choice, found.search.clock.replication_s
    now = f"it holds with about {percent(choice.reached)} % now." if choice.reached else "it may well change."
    if not choice.still:
        return now
    if choice.still > FAR_OFF:
        return f"{now} To be sure would take more than {FAR_OFF:,} replications: some units are very close."
    takes = f" ({duration(choice.still * second)})" if second else ""
    return (
        f"{now} About {choice.still:,} more replications{takes} would make it "
        f"{percent(found.plan.question.chance)} %: give the same command again, with more."
    )


def _not_looked_at(found: Found) -> Iterator[str]:
    question, search = found.plan.question, found.search
    left = question.size - search.runs.looked_at
    if search.runs.failed:
        yield f"{len(search.runs.failed):,} could not be run; the table of points says why."
    if not left:
        return
    if question.guided and search.explorer.finished and search.runs.looked_at < question.looks:
        what = "meet the targets" if found.answer.choice.outcome == "none meets" else "be better by as much as matters"
        yield (
            f"The other {left:,} were not run: a surrogate fitted to those that were sees none that promises to "
            f"{what}. {_tried(found)}That is a good guess, no guarantee."
        )
    else:
        more = "a larger --looks" if search.ended == "sure" else "a larger budget"
        yield f"The other {left:,} were not run, and nothing is promised about them; {more} runs more."


def _tried(found: Found) -> str:
    """How well the surrogate does where it can be tried."""
    if not found.guesses:
        return ""
    worst = min(found.guesses, key=lambda guess: guess.explained_pct)
    if worst.explained_pct < 0:
        return f"Tried on units left out, it does not predict '{worst.label}' at all. "
    return f"Tried on units left out, it explains {worst.explained_pct:.0f} % or more of their differences. "


def _among(found: Found) -> str:
    looked_at, size = found.search.runs.looked_at, found.plan.question.size
    return f"the {size:,} units" if looked_at == size else f"the {looked_at:,} units looked at"


def _better(question: Question) -> str:
    measure = question.wish.measure
    unit = f" {measure.unit}" if measure.unit else ""
    return f"is better in '{measure.label}' by {question.worth:,.10g}{unit} or more"


def duration(seconds: float) -> str:
    """A time in the unit a reader would choose."""
    sizes = ((3600.0, "h", 1.5), (60.0, "min", 1.5), (1.0, "s", 1.0), (0.001, "ms", 0.0))
    size, unit = next((size, unit) for size, unit, least in sizes if seconds >= least * size)
    count = seconds / size
    return f"{count:.2g} {unit}" if count < 10 else f"{count:.0f} {unit}"
