"""How distributions are written, and what is said when one is not."""

import pytest

from sim.scenario.values.distributions import (
    Constant,
    Distribution,
    Empirical,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    TruncatedNormal,
    Uniform,
    Weibull,
)
from sim.scenario.values.families import FAMILIES
from sim.scenario.values.quantiles import BY_FAMILY
from sim.scenario.values.spreads import WrongSpread, duration_distribution, number_distribution

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2 h", Constant(2.0)),
        ({"exponential": {"mean": "5 days"}}, Exponential(120.0)),
        ({"uniform": {"low": "0 h", "high": "1 day"}}, Uniform(0.0, 24.0)),
        ({"triangular": {"low": "1 h", "mode": "2 h", "high": "6 h"}}, Triangular(1.0, 2.0, 6.0)),
        ({"lognormal": {"mean": "90 min", "sd": "30 min"}}, Lognormal(1.5, 0.5)),
        ({"gamma": {"sd": "1 h", "mean": "2 h"}}, Gamma(2.0, 1.0)),
        ({"weibull": {"mean": "2 h", "shape": 0.8}}, Weibull(2.0, 0.8)),
        (
            {"normal": {"centre": "4 h", "width": "1 h", "low": "1 h", "high": "8 h"}},
            TruncatedNormal(4.0, 1.0, 1.0, 8.0),
        ),
        ({"empirical": ("1 h", "30 min")}, Empirical((1.0, 0.5))),
    ],
)
def test_lengths_of_time(written: object, read: Distribution) -> None:
    assert duration_distribution(written) == read


def test_plain_numbers() -> None:
    assert number_distribution(18) == Constant(18.0)
    assert number_distribution({"lognormal": {"mean": 18, "sd": 4.5}}) == Lognormal(18.0, 4.5)


def test_a_distribution_stands_for_itself() -> None:
    assert duration_distribution(Exponential(2.0)) == Exponential(2.0)


@pytest.mark.parametrize(
    ("written", "within"),
    [
        ({"gama": {"mean": "1 h", "sd": "1 h"}}, [(("gama",), "is no family of distributions; did you mean gamma?")]),
        ({"gamma": "1 h"}, [(("gamma",), "'gamma' takes mean, sd")]),
        (
            {"gamma": {"mean": 1, "sdd": "1 h"}},
            [
                (("gamma", "sdd"), "is not known here; 'gamma' takes mean, sd"),
                (("gamma", "sd"), "is missing; 'gamma' takes mean, sd"),
                (("gamma", "mean"), "a length of time needs its unit, for example '1 h'"),
            ],
        ),
        ({"empirical": ()}, [(("empirical",), "'empirical' takes a list of at least one value")]),
        ({"empirical": ("1 h", 2)}, [(("empirical", 1), "a length of time needs its unit, for example '2 h'")]),
    ],
)
def test_every_slip_is_told_with_its_place(written: object, within: list[tuple[tuple[str | int, ...], str]]) -> None:
    with pytest.raises(WrongSpread) as refused:
        duration_distribution(written)
    assert refused.value.within == within


@pytest.mark.parametrize("written", [{}, {"gamma": {}, "normal": {}}])
def test_exactly_one_family(written: object) -> None:
    with pytest.raises(ValueError, match="one family is accepted"):
        duration_distribution(written)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({"exponential": {"mean": 0}}, "a mean above 0"),
        ({"uniform": {"low": 3, "high": 3}}, "low below high"),
        ({"triangular": {"low": 1, "mode": 7, "high": 6}}, "low <= mode <= high"),
        ({"lognormal": {"mean": 1, "sd": 0}}, "mean and sd above 0"),
        ({"gamma": {"mean": 1, "sd": 1000}}, "between a hundredth and ten times"),
        ({"weibull": {"mean": 1, "shape": 0.001}}, "a shape from 0.2 to 20"),
        ({"normal": {"centre": 100, "width": 1, "low": 0, "high": 48}}, "not further than four widths outside"),
        ({"normal": {"centre": 10, "width": 1, "low": 8, "high": 8}}, "low below high"),
    ],
)
def test_numbers_that_make_no_distribution(written: object, says: str) -> None:
    with pytest.raises(WrongSpread, match=says):
        number_distribution(written)


@pytest.mark.parametrize("written", [-1, True, float("nan"), float("inf"), "18", None, [1]])
def test_what_is_no_plain_number(written: object) -> None:
    with pytest.raises(ValueError, match="is accepted"):
        number_distribution(written)


def test_every_family_has_a_quantile_function_of_its_name() -> None:
    assert {*FAMILIES, "constant", "empirical"} == set(BY_FAMILY)
    assert all(family.make.family == name for name, family in FAMILIES.items())  # type: ignore[attr-defined]
