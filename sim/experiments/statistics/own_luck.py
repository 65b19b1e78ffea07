"""What luck in common is worth: how many replications the same interval would have taken without it."""

from scipy.special import stdtrit

FEWEST, MOST = 2, 2**40


def replications_with_own_luck(variances: tuple[float, float], paired: float, n: int, confidence: float) -> float:
    """Replications of each scenario, with luck of its own, whose interval is no wider than that of `n` pairs.

    `variances` are those of the two scenarios, not both 0, `paired`, above 0, that of the differences. Student's t
    counts too: n - 1 degrees of freedom against those of Welch (Biometrika 34 (1947) 28-35), of which there are more.
    """
    together = sum(variances)
    more = together**2 / sum(each**2 for each in variances)
    upper = (1 + confidence) / 2
    wanted = float(stdtrit(n - 1, upper)) ** 2 * paired / n
    low, high = FEWEST - 1, FEWEST
    while high < MOST and not _as_narrow(high, more, upper, together, wanted):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _as_narrow(middle, more, upper, together, wanted) else (middle, high)
    return float(high)


def _as_narrow(m: int, more: float, upper: float, together: float, wanted: float) -> bool:
    """Both sides are squared half-widths."""
    return float(stdtrit(more * (m - 1), upper)) ** 2 * together / m <= wanted
