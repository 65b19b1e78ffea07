"""Chances at the front door: independent shares of one Poisson stream."""

import numpy as np
import pytest

from sim.vocabulary import Event
from tests.statistical.harness import agree, in_the_engine
from tests.statistical.reading import Reading

pytestmark = pytest.mark.statistical

HOUR = 1.0


def test_each_chance_takes_its_share() -> None:
    def read(run: Reading) -> dict[str, float]:
        some = run.referred(not_after_h=run.end_h - HOUR)
        ends = {"lost": Event.LOST, "diverted": Event.DIVERTED, "no show": Event.NO_SHOW, "admitted": Event.ADMITTED}
        return {name: run.share(some, ~np.isnan(run.times(event))) for name, event in ends.items()}

    exact = {"lost": 0.05, "diverted": 0.15, "no show": 0.8 * 0.2, "admitted": 0.8 * 0.8}
    agree("front-door", in_the_engine(read), exact, notices=0.1)
