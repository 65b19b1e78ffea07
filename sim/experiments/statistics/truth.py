"""What the rows of a table would be without chance, from means that have some of it.

Empirical Bayes (Efron, Morris, Journal of the American Statistical Association 70 (1975) 311-319): rows are normal
around their mean, and so is the noise of each.
"""

import numpy as np

from sim.experiments.statistics.resampling import Floats
from sim.experiments.statistics.two_way import TwoWay


def without_noise(table: Floats, found: TwoWay) -> Floats:
    """The means of the rows drawn together until they vary as much as the rows themselves do, shape (rows,).

    Right for how they are spread, quantiles for one; for a single row it is not the best guess.
    """
    means = table.mean(axis=1)
    return np.asarray(found.mean + np.sqrt(_reliability(found)) * (means - found.mean))


def range_of_rows(table: Floats, found: TwoWay, tails: tuple[float, float]) -> tuple[float, float]:
    """Where a row taken at random lies over endless replications, between two tails, one on each side of the middle.

    The spread of the rows and what chance does to the mean of all of them add up as variances do; the latter does not
    shrink with more rows, for all of them meet the same luck.
    """
    from scipy.stats import t

    mean_is_off_by = float(t.ppf(tails[1], found.columns - 1)) * np.sqrt(found.noise_of_all)
    low, high = np.quantile(without_noise(table, found), tails)
    return (
        float(found.mean - np.hypot(min(low - found.mean, 0.0), mean_is_off_by)),
        float(found.mean + np.hypot(max(high - found.mean, 0.0), mean_is_off_by)),
    )


def probability_above_0(table: Floats, found: TwoWay) -> float:
    """That a row taken at random would be above 0 over endless replications; nan when every value is 0.

    It allows for the noise of each row, for what chance does to the mean of all of them, and for how few replications
    tell of that: Student's t with degrees of freedom by Satterthwaite.
    """
    from scipy.stats import t

    reliability, means = _reliability(found), table.mean(axis=1)
    guess = found.mean + reliability * (means - found.mean)
    of_rows = found.between.value * (1 - reliability)
    total = found.noise_of_all + of_rows
    if not total:
        return float("nan") if not guess.any() else float((guess > 0).mean())
    freedom = total**2 / (found.noise_of_all**2 / (found.columns - 1) + of_rows**2 / _rest_freedom(found))
    return float(t.cdf(guess / np.sqrt(total), freedom).mean())


def _reliability(found: TwoWay) -> float:
    """Share of the variance of the rows' means that is not noise."""
    total = found.between.value + found.noise_of_a_mean
    return found.between.value / total if total else 0.0


def _rest_freedom(found: TwoWay) -> int:
    return (found.rows - 1) * (found.columns - 1)
