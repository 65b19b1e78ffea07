"""How long averages of queues vary, against exact results."""

from math import inf, sqrt

import pytest

from sim.experiments.statistics.queues import sd_of_mean_busy, sd_of_mean_wait, share_waiting
from tests.theory.erlang import erlang_c

pytestmark = pytest.mark.unit


def test_busy_servers_of_exponential_stays() -> None:
    # The census of M/M/inf has variance a and decays with 1 / s: its integral is 2 a s.
    assert sd_of_mean_busy(5.0, 2.0, 2.0, 1000.0) == pytest.approx(sqrt(2 * 10 * 2 / 1000))


@pytest.mark.parametrize(("load", "tolerance"), [(0.7, 0.1), (0.8, 0.05), (0.95, 0.02)])
def test_one_server_comes_near_the_exact_queue(load: float, tolerance: float) -> None:
    """Exact for M/M/1: 2 r (1 + 4 r - 4 r^2 + r^3) / (1 - r)^4 (Whitt 1989, section 4)."""
    exact = sqrt(2 * load * (1 + 4 * load - 4 * load**2 + load**3) / (1 - load) ** 4 / 1e6) / load
    assert sd_of_mean_wait(load, 1.0, 1.0, 1, 1e6) == pytest.approx(exact, rel=tolerance)


def test_a_full_unit_has_no_mean_wait() -> None:
    assert sd_of_mean_wait(4.0, 1.0, 1.0, 4, 1e6) == inf


@pytest.mark.parametrize(("servers", "offered"), [(1, 0.5), (4, 3.2), (24, 22.0)])
def test_who_waits(servers: int, offered: float) -> None:
    assert share_waiting(servers, offered) == pytest.approx(erlang_c(servers, offered))
