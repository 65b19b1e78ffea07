"""People who give up: Erlang A. Times in days."""

import numpy as np
import pytest

from sim.vocabulary import Event, Level
from tests.statistical.harness import agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.birth_death import Queue, erlang_a

pytestmark = pytest.mark.statistical

DAY_H = 24.0
LONG_D = 20.0
"""Nobody waits longer than this: patience has a mean of a day or so."""


def patience(run: Reading) -> dict[str, float]:
    called_h, referral_h = run.times(Event.CALLED), run.population.referral_h
    some = run.referred(not_after_h=run.end_h - LONG_D * DAY_H)
    return {
        "gives up": run.share(some, ~np.isnan(run.times(Event.GAVE_UP))),
        "waits": run.share(some, ~(called_h == referral_h)),
        "queue": run.mean_level(Level.WAITING),
        "in bed": run.mean_level(Level.OCCUPIED),
    }


def numbers(exact: Queue) -> dict[str, float]:
    return {
        "gives up": exact.gives_up,
        "waits": exact.waits,
        "queue": exact.mean_queue,
        "in bed": exact.mean_busy,
    }


def test_more_people_than_beds() -> None:
    agree("erlang-a", in_the_engine(patience), numbers(erlang_a(4.4, 1.0, 4, patience=1.5)), notices=0.1)


def test_patience_as_long_as_a_stay() -> None:
    agree("erlang-a-equal", in_the_engine(patience), numbers(erlang_a(3.6, 1.0, 4, patience=1.0)), notices=0.1)
