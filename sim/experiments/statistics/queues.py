"""How much a long average of a queue varies, from its load alone.

Whitt, Planning queueing simulations, Management Science 35:1341-1366, 1989. Times share one unit.
"""

from math import inf, nan, sqrt


def sd_of_mean_busy(rate: float, mean_stay: float, sd_stay: float, length: float) -> float:
    """Standard deviation of the mean number of busy servers over `length`: sqrt(rate E[S^2] / length).

    The census of M/G/inf has autocovariance rate E[(S - t)+] (Eick, Massey and Whitt, Operations Research
    41:731-742, 1993), whose integral over all t is rate E[S^2]. With finite servers and nobody lost the stays, added
    up, are the same; where people give up it is an upper limit.
    """
    return sqrt(rate * (mean_stay**2 + sd_stay**2) / length)


def sd_of_mean_wait(rate: float, mean_stay: float, sd_stay: float, servers: int, length: float) -> float:
    """Standard deviation of the mean wait over `length` in M/G/c with nobody lost; infinite from a load of 1 on.

    In heavy traffic the number in the queue is a reflected Brownian motion with drift -m and variance v a unit of
    time, whose asymptotic variance is v^3 / (2 m^4); m = (1 - load) c / E[S] and v = (1 + cv^2) c / E[S]. Weighted
    with the share that waits (Erlang C), since there is a queue only then; the wait is the queue divided by the rate.
    """
    load = rate * mean_stay / servers
    if load >= 1:
        return inf
    if not rate:
        return nan
    drift = (1 - load) * servers / mean_stay
    variance = (1 + (sd_stay / mean_stay) ** 2) * servers / mean_stay
    return sqrt(share_waiting(servers, rate * mean_stay) * variance**3 / (2 * drift**4) / length) / rate


def share_waiting(servers: int, offered: float) -> float:
    """Share of arrivals that wait in M/M/c (Erlang C); Cooper, Introduction to Queueing Theory, 1981, 3.4."""
    lost = 1.0
    for n in range(1, servers + 1):
        lost = offered * lost / (n + offered * lost)
    return lost / (1 - offered / servers * (1 - lost))
