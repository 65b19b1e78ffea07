"""Poisson referrals to identical beds: those who cannot wait (Erlang B) and those who wait for ever (Erlang C).

`offered` is the rate of arrival times the mean stay, in beds. Times and rates
share one unit of time.
"""

from math import exp, log


def erlang_b(servers: int, offered: float) -> float:
    """Share of arrivals lost in M/G/c/c; holds for every distribution of stay with this mean.

    Recursion B(n) = a B(n-1) / (n + a B(n-1)). Cooper, Introduction to Queueing Theory, 1981, 3.3.
    """
    lost = 1.0
    for n in range(1, servers + 1):
        lost = offered * lost / (n + offered * lost)
    return lost


def erlang_c(servers: int, offered: float) -> float:
    """Share of arrivals that wait in M/M/c; needs offered < servers. Cooper 1981, 3.4."""
    lost = erlang_b(servers, offered)
    return lost / (1.0 - offered / servers * (1.0 - lost))


def mmc_mean_wait(rate: float, stay: float, servers: int) -> float:
    """Mean wait of all arrivals in M/M/c: C s / (c - a)."""
    return erlang_c(servers, rate * stay) * stay / (servers - rate * stay)


def mmc_wait_beyond(wait: float, rate: float, stay: float, servers: int) -> float:
    """Share of arrivals that wait longer than `wait` under first come, first served: C exp(-(c - a) t / s)."""
    offered = rate * stay
    return erlang_c(servers, offered) * exp(-(servers - offered) * wait / stay)


def mmc_wait_quantile(share: float, rate: float, stay: float, servers: int) -> float:
    """Wait that `share` of arrivals do not exceed; 0 when so many do not wait at all."""
    offered = rate * stay
    waiting = erlang_c(servers, offered)
    return max(0.0, log(waiting / (1.0 - share)) * stay / (servers - offered))
