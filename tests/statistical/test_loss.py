"""Who finds no bed, or no place to wait, is turned away: Erlang B and M/M/c/K. Times in days."""

import numpy as np
import pytest

from sim.vocabulary import Event, Level
from tests.statistical.harness import agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.birth_death import finite_room
from tests.theory.erlang import erlang_b

pytestmark = pytest.mark.statistical


def losses(run: Reading) -> dict[str, float]:
    called_h, referral_h, some = run.times(Event.CALLED), run.population.referral_h, run.referred()
    refused = ~np.isnan(run.times(Event.REFUSED))
    return {
        "refused": run.share(some, refused),
        "waits": run.share(some, ~refused & ~(called_h == referral_h)),
        "queue": run.mean_level(Level.WAITING),
        "in bed": run.mean_level(Level.OCCUPIED),
        "cleaning": run.mean_level(Level.CLEANING),
    }


@pytest.mark.parametrize("stays", ["exponential", "constant", "lognormal", "mixed", "empirical"])
def test_blocking_depends_on_the_mean_stay_only(stays: str) -> None:
    lost = erlang_b(10, 8.0)
    agree(f"erlang-b-{stays}", in_the_engine(losses), {"refused": lost, "in bed": 8 * (1 - lost)}, notices=0.15)


def test_a_bed_is_held_for_stay_and_cleaning() -> None:
    lost = erlang_b(10, 8.0)
    exact = {"refused": lost, "in bed": 6 * (1 - lost), "cleaning": 2 * (1 - lost)}
    agree("erlang-b-turnover", in_the_engine(losses), exact, notices=0.12)


def test_three_places_to_wait() -> None:
    exact = finite_room(3.8, 1.0, 4, room=3)
    numbers = {
        "refused": exact.turned_away,
        "waits": exact.waits,
        "queue": exact.mean_queue,
        "in bed": exact.mean_busy,
    }
    agree("finite-room", in_the_engine(losses), numbers, notices=0.1)
