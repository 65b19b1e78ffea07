"""One bed and stays of any shape: M/G/1.

Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems, vol. 1, 1975, 5.6.
"""


def mg1_mean_wait(rate: float, stay: float, variance: float) -> float:
    """Mean wait of all arrivals: rate E[S^2] / (2 (1 - load)); `variance` is that of the stay."""
    return rate * (stay**2 + variance) / (2.0 * (1.0 - rate * stay))


def md1_mean_wait(rate: float, stay: float) -> float:
    """Equal stays: half the wait of exponential ones."""
    return mg1_mean_wait(rate, stay, 0.0)
