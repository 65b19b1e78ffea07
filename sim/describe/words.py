"""Small pieces of Markdown: numbers, spreads, hours and lists in the field's words."""

import re
from collections.abc import Callable, Iterable, Sequence

from sim.rules.calendar import DAY_H, WEEK_H
from sim.scenario.beds import Window
from sim.scenario.values.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    TruncatedNormal,
    Uniform,
    Weibull,
)
from sim.scenario.values.hours import DAY_NAMES, say_clock, say_hours

MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$&])")
LIST_MARK = re.compile(r"^(\d*)(?=[-+.)](?:\s|$)|[=-]+$)")
"""Before a sign that makes a list or a line of what follows it."""


def escaped(text: str) -> str:
    """Text of an author on one line, with nothing in it that Markdown or HTML would act upon."""
    return LIST_MARK.sub(r"\1\\", MARKDOWN.sub(r"\\\1", " ".join(text.split())))


def number(value: float) -> str:
    """`24`, `8.8` or `unlimited`."""
    return "unlimited" if value == float("inf") else f"{value:g}"


def rounded(value: float) -> str:
    """Three figures that count."""
    return f"{value:.3g}"


def counted(count: float, noun: str, plural: str = "") -> str:
    """`1 bed`, `24 beds`, `unlimited beds`."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def listing(parts: Sequence[str], joint: str = " and ", between: str = ", ") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return joint.join([between.join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def lasting(hours: float) -> str:
    """A length of time: as elsewhere, and in days from four days on."""
    if hours == WEEK_H:
        return "1 week"
    return f"{hours / DAY_H:.4g} days" if hours >= 4 * DAY_H and hours % DAY_H else say_hours(hours)


def hours_spread(spread: Distribution) -> str:
    """A distribution of lengths of time in words."""
    return _spread(spread, lasting)


def number_spread(spread: Distribution) -> str:
    """A distribution of plain numbers in words."""
    return _spread(spread, number)


def _spread(spread: Distribution, say: Callable[[float], str]) -> str:
    match spread:
        case Constant(value):
            return f"always {say(value)}"
        case Exponential(mean):
            return f"exponential with mean {say(mean)}"
        case Uniform(low, high):
            return f"uniform between {say(low)} and {say(high)}"
        case Triangular(low, mode, high):
            return f"triangular from {say(low)} to {say(high)}, most likely {say(mode)}"
        case Lognormal(mean, sd) | Gamma(mean, sd):
            return f"{spread.family} with mean {say(mean)} and standard deviation {say(sd)}"
        case Weibull(mean, shape):
            return f"Weibull with mean {say(mean)} and shape {shape:g}"
        case TruncatedNormal(centre, width, low, high):
            return f"normal around {say(centre)} with width {say(width)}, kept between {say(low)} and {say(high)}"
        case Empirical(values):
            return f"one of {counted(len(values), 'observed value')}, each as likely, mean {say(spread.mean)}"
    raise TypeError(f"{spread.family} has no words yet")


def named_days(days: Sequence[int]) -> str:
    """`every day`, `Mon to Fri` or `Mon, Wed and Sun`."""
    names = [DAY_NAMES[day].title() for day in days]
    if len(names) == len(DAY_NAMES):
        return "every day"
    in_a_row = list(days) == list(range(days[0], days[-1] + 1))
    return f"{names[0]} to {names[-1]}" if in_a_row and len(names) > 2 else listing(names)


def on_days(days: Sequence[int]) -> str:
    """`every day` or `on Mon to Fri`."""
    named = named_days(days)
    return named if len(days) == len(DAY_NAMES) else f"on {named}"


def window_hours(windows: Iterable[Window]) -> str:
    """`every day from 08:00 to 18:00`."""
    return "; ".join(
        f"{named_days(window.days)} from {say_clock(window.from_h)} to {say_clock(window.to_h)}" for window in windows
    )


def bullets(points: Iterable[str]) -> str:
    """A Markdown list."""
    return "\n".join(f"- {point}" for point in points)


def paragraphs(*parts: str) -> str:
    """Those of the parts that say something, apart from each other by a blank line."""
    return "\n\n".join(part for part in parts if part)
