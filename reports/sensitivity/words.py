"""The study in sentences: what was done, what matters most, and what to watch."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from reports.effects import PHRASES
from reports.sensitivity.ranking import Ranked, Row
from reports.words import count_word, decimals, difference_unit, interval, listing, sentence, signed

MOST_NAMED = 3
MOST_LETTERS = 16
MOST_LOOKED_AT = 10
ASSUMED = "assumed"
FEW = "More replications would tell them from chance, most cheaply of a few estimates."


def asked(facts: Mapping[str, Any], varied: int) -> str:
    """What was done."""
    runs = count_word(int(facts["replications"]), "replication")
    return (
        f"{count_word(varied, 'estimate').capitalize()} of “{facts['scenario']['name']}” varied, one at a time: each "
        f"to both ends of its published interval, or a quarter down and up where none is published; {runs} of each."
    )


def answer(found: Sequence[Ranked], measures: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What to do, then the estimates that matter most, and how many of the first are nobody's measurement."""
    if not found:
        return ["No estimate could be varied."]
    clear = [each for each in found if each.is_clear]
    first = (clear or found)[:MOST_NAMED]
    lines = [_to_do(first, len(found)), *(_moved(each, measures[each.most.measure]) for each in first)]
    if clear and not found[0].is_clear:
        lines.append(f"{_named(found[0])} seems to move most of all, but chance could explain that.")
    looked_at = found[:MOST_LOOKED_AT]
    assumed = [each for each in looked_at if each.most.grounds == ASSUMED]
    if assumed and len(looked_at) > 1:
        are = "is" if len(assumed) == 1 else "are"
        lines.append(
            f"Of the first {len(looked_at)}, {count_word(len(assumed), 'estimate')} {are} assumed, not published: "
            f"{listing([_named(each) for each in assumed])}. There your own unit's numbers are worth most."
        )
    return lines


def _to_do(first: Sequence[Ranked], varied: int) -> str:
    names = listing([_named(each) for each in first])
    they, move = ("it", "moves") if len(first) == 1 else ("they", "move")
    if first[0].is_clear:
        many = count_word(varied, "estimate")
        return f"Check {names} against your own unit first: of {many}, {they} {move} the answer most."
    return (
        "Nothing here is sure enough to act on, for chance could explain all of it: repeat the study with more "
        f"replications. As far as can be seen, {names} {move} the answer most."
    )


def _named(each: Ranked) -> str:
    return f"“{each.most.name}”"


def _moved(each: Ranked, measure: Mapping[str, str]) -> str:
    row, unit = each.most, difference_unit(measure["unit"])
    ends = [
        f"{change_said(change, half, unit)} when it is {at}" for change, half, at in _sides(row) if isfinite(change)
    ]
    what = PHRASES.get(measure["name"], measure["label"].lower())
    chance = " (chance could explain it)" if not each.is_clear else ""
    now = "" if _is_long(row) else f"; it is {row.base} in the scenario"
    return sentence(f"{_named(each)} moves {what} most{chance}: {listing(ends)}{now}")


def _sides(row: Row) -> Iterator[tuple[float, float, str]]:
    """Change, half the width of its interval, and where: a distribution is too long for a sentence."""
    low, high = ("at its low end", "at its high end") if _is_long(row) else (row.low, row.high)
    yield row.at_low, row.at_low_half_width, low
    yield row.at_high, row.at_high_half_width, high


def _is_long(row: Row) -> bool:
    return max(map(len, (row.low, row.base, row.high))) > MOST_LETTERS


def change_said(change: float, half: float, unit: str = "") -> str:
    """`+9.5 points (4 to 15)`; a dash where the end is not valid.

    Replications that happen to be alike have no interval: it would be of no width, and pass for certain.
    """
    if not isfinite(change):
        return "–"
    low, high = change - half, change + half
    places = decimals(low, high, change)
    bounds = interval(low, high, places) if half else ""
    said = f"{signed(change, places)} {unit}".strip()
    return f"{said} ({bounds})" if bounds else said


def watch(facts: Mapping[str, Any], found: Sequence[Ranked], refused: int) -> Iterator[str]:
    """Sentences, the gravest first."""
    if int(facts["replications"]) < 2:
        yield "Each change was run once: there are no intervals, and any difference may be chance."
    else:
        clear = sum(each.is_clear for each in found)
        which = f"{len(found) - clear:,} of the {len(found):,}" if clear else f"all {len(found):,}"
        yield (
            f"Chance could explain what {which} estimates seem to move most, "
            "since so many were looked at together (Holm's test over all estimates and measures): do not read much "
            f"into their order. {FEW if not clear else ''}".rstrip()
        )
    yield (
        "One estimate moves at a time. Two that work together can do more, or less, than both by themselves; the "
        "command uncertainty draws all at once."
    )
    if refused:
        yield sentence(f"{count_word(refused, 'estimate')} could not be varied; the table says why")
