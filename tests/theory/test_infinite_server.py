"""The census with a bed for everyone against elementary integrals."""

from math import exp, inf, sqrt

import pytest
from scipy.integrate import quad
from scipy.stats import lognorm

from tests.theory.infinite_server import census_from_empty, exponential_limited, lognormal_limited, periodic_census

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("age", [0.5, 4.0, 30.0])
def test_limited_lognormal_stay_is_the_integral_of_its_tail(age: float) -> None:
    sigma = sqrt(0.25)
    stay = lognorm(s=sigma, scale=5.0)
    limited = lognormal_limited(float(stay.mean()), float(stay.std()))
    assert limited(age) == pytest.approx(quad(stay.sf, 0, age)[0], rel=1e-8)


def test_census_fills_exponentially_and_up_to_rate_times_stay() -> None:
    limited = exponential_limited(5.0)
    assert census_from_empty(2.0, limited, 3.0) == pytest.approx(10 * (1 - exp(-3 / 5)))
    assert census_from_empty(2.0, limited, inf) == pytest.approx(10.0)


def test_constant_rates_in_pieces_make_a_constant_census() -> None:
    pieces = [(0.0, 3.0, 2.0), (3.0, 7.0, 2.0)]
    assert periodic_census(pieces, 7.0, exponential_limited(5.0), 4.5, periods=40) == pytest.approx(10.0)


def test_office_hours_referrals_by_direct_integration() -> None:
    """Rate 3 in the first two days of seven, stays exponential with mean 5, at day 4."""
    limited = exponential_limited(5.0)
    direct = sum(3 * quad(lambda u, k=k: exp(-(4 + 7 * k - u) / 5), 0, 2)[0] for k in range(60))
    assert periodic_census([(0.0, 2.0, 3.0), (2.0, 7.0, 0.0)], 7.0, limited, 4.0, 59) == pytest.approx(direct)
