"""Finite rooms and patience against a published example and against their limits."""

from math import exp, factorial

import numpy as np
import pytest

from tests.theory.birth_death import erlang_a, finite_room
from tests.theory.erlang import erlang_b, erlang_c, mmc_mean_wait

pytestmark = pytest.mark.unit


def test_fifty_servers_with_two_minutes_of_patience() -> None:
    """Garnett, Mandelbaum and Reiman, MSOM 4, 2002, table 1: 48 calls a minute of one minute."""
    queue = erlang_a(48, 1, 50, patience=2)
    assert 100 * queue.gives_up == pytest.approx(3.1, abs=0.05)
    assert 60 * queue.mean_wait == pytest.approx(3.7, abs=0.05)
    assert 100 * queue.mean_busy / 50 == pytest.approx(93, abs=0.5)


def test_patience_as_long_as_a_stay_makes_the_census_poisson() -> None:
    """Everybody leaves at one rate, in bed or not."""
    shares = erlang_a(5, 2, 8, patience=2).shares
    poisson = [exp(-10) * 10**n / factorial(n) for n in range(40)]
    assert np.allclose(shares[:40], poisson, atol=1e-12)


def test_no_patience_is_erlang_b_and_endless_patience_erlang_c() -> None:
    assert erlang_a(8, 1, 10, patience=1e-9).gives_up == pytest.approx(erlang_b(10, 8), abs=1e-6)
    assert erlang_a(3.2, 1, 4, patience=1e4).waits == pytest.approx(erlang_c(4, 3.2), abs=1e-3)


def test_flow_balances_with_patience() -> None:
    """Those who do not give up use the beds."""
    queue = erlang_a(12, 1, 10, patience=0.7)
    assert queue.mean_busy == pytest.approx(12 * (1 - queue.gives_up))


def test_no_room_is_erlang_b_and_endless_room_erlang_c() -> None:
    assert finite_room(8, 1, 10, room=0).turned_away == pytest.approx(erlang_b(10, 8))
    endless = finite_room(3.2, 1, 4, room=400)
    assert endless.waits == pytest.approx(erlang_c(4, 3.2))
    assert endless.mean_wait == pytest.approx(mmc_mean_wait(3.2, 1, 4))


def test_one_bed_and_a_room_at_full_load() -> None:
    """M/M/1/K with load 1: all K + 1 states are equally likely."""
    assert finite_room(1, 1, 1, room=3).shares == pytest.approx([0.2] * 5)
