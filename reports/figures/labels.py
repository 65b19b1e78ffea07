"""Numbers where there is little room for them."""

from collections.abc import Sequence
from math import nan
from typing import Any

import numpy as np

from reports.words import decimals, number

LARGE = 10_000
MOST_TICKS = 8


def short_number(value: float, places: int) -> str:
    """With so many decimals; large ones in thousands or millions: `24.3`, `310k`, `2.35M`."""
    if abs(value) < LARGE:
        return number(value, places)
    return f"{number(value / 1e6, 2)}M" if abs(value) >= 1e6 else f"{number(value / 1e3, 0)}k"


def number_scale(values: Sequence[float], log: bool = False) -> dict[str, Any]:
    """Settings of an axis that has points at these values: a tick at each, where there is room for them."""
    kind: dict[str, Any] = {"type": "log"} if log else {}
    places = np.sort(np.log10(values) if log else np.asarray(values, dtype=float))
    gaps = np.diff(places)
    if len(places) > MOST_TICKS or (len(gaps) and gaps.min() < (places[-1] - places[0]) / (2 * MOST_TICKS)):
        return kind
    return kind | {"tickvals": list(values), "ticktext": [short_text(value) for value in values]}


def short_text(value: float) -> str:
    """With three digits at most behind the first, and none behind the point of a whole number."""
    return short_number(value, 0 if float(value).is_integer() else decimals(nan, nan, value))
