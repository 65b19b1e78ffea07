"""Blocking after service against the saturated line of two and against Erlang B."""

import pytest

from tests.theory.erlang import erlang_b
from tests.theory.tandem import Tandem, solve

pytestmark = pytest.mark.unit


def test_saturated_line_of_two_beds_works_two_thirds_of_the_time() -> None:
    """Hunt 1956: mu2 (mu1 + mu2) / (mu1^2 + mu1 mu2 + mu2^2) with mu1 = mu2."""
    assert solve(Tandem(1e6, 1, 1.0, 1, 1.0, list_limit=1)).throughput == pytest.approx(2 / 3, abs=1e-5)


def test_saturated_line_with_unequal_beds() -> None:
    """Hunt 1956 with mu1 = 1, mu2 = 1/2; his maximal load times mu1."""
    mu1, mu2 = 1.0, 0.5
    load = mu2 * (mu1 + mu2) / (mu1**2 + mu1 * mu2 + mu2**2)
    assert solve(Tandem(1e6, 1, 1 / mu1, 1, 1 / mu2, list_limit=1)).throughput == pytest.approx(load * mu1, abs=1e-5)


def test_step_down_for_everyone_leaves_erlang_b_at_the_front() -> None:
    answer = solve(Tandem(8.0, 4, 0.5, 40, 0.5))
    assert answer.refused == pytest.approx(erlang_b(4, 4.0))
    assert answer.boarding == pytest.approx(0.0, abs=1e-9)


def test_what_goes_in_comes_out() -> None:
    answer = solve(Tandem(6.0, 5, 1.0, 3, 0.5, list_limit=2))
    assert answer.throughput == pytest.approx(6.0 * (1 - answer.refused))
    assert answer.detox_occupied - answer.boarding == pytest.approx(answer.throughput * 1.0)
