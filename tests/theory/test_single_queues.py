"""M/G/1 and GI/M/c against each other and against M/M/c."""

from math import exp

import pytest

from tests.theory.erlang import erlang_c, mmc_mean_wait
from tests.theory.pollaczek import md1_mean_wait, mg1_mean_wait
from tests.theory.scheduled import dmc, gimc

pytestmark = pytest.mark.unit


def test_exponential_stays_are_the_plain_queue() -> None:
    assert mg1_mean_wait(0.8, 1.0, 1.0) == pytest.approx(mmc_mean_wait(0.8, 1.0, 1))


def test_equal_stays_halve_the_wait() -> None:
    assert md1_mean_wait(0.8, 1.0) == pytest.approx(mmc_mean_wait(0.8, 1.0, 1) / 2)


@pytest.mark.parametrize("servers", [1, 2, 4])
def test_exponential_gaps_are_the_plain_queue(servers: int) -> None:
    rate = 0.8 * servers
    wait = gimc(lambda s: rate / (rate + s), 1.0, servers)
    assert wait.waits == pytest.approx(erlang_c(servers, rate))
    assert wait.mean == pytest.approx(mmc_mean_wait(rate, 1.0, servers))


def test_even_arrivals_to_one_bed_wait_with_chance_sigma() -> None:
    """GI/M/1: the share that waits is the root itself."""
    sigma = dmc(1.25, 1.0, 1).waits
    assert sigma == pytest.approx(exp(-1.25 * (1 - sigma)))


def test_even_arrivals_wait_less_than_random_ones() -> None:
    assert dmc(1.25 / 3, 1.0, 3).mean < mmc_mean_wait(3 / 1.25, 1.0, 3) / 2
