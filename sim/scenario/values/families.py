"""The families of distributions as they are written: their words and what must hold between them."""

from collections.abc import Callable
from dataclasses import dataclass

from sim.scenario.values.distributions import (
    Distribution,
    Exponential,
    Gamma,
    Lognormal,
    Triangular,
    TruncatedNormal,
    Uniform,
    Weibull,
)


@dataclass(frozen=True)
class Family:
    """How a family is written: its words, which of them are plain numbers, and what must hold."""

    make: Callable[..., Distribution]
    words: tuple[str, ...]
    rule: Callable[..., bool]
    rule_says: str
    plain: tuple[str, ...] = ()


FAMILIES: dict[str, Family] = {
    "exponential": Family(Exponential, ("mean",), lambda mean: mean > 0, "a mean above 0"),
    "uniform": Family(Uniform, ("low", "high"), lambda low, high: low < high, "low below high"),
    "triangular": Family(
        Triangular,
        ("low", "mode", "high"),
        lambda low, mode, high: low <= mode <= high and low < high,
        "low <= mode <= high, and low below high",
    ),
    "lognormal": Family(Lognormal, ("mean", "sd"), lambda mean, sd: mean > 0 and sd > 0, "mean and sd above 0"),
    "gamma": Family(
        Gamma,
        ("mean", "sd"),
        lambda mean, sd: mean > 0 and mean / 100 <= sd <= mean * 10,
        "a mean above 0 and an sd between a hundredth and ten times of it",
    ),
    "weibull": Family(
        Weibull,
        ("mean", "shape"),
        lambda mean, shape: mean > 0 and 0.2 <= shape <= 20,
        "a mean above 0 and a shape from 0.2 to 20",
        plain=("shape",),
    ),
    "normal": Family(
        TruncatedNormal,
        ("centre", "width", "low", "high"),
        lambda centre, width, low, high: width > 0 and low < high and low - 4 * width <= centre <= high + 4 * width,
        "width above 0, low below high, and a centre not further than four widths outside them",
    ),
}
