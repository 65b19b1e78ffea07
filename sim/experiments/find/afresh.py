"""The choice, its nearest rival and the scenario as it is, run again with luck that the search has not seen."""

from collections.abc import Sequence
from math import nan

from sim.experiments.driving import Values
from sim.experiments.find.answer import Answer, Checked, Rival
from sim.experiments.find.choosing import chosen
from sim.experiments.find.plan import FRESH_FROM
from sim.experiments.find.question import Question
from sim.experiments.find.runs import BASE, Runs
from sim.experiments.find.search import Search
from sim.experiments.find.seen import all_seen, rival_of
from sim.experiments.intervals import Interval, paired_interval, t_interval


def answered(search: Search) -> Answer:
    """Sum up a search that has ended, and run what is reported afresh. Raises what running raises."""
    question, runs = search.question, search.runs
    choice = chosen(search)
    seen = all_seen(search, choice.number)
    found, today = _fresh(question, runs, choice.number), _fresh(question, runs, BASE)
    wish, *targets = (_compared(found, today, name) for name in _asked(question))
    number = rival_of(question, seen, choice.number)
    rival = None if number is None else _rival(question, number, found, _fresh(question, runs, number))
    return Answer(choice, seen, wish, tuple(targets), rival)


def _fresh(question: Question, runs: Runs, number: int) -> list[Values]:
    return runs.fresh(number, range(FRESH_FROM, FRESH_FROM + question.fresh_replications))


def _asked(question: Question) -> list[str]:
    return [question.wish.measure.name, *(target.measure.name for target in question.targets)]


def _compared(found: Sequence[Values], today: Sequence[Values], name: str) -> Checked:
    one, other = _series(found, name), _series(today, name)
    return Checked(t_interval(one), t_interval(other), paired_interval(other, one))


def _rival(question: Question, number: int, found: Sequence[Values], its: Sequence[Values]) -> Rival:
    wish, *targets = _asked(question)
    difference = paired_interval(_series(found, wish), _series(its, wish)).difference
    return Rival(number, difference, tuple(t_interval(_series(its, name)) for name in targets))


def _series(values: Sequence[Values], name: str) -> list[float]:
    return [each.get(name, nan) for each in values]


def turned_over(question: Question, answer: Answer) -> bool:
    """Whether fresh replications prefer the rival: better by what matters, and meeting the targets too."""
    if answer.rival is None or answer.choice.outcome != "chosen":
        return False
    ahead = -question.wish.cost(answer.rival.difference.mean) >= question.worth
    return ahead and not missed(question, answer.rival.targets)


def today_instead(question: Question, answer: Answer) -> bool:
    """Whether fresh replications show the scenario as it is to meet every target, and better by what matters than the
    choice when that meets them too.
    """
    if answer.choice.number == question.today:
        return False
    ahead = question.wish.cost(answer.wish.change.difference.mean) >= question.worth
    meets = all(
        target.margin(its.today.mean) >= 0 for target, its in zip(question.targets, answer.targets, strict=True)
    )
    return meets and (ahead or answer.choice.outcome == "none meets")


def missed(question: Question, found: Sequence[Interval]) -> list[int]:
    """Places of the targets whose fresh mean misses them by the tolerance or more."""
    return [
        place
        for place, (target, each) in enumerate(zip(question.targets, found, strict=True))
        if target.margin(each.mean) <= -target.tolerance
    ]
