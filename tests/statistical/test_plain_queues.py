"""Beds as servers: M/M/c at five loads, staffed beds as M/M/c, M/G/1 and D/M/c. Times in days."""

import pytest

from sim.vocabulary import Event, Level
from tests.statistical.harness import agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.erlang import erlang_c, mmc_mean_wait, mmc_wait_beyond
from tests.theory.pollaczek import md1_mean_wait, mg1_mean_wait
from tests.theory.scheduled import dmc

pytestmark = pytest.mark.statistical

DAY_H = 24.0
HALF_A_DAY = 0.5


def waits(run: Reading) -> dict[str, float]:
    """People waiting and in bed, and shares of arrivals by their wait, which only the last of the run hide."""
    called_h, referral_h = run.times(Event.CALLED), run.population.referral_h
    some = run.referred(not_after_h=run.end_h - HALF_A_DAY * DAY_H)
    return {
        "queue": run.mean_level(Level.WAITING),
        "in bed": run.mean_level(Level.OCCUPIED),
        "waits": run.share(some, ~(called_h == referral_h)),
        "waits half a day": run.share(some, ~(called_h - referral_h <= HALF_A_DAY * DAY_H)),
    }


def mmc(rate: float, beds: int) -> dict[str, float]:
    """Stays of one day."""
    return {
        "queue": rate * mmc_mean_wait(rate, 1.0, beds),
        "in bed": rate,
        "waits": erlang_c(beds, rate),
        "waits half a day": mmc_wait_beyond(HALF_A_DAY, rate, 1.0, beds),
    }


@pytest.mark.parametrize(("load_pct", "notices"), [(30, 0.4), (50, 0.25), (70, 0.3), (80, 0.35), (90, 0.4)])
def test_four_beds_are_mmc(load_pct: int, notices: float) -> None:
    """The rarer or the longer the queue, the larger the least bias that a run of seconds can show.

    `test_long_runs` shows a few per cent at the same loads.
    """
    agree(f"mmc-load-{load_pct}", in_the_engine(waits), mmc(4 * load_pct / 100, 4), notices)


def test_the_ratio_rule_leaves_six_of_ten_beds() -> None:
    agree("ratio", in_the_engine(waits), mmc(4.5, 6), notices=0.3)


def test_one_bed_and_equal_stays() -> None:
    exact = {"queue": 0.7 * md1_mean_wait(0.7, 1.0), "waits": 0.7}
    agree("one-bed-constant", in_the_engine(waits), exact, notices=0.12)


def test_one_bed_and_gamma_stays() -> None:
    exact = {"queue": 0.7 * mg1_mean_wait(0.7, 1.0, 1.5**2), "waits": 0.7}
    agree("one-bed-gamma", in_the_engine(waits), exact, notices=0.3)


def test_admissions_by_appointment() -> None:
    exact = dmc(every=10.0, stay=25.5, servers=3)
    numbers = {"queue": exact.mean / 10.0, "waits": exact.waits, "in bed": 2.55}
    agree("scheduled", in_the_engine(waits), numbers, notices=0.3)
