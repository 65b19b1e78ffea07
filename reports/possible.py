"""Intervals as they are shown: a t interval does not know that nobody waits less than 0 h, or that 100 % is all.

What is saved keeps the interval as it is, which is what its confidence is about.
"""

from collections.abc import Iterable
from typing import Protocol

import pandas as pd

MAY_BE_NEGATIVE = ("money",)
"""Kinds of measures, for a balance may be."""
MAY_EXCEED_100 = ("staff_use_pct",)
"""Percentages that are no shares: people work beyond the end of their shifts."""
WHOLE_PCT = 100.0


class Named(Protocol):
    """What must be known of a measure."""

    @property
    def name(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def kind(self) -> str: ...


def possible(table: pd.DataFrame, measures: Iterable[Named]) -> pd.DataFrame:
    """A table of means (columns measure, low, high) with no end of an interval beyond what its measure can be."""
    known = list(measures)
    never_below_0 = [each.name for each in known if each.kind not in MAY_BE_NEGATIVE]
    shares = [each.name for each in known if each.unit == "%" and _base(each.name) not in MAY_EXCEED_100]
    low, high = table["low"], table["high"]
    return table.assign(
        low=low.where(~table["measure"].isin(never_below_0) | ~(low < 0), 0.0),
        high=high.where(~table["measure"].isin(shares) | ~(high > WHOLE_PCT), WHOLE_PCT),
    )


def _base(name: str) -> str:
    """`staff_use_pct` of `staff_use_pct[nurse]`."""
    return name.partition("[")[0]
