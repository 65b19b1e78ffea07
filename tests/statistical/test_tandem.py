"""Step-down beds behind detox beds, with blocking after service. Times in days."""

import numpy as np
import pytest

from sim.vocabulary import Event, Level
from tests.statistical.harness import agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.tandem import Tandem, solve

pytestmark = pytest.mark.statistical


def occupancy(run: Reading) -> dict[str, float]:
    return {
        "refused": run.share(run.referred(), ~np.isnan(run.times(Event.REFUSED))),
        "listed": run.mean_level(Level.WAITING),
        "boarding": run.mean_level(Level.BOARDING),
        "detox": run.mean_level(Level.OCCUPIED),
        "step-down": run.mean_level(Level.STEP_DOWN),
    }


def numbers(tandem: Tandem) -> dict[str, float]:
    exact = solve(tandem)
    listed = {"listed": exact.listed} if tandem.list_limit else {}
    return listed | {
        "refused": exact.refused,
        "boarding": exact.boarding,
        "detox": exact.detox_occupied,
        "step-down": exact.step_down_occupied,
    }


def test_nobody_waits_outside() -> None:
    agree("tandem", in_the_engine(occupancy), numbers(Tandem(8.0, 10, 1.0, 4, 0.5)), notices=0.1)


def test_a_short_waiting_list_in_front() -> None:
    agree("tandem-with-list", in_the_engine(occupancy), numbers(Tandem(5.0, 5, 1.0, 3, 0.5, list_limit=2)), notices=0.1)
