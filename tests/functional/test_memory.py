"""A unit that has run is let go: one replication after another does not fill the memory."""

import gc
from pathlib import Path

import pytest

from sim.experiments.replication import Job, values_of
from sim.scenario import load_scenario
from sim.unit.unit import Unit

pytestmark = pytest.mark.functional

RUNS = 20


@pytest.fixture
def hardly_anything_else() -> None:
    """Only what the test makes counts for the search for garbage, as in a process that does nothing else."""
    gc.collect()
    gc.freeze()
    gc.collect()  # Counts what is left: the search waits for a quarter more than that.


@pytest.mark.usefixtures("hardly_anything_else")
def test_the_units_of_earlier_replications_do_not_stay(scenarios: Path) -> None:
    short = load_scenario(scenarios / "baseline.yaml", ["run.length=2 weeks", "run.warm_up=1 week"]).scenario
    for replication in range(RUNS):
        values_of(Job("short", short, replication))
    alive = sum(type(kept) is Unit for kept in gc.get_objects())
    assert alive <= RUNS / 2


@pytest.mark.parametrize("searches", [True, False])
def test_whoever_does_not_want_garbage_searched_is_left_alone(scenarios: Path, searches: bool) -> None:
    short = load_scenario(scenarios / "baseline.yaml", ["run.length=1 day", "run.warm_up=1 day"]).scenario
    if not searches:
        gc.disable()
    try:
        values_of(Job("short", short, 0))
        assert gc.isenabled() is searches
    finally:
        gc.enable()
