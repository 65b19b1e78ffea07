"""Tonight's census as rows of the patient table: what is said of people counts, the rest is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from sim.patients.arrivals import Group
from sim.patients.character import by_share
from sim.patients.streams import Purpose, Streams
from sim.patients.who import Bools, Floats, Ints
from sim.scenario.census import Census, Described, InBed, OnList
from sim.scenario.protocols import FixedStay
from sim.scenario.scenario import Scenario
from sim.scenario.values.distributions import Distribution

BAND = 99
"""Place in the numbers where others have the band of demand; no demand reaches so high."""
HALVINGS = 60
LAST_RANK = float(np.nextafter(1.0, 0.0))


def census_groups(scenario: Scenario, replication: int) -> Iterator[Group]:
    """People in a bed, then people on the list; those of one source together."""
    census = scenario.census or Census()
    lists: tuple[tuple[str, Sequence[Described]], ...] = (("in bed", census.in_bed), ("waiting", census.waiting))
    for place, (name, rows) in enumerate(lists):
        people = [row for row in rows for _ in range(row.number_of_people)]
        streams = Streams(scenario.run.seed, replication, f"census {name}", 0)
        source = _sources(scenario, people, streams)
        for number in sorted(set(source.tolist())):
            comes = np.flatnonzero(source == number)
            said = tuple(people[row] for row in comes)
            numbers = (comes + 1) * 1000 + 10 * BAND + place
            yield Group(number, streams, len(people), comes, _since_h(said), numbers, said)


def census_columns(group: Group) -> dict[str, Any]:
    """What only the census knows; nan or False for everybody else."""
    said = group.tonight

    def hours(name: str) -> Floats:
        column = np.full(group.comes.size, np.nan)
        for row, each in enumerate(said):
            found = getattr(each, name, None)
            column[row] = np.nan if found is None else found
        return column

    def facts(name: str) -> Bools:
        column = np.zeros(group.comes.size, dtype=bool)
        column[: len(said)] = [getattr(each, name, False) for each in said]
        return column

    first_dose_ago_h = hours("first_dose_ago_h")
    return {
        "stay_so_far_h": hours("stay_so_far_h"),
        "waited_so_far_h": hours("waited_so_far_h"),
        "examined": facts("examined") | ~np.isnan(first_dose_ago_h),
        "first_dose_ago_h": first_dose_ago_h,
        "last_dose_ago_h": hours("last_dose_ago_h"),
        "aftercare_planned": facts("aftercare_planned"),
        "ready": facts("ready"),
    }


def given_the_census(scenario: Scenario, group: Group, columns: Mapping[str, Any]) -> dict[str, Floats]:
    """Columns `stay_h` and `patience_h` of people of the census anew, given what has passed of them."""
    if not group.tonight:
        return {}
    stay_h, patience_h = columns["stay_h"].copy(), columns["patience_h"].copy()
    in_bed, waits = ~np.isnan(columns["stay_so_far_h"]), ~np.isnan(columns["waited_so_far_h"])
    patience = list(scenario.demand.sources.values())[group.source].patience or scenario.demand.patience
    if patience:
        ranks = group.ranks(Purpose.PATIENCE)
        patience_h[waits] = given_so_far(patience, ranks[waits], columns["waited_so_far_h"][waits])
    for number, plan in enumerate(scenario.protocols.values()):
        here = in_bed & (columns["protocol"] == number)
        if isinstance(plan, FixedStay):
            stay_h[here] = given_so_far(plan.stay, group.ranks(Purpose.STAY)[here], columns["stay_so_far_h"][here])
    return {"stay_h": stay_h, "patience_h": patience_h}


def given_so_far(spread: Distribution, ranks: Floats, so_far_h: Floats) -> Floats:
    """Lengths of time that are longer than what has passed of them; shape (people,).

    With F the distribution and u the rank, the quantile of F(so far) + u (1 -
    F(so far)). F is found by halving. Something that can be no longer than it
    has lasted is over now.
    """
    low, high = np.zeros(ranks.size), np.full(ranks.size, LAST_RANK)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        passed = spread.quantile(middle) <= so_far_h
        low, high = np.where(passed, middle, low), np.where(passed, high, middle)
    rank = np.minimum(high + ranks * (1 - high), LAST_RANK)
    return np.maximum(spread.quantile(rank), so_far_h)


def _sources(scenario: Scenario, people: Sequence[Described], streams: Streams) -> Ints:
    names = list(scenario.demand.sources)
    shares = [source.share_pct or 0.0 for source in scenario.demand.sources.values()]
    drawn = by_share(streams.ranks(Purpose.CENSUS_SOURCE, len(people)), shares if any(shares) else [1.0] * len(names))
    return np.array([names.index(each.source) if each.source else drawn[row] for row, each in enumerate(people)])


def _since_h(said: Sequence[Described]) -> Floats:
    """When each of them was referred: before the run, by what has passed of the stay or the wait."""
    return np.array([0.0 - _so_far_h(each) for each in said], dtype=float)


def _so_far_h(said: Described) -> float:
    if isinstance(said, InBed):
        return said.stay_so_far_h
    return said.waited_so_far_h if isinstance(said, OnList) else 0.0
