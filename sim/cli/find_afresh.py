"""What the fresh replications say of the choice, in sentences; warnings where they do not bear it out."""

from collections.abc import Iterator

from reports.words import decimals, difference_unit, estimate, interval, number
from sim.experiments.find.afresh import missed, today_instead, turned_over
from sim.experiments.find.answer import Checked, Rival
from sim.experiments.find.finding import Found
from sim.experiments.find.question import Target
from sim.experiments.intervals import Interval
from sim.measures import Measure


def afresh(found: Found) -> Iterator[str]:
    """Where the numbers come from, how the rival does, and what does not hold up."""
    question, answer = found.plan.question, found.answer
    fresh = answer.wish.found.n
    yield (
        f"What it does, and what the unit does today, are means of {fresh} fresh replications with the same people, "
        "which the search had not seen; so are the differences of today's unit and of the runner-up from it. Other "
        "differences are of the search's own replications."
    )
    if fresh < question.fresh_replications:
        yield f"Warning: {question.fresh_replications - fresh} of the fresh replications broke down and do not count."
    if answer.rival:
        yield _beside(found, answer.rival)
    if today_instead(question, answer):
        yield (
            "Warning: in these replications, today's unit meets every target on average"
            f"{', and is better by what matters or more' if answer.choice.outcome == 'chosen' else ''}. That speaks "
            "against this answer: look at the numbers of both before relying on it."
        )
    if answer.choice.outcome != "chosen":
        return
    if answer.rival and turned_over(question, answer):
        yield (
            "Warning: these replications speak against the choice. The runner-up meets the targets too, and is better "
            "by what matters or more; give the command more time before relying on either."
        )
    over = missed(question, [each.found for each in answer.targets])
    for place, (target, checked) in enumerate(zip(question.targets, answer.targets, strict=True)):
        yield from _short_of(target, checked, beyond=place in over)


def _short_of(target: Target, checked: Checked, *, beyond: bool) -> Iterator[str]:
    """A target that the fresh mean misses."""
    if target.margin(checked.found.mean) >= 0:
        return
    wanted = f"{'at least' if target.at_least else 'at most'} {target.value:g}"
    what = f"'{target.measure.label}' comes out at {_estimate(checked.found, target.measure)}, where {wanted} is wanted"
    if beyond:
        yield f"Warning: afresh, it misses a target. {what}; take more replications before relying on it."
    else:
        yield f"{what}: within the tolerance of {target.tolerance:g}."


def _beside(found: Found, rival: Rival) -> str:
    wish, each = found.plan.question.wish.measure, rival.difference
    places = decimals(each.low, each.high, each.mean)
    unit = f" {difference_unit(wish.unit)}" if wish.unit else ""
    bounds = interval(each.low, each.high, places)
    aside = f" (95 % interval of the difference {bounds})" if bounds else ""
    return plain(
        f"In the same replications, the runner-up, {found.plan.question.marked(rival.number)}, comes to "
        f"{number(abs(each.mean), places)}{unit} {'less' if each.mean < 0 else 'more'} in '{wish.label}'{aside}."
    )


def _estimate(each: Interval, measure: Measure) -> str:
    return plain(estimate(each.mean, each.low, each.high, measure.unit))


def plain(text: str) -> str:
    """With the hyphen and the blank that old terminals have."""
    return text.replace("\u2212", "-").replace("\u00a0", " ")
