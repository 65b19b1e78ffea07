"""Erlang's formulas against printed tables and a published example."""

import pytest

from tests.theory.erlang import erlang_b, erlang_c, mmc_mean_wait, mmc_wait_beyond, mmc_wait_quantile

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("servers", "offered"), [(10, 4.461), (20, 12.031), (50, 37.901)])
def test_one_percent_column_of_the_erlang_b_table(servers: int, offered: float) -> None:
    """Offered load at 1 % loss, e.g. Cooper 1981, appendix A."""
    assert erlang_b(servers, offered) == pytest.approx(0.01, abs=5e-6)


def test_one_bed_loses_its_own_occupancy() -> None:
    assert erlang_b(1, 0.5) == pytest.approx(1 / 3)


def test_one_bed_makes_a_share_wait_that_equals_its_load() -> None:
    assert erlang_c(1, 0.8) == pytest.approx(0.8)
    assert mmc_mean_wait(0.8, 1.0, 1) == pytest.approx(4.0)


def test_two_beds_in_closed_form() -> None:
    """C(2, a) = a^2 / (2 + a)."""
    assert erlang_c(2, 1.2) == pytest.approx(1.2**2 / 3.2)


def test_fifty_servers_without_patience() -> None:
    """Garnett, Mandelbaum and Reiman, MSOM 4, 2002, table 1: 48 calls a minute of one minute, times in seconds."""
    assert 60 * mmc_mean_wait(48, 1, 50) == pytest.approx(20.8, abs=0.05)
    assert 60 * mmc_wait_quantile(0.9, 48, 1, 50) == pytest.approx(58.1, abs=0.05)


def test_quantile_and_tail_are_inverse() -> None:
    assert mmc_wait_beyond(mmc_wait_quantile(0.9, 3.2, 1.0, 4), 3.2, 1.0, 4) == pytest.approx(0.1)


def test_most_do_not_wait_in_a_quiet_unit() -> None:
    assert mmc_wait_quantile(0.5, 1.2, 1.0, 4) == 0.0
