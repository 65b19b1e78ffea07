"""After a search, in an administrator's words: what was found, and how sure it is."""

from collections.abc import Iterator

from reports.words import difference_unit
from sim.experiments.find.answer import percent, shortfall
from sim.experiments.find.budget import budget_of
from sim.experiments.find.finding import SPARE, Found
from sim.experiments.find.question import Question
from sim.experiments.find.seen import better_within

MOST_NAMED = 3


def change(found: Found) -> str:
    """What the choice would change in the unit as it is."""
    question, number = found.plan.question, found.answer.choice.number
    if number == question.today:
        return "That is the unit as it is today: nothing would change."
    names = [choice.name for choice in question.choices]
    rows = list(zip(names, question.today_labels, question.labels(number), strict=True))
    changed = [f"{name} {after} (now {before})" for name, before, after in rows if before and before != after]
    chosen = [f"{name} {after}" for name, before, after in rows if not before]
    kept = [f"{name} {after}" for name, before, after in rows if before == after]
    stay = f"; {', '.join(kept)} as now" if kept else ""
    return f"Against today: {', '.join([*changed, *chosen])}{stay}."


def sureness(found: Found) -> Iterator[str]:
    """What holds with which chance, and what would make it sure."""
    choice, question = found.answer.choice, found.plan.question
    if choice.outcome == "none meets":
        yield from _none(found)
    elif choice.sure:
        yield (
            f"With a chance of at least {percent(question.chance)} %, it misses no target by more than its tolerance, "
            f"and no other of {_among(found)} that meets them all with the tolerance to spare {_better(question)}."
        )
        yield from _within(found)
    else:
        yield f"This is the best of {_among(found)} so far, but the search ended before that was sure; {_now(found)}"
    yield from _more(found)
    yield from _not_looked_at(found)


def _within(found: Found) -> Iterator[str]:
    """Units that the promise does not speak of: who would rather have one of them should know."""
    question = found.plan.question
    names = [question.marked(each.number) for each in better_within(question, found.answer.seen)]
    if names:
        more = f"; and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
        yield (
            "Better by that much, but short of a target, though by less than its tolerance: "
            f"{'; '.join(names[:MOST_NAMED])}{more}. Should such a miss not matter to you, look at those too."
        )


def _none(found: Found) -> Iterator[str]:
    choice, question = found.answer.choice, found.plan.question
    among = _among(found)
    if choice.sure:
        chance = percent(question.chance)
        yield f"With a chance of at least {chance} %, none of {among} meets every target with the tolerance to spare."
    else:
        yield f"None of {among} seems to meet every target; {_now(found)}"
    for target, checked in zip(question.targets, found.answer.targets, strict=True):
        missed = shortfall(target, checked.found.mean)
        if missed > 0:
            yield f"The nearest, above, misses '{target.measure.label}' by {_amount(missed, target.measure.unit)}."


def _now(found: Found) -> str:
    reached = found.answer.choice.reached
    return f"it holds with about {percent(reached)} % now." if reached else "it may well change."


def _more(found: Found) -> Iterator[str]:
    """What would make it sure."""
    choice = found.answer.choice
    if choice.sure:
        return
    sure = f"{percent(found.plan.question.chance)} % sure"
    if not choice.still.in_sight:
        yield f"To be {sure} may take longer than anybody would wait: some units are very close to one another."
        return
    likely, enough = (int(each) for each in (choice.still.likely, choice.still.nearly_always))
    takes = f"about {likely:,} more replications"
    if likely < enough:
        takes = f"{takes}, and {enough:,} are enough nine times in ten"
    yield f"To be {sure} takes {takes}: give the same command again with --budget {_budget(found, enough)}."


def _budget(found: Found, more: int) -> str:
    """For the command line."""
    second = found.search.clock.replication_s
    if not second:
        return f"'{more} replications'"
    return budget_of((more + found.search.reserve) * second * SPARE)


def _not_looked_at(found: Found) -> Iterator[str]:
    question, search = found.plan.question, found.search
    left = question.size - search.runs.looked_at
    if search.runs.failed:
        yield f"{len(search.runs.failed):,} could not be run; the table of points says why."
    if not left:
        return
    if question.guided and search.explorer.finished and not search.looks_run_out:
        what = "meet the targets" if found.answer.choice.outcome == "none meets" else "be better by as much as matters"
        yield (
            f"The other {left:,} were not run: a surrogate (a formula fitted to those that were) sees none that "
            f"promises to {what}. {_tried(found)}That is a good guess, no guarantee."
        )
    else:
        yield (
            f"The other {left:,} were not run, and nothing is promised about them; with more --budget or --looks, more "
            "of them run."
        )


def _tried(found: Found) -> str:
    """How well the surrogate does where it can be tried."""
    if not found.guesses:
        return ""
    worst = min(found.guesses, key=lambda guess: guess.explained_pct)
    if worst.explained_pct < 0:
        return f"Tried on units left out, it does not predict '{worst.label}' at all. "
    return f"Tried on units left out, it explains {worst.explained_pct:.0f} % or more of their differences. "


def _among(found: Found) -> str:
    """The units that could be run, of those that were looked at."""
    ran, size = len(found.search.runs.points), found.plan.question.size
    if ran == size:
        return f"the {size:,} units"
    return f"the {ran:,} units that could be run" if found.search.runs.failed else f"the {ran:,} units looked at"


def _better(question: Question) -> str:
    measure = question.wish.measure
    return f"is better in '{measure.label}' by {_amount(question.worth, measure.unit, places=10)} or more"


def _amount(value: float, unit: str, places: int = 3) -> str:
    """A difference with its unit; one between percentages is in points."""
    unit = "point" if unit == "%" and value == 1 else difference_unit(unit)
    return f"{value:,.{places}g}{f' {unit}' if unit else ''}"
