"""Bootstrap by counts: how often each row is drawn, so that a statistic of all resamples is a product of matrices.

Efron, Tibshirani: An Introduction to the Bootstrap (1993), chapters 6 and 13.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RESAMPLES = 1_000
SEED = 1
"""Fixed, so that the same results have the same intervals."""
ENDS = (0.025, 0.975)
LEAST_ROWS = 10
"""Rows of which a percentile interval is made: from fewer it is far too narrow, for the resamples repeat a few rows."""


@lru_cache(maxsize=4)
def drawn_counts(rows: int, resamples: int = RESAMPLES) -> Floats:
    """How often each row is in each resample, shape (resamples, rows); not to be written to."""
    shares = np.full(rows, 1 / rows)
    counts = np.random.default_rng(SEED).multinomial(rows, shares, size=resamples).astype(np.float64)
    counts.flags.writeable = False
    return counts


def percentile_ends(resampled: Floats) -> tuple[Floats, Floats]:
    """Low and high end of the 95 % percentile interval over the first axis; nan where nothing is known."""
    known = np.where(np.isfinite(resampled), resampled, np.nan)
    low, high = (np.full(known.shape[1:], np.nan) for _ in ENDS)
    seen = ~np.isnan(known).all(axis=0)
    low[seen], high[seen] = np.nanquantile(known[:, seen], ENDS, axis=0)
    return low, high


def normal_ends(value: Floats, resampled: Floats, least: float, most: float) -> tuple[Floats, Floats]:
    """The 95 % normal interval around `value`, within what it can be: for statistics that resampling makes larger."""
    from scipy.special import ndtri

    half = float(ndtri(ENDS[1])) * np.nanstd(resampled, axis=0)
    return np.clip(value - half, least, most), np.clip(value + half, least, most)
