"""What the rows of a table would be without chance, from means that have some of it.

Empirical Bayes (Efron, Morris, Journal of the American Statistical Association 70 (1975) 311-319): rows are normal
around their mean, and so is the noise of each.
"""

from dataclasses import dataclass

import numpy as np

from sim.experiments.statistics.resampling import ENDS, Floats
from sim.experiments.statistics.two_way import TwoWay


def without_noise(table: Floats, found: TwoWay) -> Floats:
    """The means of the rows drawn together until they vary as much as the rows themselves do, shape (rows,).

    Right for how they are spread; for a single row it is not the best guess.
    """
    means = table.mean(axis=1)
    return np.asarray(found.mean + np.sqrt(_reliability(found)) * (means - found.mean))


@dataclass(frozen=True)
class Prediction:
    """Where one more row, taken at random, would lie over endless replications.

    One curve answers both how far it may lie and how likely it is on one side of a value, so that the two cannot
    contradict each other: the range of 95 % is above a value just when that is at least 97.5 % likely.
    """

    guesses: Floats
    """Its middle, should it be like each of the rows; shape (rows,)."""
    scale: float
    """Of Student's t around each; 0 when nothing ever differs."""
    freedom: float

    def below(self, value: float) -> float:
        """Probability that it is below `value`; nan when it is `value` and nothing else."""
        from scipy.special import stdtr

        if not self.scale:
            return float("nan") if (self.guesses == value).all() else float((self.guesses < value).mean())
        return float(stdtr(self.freedom, (value - self.guesses) / self.scale).mean())

    def at(self, share: float) -> float:
        """Value that it is below with this probability."""
        from scipy.optimize import brentq
        from scipy.special import stdtr, stdtrit

        middle = float(self.guesses.mean())
        if not self.scale:
            return middle
        apart = (self.guesses - middle) / self.scale
        # Each curve alone has the share at its own end; one more on both sides leaves room for rounding.
        low, high = stdtrit(self.freedom, share) + np.array([apart.min() - 1, apart.max() + 1])
        found = brentq(lambda at: stdtr(self.freedom, at - apart).mean() - share, low, high)
        return middle + self.scale * float(found)


def prediction(table: Floats, found: TwoWay) -> Prediction:
    """From the rows that were seen, of shape (rows, columns).

    It allows for the noise of each row, for what chance does to the mean of all of them, which does not shrink with
    more rows for all of them meet the same luck, and for how few rows and replications tell of that: Student's t with
    degrees of freedom by Satterthwaite, and rows drawn apart by as much as a prediction from so few is wider than one
    from all rows that there are.
    """
    from scipy.special import ndtri, stdtrit

    reliability = _reliability(found)
    wider = float(stdtrit(found.rows - 1, ENDS[1]) / ndtri(ENDS[1]))
    parts = (
        (found.noise_of_all, found.columns - 1),
        (found.between.value * (1 - reliability), (found.rows - 1) * (found.columns - 1)),
        (found.between.value / found.rows, found.rows - 1),
    )
    total = sum(variance for variance, _ in parts)
    freedom = total**2 / sum(variance**2 / freedom for variance, freedom in parts) if total else 1.0
    guesses = found.mean + wider * reliability * (table.mean(axis=1) - found.mean)
    return Prediction(guesses, float(np.sqrt(total)), freedom)


def _reliability(found: TwoWay) -> float:
    """Share of the variance of the rows' means that is not noise."""
    total = found.between.value + found.noise_of_a_mean
    return found.between.value / total if total else 0.0
