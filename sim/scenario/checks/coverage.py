"""Rows over the week: where they leave a gap, where two of them meet."""

from collections.abc import Iterable, Sequence

from sim.rules.calendar import WEEK_H, Span
from sim.scenario.values.hours import say_clock, say_hour_of_week

MOST_SAID = 3


def gaps(covered: Iterable[Span]) -> list[Span]:
    """Hours of the week, Monday 00:00 = 0, that no span covers."""
    found: list[Span] = []
    reached = 0.0
    for start, end in sorted(covered):
        if start > reached:
            found.append((reached, start))
        reached = max(reached, end)
    return found + ([(reached, WEEK_H)] if reached < WEEK_H else [])


def overlap(first: Sequence[Span], second: Sequence[Span]) -> Span | None:
    """The first hours of the week that both cover."""
    both = sorted((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return next((span for span in both if span[0] < span[1]), None)


def say_span(span: Span) -> str:
    """`Tue 06:30 to 07:30`, or with the day of the end when it is another one."""
    start, end = span
    if end - start == WEEK_H:
        return "Mon 00:00 to Sun 24:00"
    same_day = start // 24 == (end - 1e-9) // 24
    return f"{say_hour_of_week(start)} to {say_clock(end - start // 24 * 24) if same_day else say_hour_of_week(end)}"


def say_spans(spans: Sequence[Span]) -> str:
    """The first few, and how many more there are."""
    said = ", ".join(say_span(span) for span in spans[:MOST_SAID])
    more = len(spans) - MOST_SAID
    return f"{said} and {more} more" if more > 0 else said
