"""The tables of a search as rows: every point looked at, the front of wish and access, and how the choice does."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from pathlib import Path

from sim.experiments.csv_table import ENCODING, guard
from sim.experiments.find.answer import Checked, Seen
from sim.experiments.find.finding import Found
from sim.experiments.intervals import Interval

Cell = str | float | int
Rows = Iterator[Sequence[Cell]]

ENDS = ("", "_low", "_high")
CHOICE = (
    *("measure", "label", "unit", "wanted", "tolerance", "mean", "low", "high", "n"),
    *("today_mean", "today_low", "today_high", "difference", "difference_low", "difference_high"),
)


def points(found: Found) -> Rows:
    """A row for each point looked at, in the order of their numbers; failed ones with their reason."""
    question, failed = found.plan.question, found.search.runs.failed
    measures = [question.wish.measure, *(target.measure for target in question.targets), question.access]
    names = list(dict.fromkeys(measure.name for measure in measures))
    choices = [choice.name for choice in question.choices]
    ends = [f"{name}{end}" for name in names for end in ENDS]
    yield (
        *("point", *choices, "status", "replications", "meets", "chance_pct", "front", "chosen", "today"),
        *(*ends, *(f"difference{end}" for end in (*ENDS, "_n")), "reason"),
    )
    seen = {each.number: each for each in found.answer.seen}
    nothing = [""] * (len(ends) + len(ENDS) + 1)
    for number in sorted({*seen, *failed}):
        head: tuple[Cell, ...] = (number, *question.labels(number))
        if number in seen:
            yield *head, *_seen(found, seen[number], names), ""
        else:
            n, today = found.search.runs.n(number), _yes(number == question.today)
            yield *head, "failed", n, "", "", "", "", today, *nothing, failed[number]


def front(found: Found) -> Rows:
    """The points that no other one beats in both wish and access, by their means in `points`; the best wish first."""
    question = found.plan.question
    names = dict.fromkeys((question.wish.measure.name, question.access.name))
    ends = [f"{name}{end}" for name in names for end in ENDS]
    yield "point", *(choice.name for choice in question.choices), *ends, "meets", "chosen", "today"
    on_front = [each for each in found.answer.seen if each.on_front]
    for each in sorted(on_front, key=lambda each: question.wish.cost(each.cost.mean)):
        named = _named(found, each)
        yield each.number, *question.labels(each.number), *(end for name in names for end in named[name]), *(
            each.verdict, _yes(each.number == found.answer.choice.number), _yes(each.number == question.today),
        )  # fmt: skip


def choice(found: Found) -> Rows:
    """The wish and each target over fresh replications, beside the scenario as it is."""
    question, answer = found.plan.question, found.answer
    yield CHOICE
    wish, wanted = question.wish.measure, "largest" if question.wish.largest else "smallest"
    yield wish.name, wish.label, wish.unit, wanted, question.worth, *_checked(answer.wish)
    for target, checked in zip(question.targets, answer.targets, strict=True):
        measure, wanted = target.measure, f"{'at least' if target.at_least else 'at most'} {target.value:.10g}"
        yield measure.name, measure.label, measure.unit, wanted, target.tolerance, *_checked(checked)


def guesses(found: Found) -> Rows:
    """How well the surrogate predicts each measure at a point that is left out."""
    yield "measure", "label", "points", "explained_pct", "within_two_sd_pct"
    for each in found.guesses:
        yield each.measure, each.label, each.points, each.explained_pct, each.within_two_sd_pct


def write_table(path: Path, rows: Iterable[Sequence[Cell]]) -> None:
    """As the tables of a run have it. Raises OSError."""
    with path.open("w", encoding=ENCODING, newline="") as file:
        csv.writer(file).writerows(map(_text, row) for row in rows)


def _seen(found: Found, each: Seen, names: Sequence[str]) -> Iterator[Cell]:
    question = found.plan.question
    yield from ("run", each.replications, each.verdict, each.chance * 100, _yes(each.on_front))
    yield from (_yes(each.number == found.answer.choice.number), _yes(each.number == question.today))
    ends = _named(found, each)
    for name in names:
        yield from ends[name]
    yield from (*_ends(each.difference), each.difference.n)


def _named(found: Found, each: Seen) -> dict[str, tuple[float, float, float]]:
    """Ends of the interval of each measure asked about, by its name."""
    question = found.plan.question
    named = {question.access.name: each.access, question.wish.measure.name: each.cost}
    named |= {target.measure.name: seen for target, seen in zip(question.targets, each.targets, strict=True)}
    return {name: _ends(interval) for name, interval in named.items()}


def _checked(each: Checked) -> Iterator[Cell]:
    yield from (*_ends(each.found), each.found.n, *_ends(each.today), *_ends(each.change.difference))


def _ends(interval: Interval) -> tuple[float, float, float]:
    return interval.mean, interval.low, interval.high


def _yes(says: bool) -> str:
    return "yes" if says else "no"


def _text(value: Cell) -> str:
    if isinstance(value, str):
        return guard(value)
    return "" if isnan(value) else repr(value)
