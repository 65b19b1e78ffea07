"""Means and shares in which "never seen" is nan, not 0."""

import numpy as np

from sim.measures.window import Bools, Floats


def mean(values: Floats) -> float:
    """Mean of the values that are numbers; nan when there is none."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else float("nan")


def quantile(values: Floats, share: float) -> float:
    """Quantile of the values that are numbers, between order statistics; nan when there is none."""
    known = values[~np.isnan(values)]
    return float(np.quantile(known, share)) if known.size else float("nan")


def share_pct(part: Bools, whole: Bools) -> float:
    """Percentage of `whole` that is also in `part`; nan when `whole` is empty."""
    people = int(np.count_nonzero(whole))
    return 100 * int(np.count_nonzero(part & whole)) / people if people else float("nan")
