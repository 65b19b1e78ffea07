"""A bed for everyone: M/G/inf in the long run, from empty, and with referrals in office hours. Times in days."""

from math import inf

import numpy as np
import pytest
from scipy.stats import poisson

from sim.vocabulary import Event, Level
from tests.statistical.harness import Read, agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.infinite_server import Rate, census_from_empty, lognormal_limited, periodic_census

pytestmark = pytest.mark.statistical

DAY_H, WEEK_D = 24.0, 7.0
STAYS = lognormal_limited(mean=5.0, sd=4.0)


def test_the_census_is_poisson() -> None:
    def read(run: Reading) -> dict[str, float]:
        census, hours = run.level(Level.OCCUPIED)
        squared = (census - 25.0) ** 2
        return {
            "mean": float(np.average(census, weights=hours)),
            "variance": float(np.average(squared, weights=hours)),
            "at most 20": float(np.average(census <= 20, weights=hours)),
        }

    agree(
        "infinite",
        in_the_engine(read),
        {"mean": 25.0, "variance": 25.0, "at most 20": poisson.cdf(20, 25.0)},
        notices=0.25,
    )


def census_at(*days: float, every: float = inf) -> Read:
    """People in bed at moments of the measured time, averaged over its periods."""

    def read(run: Reading) -> dict[str, float]:
        starts_h = np.arange(run.start_h, run.end_h, every * DAY_H) if every < inf else np.array([run.start_h])
        admitted_h, left_h = run.times(Event.ADMITTED), run.times(Event.DISCHARGED)
        return {f"day {day:g}": float(run.census(admitted_h, left_h, starts_h + day * DAY_H).mean()) for day in days}

    return read


def test_the_census_fills_from_empty() -> None:
    days = (0.25, 1.0, 3.0, 8.0, 15.0)
    exact = {f"day {day:g}": census_from_empty(8.0, STAYS, day) for day in days}
    agree("infinite-from-empty", in_the_engine(census_at(*days)), exact, notices=0.2)


def test_office_hours_make_a_weekly_wave() -> None:
    """Monday 07:00, Wednesday 12:00, Friday 18:00 and Sunday 20:00."""
    days = (7 / 24, 2 + 12 / 24, 4 + 18 / 24, 6 + 20 / 24)
    exact = {f"day {day:g}": periodic_census(office_hours(5.0), WEEK_D, STAYS, day, periods=40) for day in days}
    agree("infinite-weekly", in_the_engine(census_at(*days, every=WEEK_D)), exact, notices=0.03)


def office_hours(per_day: float) -> list[Rate]:
    """Weight 3 on weekdays 08:00-18:00, a half in the nights that follow, none from Saturday 08:00."""
    unit = per_day * WEEK_D / (5 * (3 * 10 + 0.5 * 14) / DAY_H)
    rates = [(0.0, 8 / 24, 0.0)]
    for day in range(5):
        opens, closes, reopens = day + 8 / 24, day + 18 / 24, day + 32 / 24
        rates += [(opens, closes, 3 * unit), (closes, reopens, 0.5 * unit)]
    return [*rates, (5 + 8 / 24, WEEK_D, 0.0)]
