"""The answer of a search as text: the recommendation, what it does, what it beat, how sure; 80 columns."""

import textwrap
from collections.abc import Iterator, Sequence
from io import StringIO

from rich.console import Console
from rich.table import Table

from reports.words import decimals, difference_unit, interval, number, signed
from sim.cli.find_afresh import plain
from sim.experiments.find.answer import Checked, Choice, Seen
from sim.experiments.find.finding import Found
from sim.experiments.find.telling import Said
from sim.experiments.intervals import Interval
from sim.measures import Measure

WIDTH = 80
MOST_BEATEN = 3
"""Of each kind: those that cost less and miss a target, and those that meet them and cost more."""


def answer_text(found: Found, said: Said) -> str:
    """The recommendation first, then its grounds; `said` has the sentences by kind."""
    question, answer = found.plan.question, found.answer
    word = heading(answer.choice)
    beaten = list(_beaten(found))
    parts = [
        _wrapped(f"{question.name}: {question.loaded.scenario.name}"),
        *([_wrapped(question.question)] if question.question else []),
        "",
        _wrapped(f"{word}: {question.marked(answer.choice.number)}"),
        *map(_wrapped, said["change"]),
        "",
        _drawn(_checked(found)),
        *([_drawn(_table_of(found, beaten))] if beaten else []),
        *map(_wrapped, [*said["afresh"], *said["sureness"]]),
    ]
    return "\n".join(parts) + "\n"


def heading(choice: Choice) -> str:
    """What is shown: no more is said of it than is known."""
    if choice.outcome == "none meets":
        return "Nearest"
    return "Recommended" if choice.settled else "Best so far"


def _wrapped(sentence: str) -> str:
    return textwrap.fill(sentence, WIDTH, break_long_words=False, break_on_hyphens=False)


def _drawn(table: Table) -> str:
    page = StringIO()
    Console(file=page, width=WIDTH, highlight=False, markup=False, emoji=False).print(table)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _checked(found: Found) -> Table:
    """The wish and the targets over fresh replications, beside the scenario as it is."""
    question, answer = found.plan.question, found.answer
    table = _table("", ("Wanted", "Does", "95 % interval", "Today"))
    wish = question.wish
    table.add_row(_label(wish.measure), "largest" if wish.largest else "smallest", *_numbers(answer.wish))
    for target, checked in zip(question.targets, answer.targets, strict=True):
        wanted = f"{'at least' if target.at_least else 'at most'} {target.value:g}"
        table.add_row(_label(target.measure), wanted, *_numbers(checked))
    return table


def _numbers(each: Checked) -> Iterator[str]:
    places = decimals(each.found.low, each.found.high, each.found.mean)
    yield plain(number(each.found.mean, places))
    yield plain(interval(each.found.low, each.found.high, places))
    yield plain(number(each.today.mean, places))


def _beaten(found: Found) -> Iterator[Seen]:
    """The unit as it is, and those nearest in cost: the dearest that cost less and miss, the cheapest of the others."""
    question, number = found.plan.question, found.answer.choice.number
    ahead = {each.number: question.wish.cost(each.difference.mean) for each in found.answer.seen}
    others = sorted((each for each in found.answer.seen if each.number != number), key=lambda each: ahead[each.number])
    missing = [each for each in others if each.verdict == "misses" and ahead[each.number] < 0]
    meeting = [each for each in others if each.verdict != "misses"]
    nearest = [*missing[-MOST_BEATEN:], *meeting[:MOST_BEATEN]]
    yield from (each for each in others if each.number == question.today and each not in nearest)
    yield from nearest


def _table_of(found: Found, beaten: Sequence[Seen]) -> Table:
    question = found.plan.question
    unit = difference_unit(question.wish.measure.unit) or _short(question.wish.measure)
    table = _table("Compared with it", (unit, "95 % interval", "Verdict"))
    for each in (found.answer.afresh(each, question.today) for each in beaten):
        table.add_row(question.marked(each.number), *_difference(each.difference), _verdict(found, each))
    return table


def _difference(each: Interval) -> tuple[str, str]:
    places = decimals(each.low, each.high, each.mean)
    return plain(signed(each.mean, places)), plain(interval(each.low, each.high, places))


def _verdict(found: Found, each: Seen) -> str:
    """Which target it misses most, or that it meets them."""
    if each.verdict != "misses":
        return "meets the targets" if each.verdict == "meets" else "may meet the targets"
    targets = found.plan.question.targets
    margins = [target.margin(seen.mean) for target, seen in zip(targets, each.targets, strict=True)]
    worst = min(range(len(targets)), key=lambda at: margins[at] / targets[at].tolerance)
    if margins[worst] >= 0:
        return "missed a target in the search, not afresh"
    within = " (within tolerance)" if margins[worst] > -targets[worst].tolerance else ""
    return f"misses {_short(targets[worst].measure)} by {-margins[worst]:.3g}{within}"


def _table(first: str, heads: Sequence[str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column(first)
    for head in heads:
        table.add_column(head, justify="left" if head == "Verdict" else "right", no_wrap=head != "Verdict")
    return table


def _label(measure: Measure) -> str:
    short = _short(measure)
    return f"{short} ({measure.unit})" if measure.unit else short


def _short(measure: Measure) -> str:
    return measure.label.partition(" (")[0]
