"""The least and the most that a measure can be: nobody waits less than 0 h, and 100 % is all.

An interval of a mean does not know it. What is saved keeps the interval as it is, which is what its confidence is
about; whoever shows it lets it end where its measure does.
"""

from math import inf
from typing import Protocol

MAY_BE_NEGATIVE = ("balance_per_year",)
MAY_EXCEED_100 = ("staff_use_pct",)
"""Percentages that are no shares: people work beyond the end of their shifts."""
WHOLE_PCT = 100.0


class Named(Protocol):
    """What must be known of a measure."""

    @property
    def name(self) -> str: ...
    @property
    def unit(self) -> str: ...


def reach(measure: Named) -> tuple[float, float]:
    """In the measure's unit; without an end where it can be any amount."""
    # `staff_use_pct` of `staff_use_pct[nurse]`.
    base = measure.name.partition("[")[0]
    is_share = measure.unit == "%" and base not in MAY_EXCEED_100
    return -inf if base in MAY_BE_NEGATIVE else 0.0, WHOLE_PCT if is_share else inf
