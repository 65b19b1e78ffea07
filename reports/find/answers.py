"""The first page of a search in words: what was asked, what is recommended, what it beat, and how sure that is."""

import re
from collections.abc import Iterator
from math import nan

from reports.find.comparisons import beaten
from reports.find.view import Cell, View, amount, cell, granted, wanted
from reports.words import MINUS, count_word, decimals, difference_unit, interval, listing, number, quoted
from sim.experiments.find.reader import Estimate

HEADS = {
    "settled": "Recommended",
    "open": "Best so far",
    "none": "No unit{} meets every target with the tolerance to spare; this one comes nearest",
    "none yet": "No unit looked at seems to meet every target; this one comes nearest",
}


def head(view: View) -> str:
    """What the unit shown is: no more is said of it than is known."""
    choice = view.facts.choice
    if not view.chosen:
        return HEADS["none"].format("" if choice.settled else " looked at") if choice.sure else HEADS["none yet"]
    return HEADS["settled" if view.facts.choice.settled else "open"]


def asked(view: View) -> str:
    """What was to be chosen, out of how much."""
    facts = view.facts
    which = "largest" if facts.wish.largest else "smallest"
    names = listing([quoted(name) for name in facts.choices])
    worth = amount(facts.wish.worth, facts.wish.unit)
    return (
        f"Of {facts.units:,} units, which differ from {quoted(facts.scenario.name)} in {names}: which one meets every "
        f"target below and has the {which} {quoted(facts.wish.label)}? A difference of less than {worth} does not "
        f"matter, and the answer is to be right with a chance of {facts.chance * 100:.10g} %."
    )


def targets(view: View) -> list[str]:
    """Each in words, with what is granted."""
    return [f"{target.label}: {wanted(target)}, with a tolerance of {granted(target)}" for target in view.facts.targets]


def recommendation(view: View) -> list[str]:
    """What to change, and what it costs."""
    return [*view.facts.said.get("change", []), _costs(view)]


def _costs(view: View) -> str:
    facts, wish = view.facts, view.facts.fresh[0]
    said = f"{facts.wish.label}: {_said(wish.found, facts.wish.unit)}"
    if facts.choice.number == facts.today or wish.change.mean is None:
        return f"{said}."
    return f"{said}, {_change(wish.change, facts.wish.unit)} than today{_bounds(wish.change)}."


def beat(view: View) -> list[str]:
    """What it was held against, and with which chance it is right."""
    return [*_against(view), *_right(view)]


def _against(view: View) -> Iterator[str]:
    facts, others = view.facts, len(view.ran) - 1
    if not others:
        return
    yield f"It was held against {count_word(others, 'other unit')}."
    for row in beaten(view):
        if facts.rival and row.number == facts.rival.number:
            change = _change(facts.rival.difference, facts.wish.unit)
            yield (
                f"The runner-up, {row.unit}, comes to {change} in {quoted(facts.wish.label)}"
                f"{_bounds(facts.rival.difference)}. It {row.why.replace('; not', ', and is not')}."
            )


def _right(view: View) -> Iterator[str]:
    """Nothing while it is not sure, which a warning says; to be the only one that will do is no comparison."""
    facts = view.facts
    if facts.choice.sure and not facts.choice.settled and view.chosen and not facts.rival:
        yield "No other unit that was looked at meets every target, so nothing is known of a better one that does."
    elif facts.choice.sure:
        what = "That is right" if view.chosen else "That none meets them is right"
        among = "" if facts.choice.settled else " among those"
        yield f"{what}{among} with a chance of at least {facts.chance * 100:.10g} %, as far as luck goes."


def met(view: View) -> list[tuple[Cell, str]]:
    """Each target with its verdict over fresh replications, and its estimate in words."""
    return [
        (cell(beside.found, target), f"{target.label} {_said(beside.found, target.unit)}, wanted {wanted(target)}")
        for target, beside in zip(view.facts.targets, view.facts.fresh[1:], strict=True)
    ]


def warnings(view: View) -> Iterator[str]:
    """What speaks against relying on it yet."""
    facts = view.facts
    yield from (said for said in facts.said.get("afresh", []) if said.startswith("Warning: "))
    if not facts.choice.sure:
        yield "The search ended before it was sure: do not decide on this yet. “How sure this is” says what is missing."
    elif not facts.choice.settled:
        yield f"Only {facts.looked_at:,} of {facts.units:,} units were looked at; a larger budget may find a better."


def sure(view: View) -> list[str]:
    """The guarantee that was reached, and what was not settled."""
    return [_typeset(said) for said in (*view.facts.said.get("sureness", []), *_undecided(view), *_fresh(view))]


def _undecided(view: View) -> Iterator[str]:
    count = int((view.ran["meets"] == "undecided").sum())
    if count and view.facts.choice.sure:
        yield (
            f"Whether {count:,} other unit{' meets' if count == 1 else 's meet'} the targets was not settled, for it "
            "makes no difference: none of them could be better by what matters."
        )
    elif count:
        yield f"Whether {count:,} unit{' meets' if count == 1 else 's meet'} the targets is not settled."


def _fresh(view: View) -> Iterator[str]:
    yield from (said for said in view.facts.said.get("afresh", []) if not said.startswith("Warning: "))


def _said(each: Estimate, unit: str) -> str:
    found = cell(each)
    said = f"{found.value}{f' {unit}' if unit else ''}"
    return f"{said} (95 % interval {found.bounds})" if found.bounds else said


def _change(each: Estimate, unit: str) -> str:
    """`12,000 USD a year more`."""
    mean = nan if each.mean is None else each.mean
    size = number(abs(mean), _places(each))
    return f"{size}{f' {difference_unit(unit)}' if unit else ''} {'less' if mean < 0 else 'more'}"


def _bounds(each: Estimate) -> str:
    """` (95 % interval of the difference 9,000 to 15,000)`."""
    low, high = (nan if value is None else value for value in (each.low, each.high))
    bounds = interval(low, high, _places(each))
    return f" (95 % interval of the difference {bounds})" if bounds else ""


def _places(each: Estimate) -> int:
    return decimals(*(nan if value is None else value for value in (each.low, each.high, each.mean)))


def _typeset(sentence: str) -> str:
    """With a real minus sign, which terminals do not have."""
    return re.sub(r"(?<![\w-])-(?=\d)", MINUS, sentence)
