"""The answer on page one: which points keep the targets, and which axis moves what."""

from collections.abc import Iterator, Sequence
from math import isfinite

import pandas as pd

from reports.effects import SAY_THEIR_UNIT, phrase
from reports.sweep.amounts import amount, size
from reports.sweep.effects import Effect
from reports.sweep.kept import LIKELY, YES, kept_said, targets_of, verdicts
from reports.sweep.space import COST, LEARNING, Space
from reports.words import NBSP, fewer, listing, sentence

MOST_LISTED = 4
HEADS = (f"95{NBSP}% interval ", "")


def answer(space: Space, found: Sequence[Effect]) -> list[str]:
    """The first sentences: the targets where there are any, then the largest clear effect."""
    return [*choice(space), *_strongest(space, found)]


def others(space: Space, found: Sequence[Effect]) -> list[str]:
    """A sentence for each other axis, with the measure that it moves most."""
    lines, told = list[str](), set[str]()
    for each in found:
        if each.axis.name not in told:
            told.add(each.axis.name)
            lines.append(_moved(each) if each.is_clear else _unclear(space, each))
    silent = [f"“{axis.name}”" for axis in space.varied if axis.name not in told]
    if silent and found:
        lines.append(f"Too few points to say what {listing(silent)} {'moves' if len(silent) == 1 else 'move'}.")
    return lines[1 : 1 + MOST_LISTED] if found and found[0].is_clear else lines[:MOST_LISTED]


def _strongest(space: Space, found: Sequence[Effect]) -> Iterator[str]:
    if not space.varied:
        yield "There are too few finished points to compare."
    elif found and found[0].is_clear:
        yield _moved(found[0])
    elif not found:
        yield "The points are too few, or too unlike each other, to say what each axis does by itself."
    elif space.replications < 2:
        yield "With one replication of each point nothing can be told from chance; run at least five."
    else:
        yield "From end to end no axis moves a headline measure by more than chance could."


def _moved(each: Effect) -> str:
    """`What “beds” moves most is the mean wait for a bed: from 12 h (10 to 14) at 20 to 2 h (1 to 3) at 32, …`."""
    measure, ends = each.measure, (each.first, each.last)
    first, last = (amount(measure, end.mean, end.low, end.high, head) for end, head in zip(ends, HEADS, strict=True))
    much, bounds = size(measure, each.change, each.low, each.high)
    more = "more" if each.change > 0 else "fewer" if measure.name in SAY_THEIR_UNIT else fewer(measure.unit)
    return sentence(
        f"what “{each.axis.name}” moves most is {phrase(measure)}: from {first} at {each.first.said} to {last} at "
        f"{each.last.said}, {much} {more} ({bounds})"
    )


def _unclear(space: Space, each: Effect) -> str:
    why = "chance could explain all that it seems to move" if space.replications > 1 else "one replication cannot tell"
    return sentence(f"“{each.axis.name}”: {why}")


def choice(space: Space) -> Iterator[str]:
    """How many points keep every target, and the cheapest of them; nothing for a sweep without targets."""
    targets = targets_of(space)
    if not targets or space.facts.design.kind in LEARNING:
        return
    yield sentence(kept_said(space, targets))
    found = verdicts(space, targets)
    if (found == YES).any():
        yield from _cheapest(space, found[found == YES].index, "The cheapest that does")
    elif (found == LIKELY).any():
        yield from _cheapest(space, found[found == LIKELY].index, "The cheapest that does by its means")
        yield "More replications would tell."


def _cheapest(space: Space, points: "pd.Index[int]", which: str) -> Iterator[str]:
    costs = space.estimates(COST)
    known = [int(point) for point in points if point in costs.index and isfinite(costs["mean"][point])]
    if known:
        best = min(known, key=lambda point: (costs["mean"][point], point))
        cost = amount(space.named[COST], *space.estimate(COST, best))
        yield sentence(f"{which}: {space.place(best)}, at {cost}")
