"""Amounts of a measure in sentences: with their unit, money in millions, and no unit twice."""

from math import nan

from reports.effects import SAY_THEIR_UNIT
from reports.study import Measure
from reports.words import decimals, difference_unit, interval, quantity

MILLION = 1e6


def amount(measure: Measure, mean: float, low: float, high: float, head: str = "") -> str:
    """`12 h (10 to 14)`, `3.95 million USD a year (3.3 to 4.6)`; `head` goes before the interval."""
    factor, unit = _scale(measure, mean)
    places = decimals(low / factor, high / factor, mean / factor)
    bounds = interval(low / factor, high / factor, places)
    return quantity(mean / factor, unit, places) + (f" ({head}{bounds})" if bounds else "")


def size(measure: Measure, change: float, low: float, high: float) -> tuple[str, str]:
    """How large a difference is, and its interval, both without a sign."""
    factor, unit = _scale(measure, change)
    least, most = sorted((abs(low) / factor, abs(high) / factor))
    places = decimals(low / factor, high / factor, change / factor)
    return quantity(abs(change) / factor, difference_unit(unit), places), interval(least, most, places)


def rough(measure: Measure, mean: float) -> str:
    """Three digits, where the interval stands elsewhere."""
    factor, unit = _scale(measure, mean)
    return quantity(mean / factor, unit, decimals(nan, nan, mean / factor))


def _scale(measure: Measure, value: float) -> tuple[float, str]:
    unit = "" if measure.name in SAY_THEIR_UNIT else measure.unit
    return (MILLION, f"million {unit}") if unit and abs(value) >= MILLION else (1.0, unit)
