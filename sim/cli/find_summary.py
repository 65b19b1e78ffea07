"""The answer of a search on the terminal: the recommendation, what it does, what it beat, how sure; 80 columns."""

from collections.abc import Iterator, Sequence

from rich.table import Table

from sim.cli.find_words import sureness
from sim.cli.terminal import results, say, write
from sim.experiments.find.answer import Checked, Seen
from sim.experiments.find.finding import Found
from sim.experiments.intervals import Interval
from sim.measures import Measure

MOST_BEATEN = 3
"""Of each kind: those that cost less and miss a target, and those that meet them and cost more."""


def print_answer(found: Found) -> None:
    """The recommendation first, then its grounds."""
    question, answer = found.plan.question, found.answer
    results().print(f"{question.name}: {question.loaded.scenario.name}", style="bold")
    if question.question:
        say(question.question)
    write("")
    word = "Recommended" if answer.choice.outcome == "chosen" else "Nearest"
    results().print(f"{word}: {question.said(answer.choice.number)}", style="bold")
    write("")
    results().print(_checked(found))
    write("")
    beaten = list(_beaten(found))
    if beaten:
        results().print(_table_of(found, beaten))
        write("")
    for sentence in (*_fresh(found), *sureness(found)):
        say(sentence)
    write("")


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
    from reports.words import decimals, interval, number

    places = decimals(each.found.low, each.found.high, each.found.mean)
    yield _plain(number(each.found.mean, places))
    yield _plain(interval(each.found.low, each.found.high, places))
    yield _plain(number(each.today.mean, places))


def _beaten(found: Found) -> Iterator[Seen]:
    """The units nearest in cost: the dearest of those that cost less and miss, the cheapest of the others."""
    question, number = found.plan.question, found.answer.choice.number
    cost = {each.number: question.wish.cost(each.cost.mean) for each in found.answer.seen}
    others = sorted((each for each in found.answer.seen if each.number != number), key=lambda each: cost[each.number])
    missing = [each for each in others if each.verdict == "misses" and cost[each.number] < cost[number]]
    meeting = [each for each in others if each.verdict != "misses"]
    yield from missing[-MOST_BEATEN:]
    yield from meeting[:MOST_BEATEN]


def _table_of(found: Found, beaten: Sequence[Seen]) -> Table:
    question, answer = found.plan.question, found.answer
    chosen = next(each for each in answer.seen if each.number == answer.choice.number)
    table = _table("Compared with", (question.wish.measure.unit or "difference", "Verdict"))
    for each in beaten:
        table.add_row(question.said(each.number), _difference(each.cost, chosen.cost), _verdict(found, each))
    return table


def _difference(one: Interval, other: Interval) -> str:
    from reports.words import decimals, signed

    return _plain(signed(one.mean - other.mean, decimals(one.low, one.high, one.mean)))


def _verdict(found: Found, each: Seen) -> str:
    """Which target it misses most, or that it meets them."""
    if each.verdict != "misses":
        return "meets the targets" if each.verdict == "meets" else "not decided"
    targets = found.plan.question.targets
    margins = [target.margin(seen.mean) for target, seen in zip(targets, each.targets, strict=True)]
    worst = min(range(len(targets)), key=lambda at: margins[at] / targets[at].tolerance)
    return f"misses {_short(targets[worst].measure)} by {-margins[worst]:.3g}"


def _fresh(found: Found) -> Iterator[str]:
    question, answer = found.plan.question, found.answer
    yield (
        f"What it does, and what the unit does today, are means of {answer.wish.found.n} fresh replications with the "
        "same people, which the search had not seen."
    )
    for target, checked in zip(question.targets, answer.targets, strict=True):
        best = checked.found.high if target.at_least else checked.found.low
        if answer.choice.outcome == "chosen" and target.margin(best) < 0:
            yield f"These do not reach '{target.measure.label}'; take more replications before relying on it."


def _table(first: str, heads: Sequence[str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column(first)
    for head in heads:
        table.add_column(head, justify="right", no_wrap=head != "Verdict")
    return table


def _label(measure: Measure) -> str:
    short = _short(measure)
    return f"{short} ({measure.unit})" if measure.unit else short


def _short(measure: Measure) -> str:
    return measure.label.partition(" (")[0]


def _plain(text: str) -> str:
    """With a hyphen for the minus sign, which old terminals do not have."""
    return text.replace("\u2212", "-")
