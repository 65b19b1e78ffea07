"""Intervals as they are shown: none goes farther than its measure does."""

from collections.abc import Iterable

import pandas as pd

from sim.measures.reach import Named, reach


def possible(table: pd.DataFrame, measures: Iterable[Named]) -> pd.DataFrame:
    """A table of means (columns measure, low, high) with no end of an interval beyond what its measure can be."""
    reaches = {each.name: reach(each) for each in measures}
    least, most = (table["measure"].map({name: ends[end] for name, ends in reaches.items()}) for end in (0, 1))
    low, high = table["low"], table["high"]
    return table.assign(low=low.mask(low < least, least), high=high.mask(high > most, most))
