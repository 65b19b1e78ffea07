"""What can be said before the first run: the load of beds and staff, and how precise the answer will be.

Whitt, Planning queueing simulations, Management Science 35:1341-1366, 1989; see `statistics.queues`.
"""

from collections.abc import Iterator, Mapping
from math import inf, isfinite, sqrt

from sim.experiments.intervals import CONFIDENCE
from sim.experiments.precision.demand import referred_per_day, wanting_share
from sim.experiments.precision.stays import stay
from sim.experiments.precision.workload import on_shift_h, work_h
from sim.experiments.statistics.queues import sd_of_mean_busy, sd_of_mean_wait
from sim.experiments.study_entries import BeforehandEntry, ExpectedEntry, LoadEntry
from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario

BEDS = "beds"
FEWEST = 5
"""Replications below which an interval is so wide that it says nothing."""


def beforehand(scenarios: Mapping[str, Scenario], replications: int | None) -> BeforehandEntry:
    """For the manifest and the terminal; nothing is run.

    Without a number of replications, or with very few, no interval is expected, and none where a run starts from a
    census.
    """
    return BeforehandEntry(
        loads=[load for name, scenario in scenarios.items() for load in _loads(name, scenario)],
        expected=[
            ExpectedEntry(scenario=name, measure=measure, half_width=half)
            for name, scenario in scenarios.items()
            if scenario.census is None and replications and replications >= FEWEST
            for measure, half in _expected(scenario, replications)
            if isfinite(half)
        ],
    )


def _loads(name: str, scenario: Scenario) -> Iterator[LoadEntry]:
    referred, length_h = referred_per_day(scenario), stay(scenario).mean_h
    admitted, beds = referred * wanting_share(scenario.demand), as_number(scenario.unit.beds)
    if beds < inf:
        wanted = admitted * (length_h + _around_h(scenario)) / 24
        yield LoadEntry(scenario=name, resource=BEDS, offered=wanted, capacity=beds, unit="beds")
        admitted *= min(1.0, beds / wanted) if wanted else 1.0
    there = on_shift_h(scenario)
    for role, hours in work_h(scenario, referred, admitted, length_h).items():
        if there.get(role, inf) < inf:
            yield LoadEntry(scenario=name, resource=role, offered=hours, capacity=there[role], unit="hours a week")


def _around_h(scenario: Scenario) -> float:
    """Hours for which a bed is held before a stay and cleaned after it."""
    held = (scenario.demand.travel, scenario.unit.turnover)
    return sum(each.mean for each in held if each)


def _expected(scenario: Scenario, replications: int) -> Iterator[tuple[str, float]]:
    """Measure and half-width of its 95 % interval; of the wait only where nobody gives up."""
    from scipy.special import stdtrit

    beds, seen, demand = as_number(scenario.unit.beds), stay(scenario), scenario.demand
    a_day = referred_per_day(scenario) * wanting_share(demand)
    if beds == inf or not a_day or not seen.mean_h:
        return
    rate, around_h = a_day / 24, _around_h(scenario)
    factor = float(stdtrit(replications - 1, (1 + CONFIDENCE) / 2)) / sqrt(replications)
    # No more than the beds can take comes in.
    admitted = min(rate, beds / (seen.mean_h + around_h))
    yield (
        "occupancy_pct",
        factor * 100 / beds * sd_of_mean_busy(admitted, seen.mean_h, seen.sd_h, scenario.run.length_h),
    )
    if demand.patience is None and demand.list_limit is None and not any(s.patience for s in demand.sources.values()):
        held_h = seen.mean_h + around_h
        sd_h = sd_of_mean_wait(rate, held_h, seen.sd_h, int(beds), scenario.run.length_h)
        yield "wait_mean_h", factor * sd_h
