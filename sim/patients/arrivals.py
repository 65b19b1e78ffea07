"""When people are referred: points of a fixed random field that lie under the rate curve.

Every source owns a field over time and height (referrals a day). A person is a
point of it and comes when the rate at that moment is above the point's height.
More demand raises the curve and adds people; those who came before still come,
at the same time and with the same luck. (Thinning, Lewis and Shedler 1979.)

The field is drawn in bands of height 0-1, 1-2, 2-4, 4-8 ... a day, each a stream.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sim.patients.episodes import numbered
from sim.patients.streams import Purpose, Ranks, Streams
from sim.rules.calendar import DAY_H, Timetable
from sim.scenario.census import Described
from sim.scenario.demand import Demand, ProfileRow, Source
from sim.scenario.scenario import Scenario

BANDS = 100
SOURCES = 10


@dataclass(frozen=True)
class Group:
    """People of one source and one band: their streams, place in the field and times."""

    source: int
    streams: Streams
    drawn: int
    """How many points of the field were drawn; those who come are some of them."""
    comes: NDArray[np.int64]
    """Positions of those who come, rising; shape (people,)."""
    referral_h: NDArray[np.float64]
    number: NDArray[np.int64]
    """Stable numbers: position, band and source written side by side in decimal digits."""
    said: tuple[Described, ...] = ()
    """What the census says of each of them; empty for everybody else."""
    episode: int = 1

    @property
    def tonight(self) -> tuple[Described, ...]:
        """What the census says of the episode that they are in when the run starts; nothing of later ones."""
        return self.said if self.episode == 1 else ()

    def ranks(self, purpose: Purpose, *names: str) -> Ranks:
        """Luck of this episode, shape (people,)."""
        return self.streams.ranks(purpose, self.drawn, *names)[self.comes]

    def repeated_ranks(self, purpose: int, repeats: int) -> Ranks:
        """Luck of this episode, shape (people, repeats)."""
        return self.streams.repeated_ranks(purpose, self.drawn, repeats)[self.comes]

    def lasting_ranks(self, purpose: Purpose, *names: str) -> Ranks:
        """Luck that a person has once and for all, the same in each of their episodes."""
        return self.streams.of_episode(1).ranks(purpose, self.drawn, *names)[self.comes]

    def of_episode(self, episode: int) -> "Group":
        """The same people with the luck of a later episode; when they are referred is not known yet."""
        return replace(
            self,
            streams=self.streams.of_episode(episode),
            number=numbered(self.number, episode),
            referral_h=np.full(self.comes.size, np.nan),
            episode=episode,
        )


def groups(scenario: Scenario, replication: int) -> Iterator[Group]:
    """Everybody who is referred before the horizon, group by group."""
    for position, (name, source) in enumerate(scenario.demand.sources.items()):
        if source.share_pct is None:
            yield _on_schedule(scenario, replication, position, name, source)
        else:
            yield from _at_random(scenario, replication, position, name, source)


def rate_curve(demand: Demand, source: Source, first_weekday: int) -> Timetable:
    """Referrals a day from a random source at each hour of the week; its mean is the source's rate."""
    shares = sum(other.share_pct or 0.0 for other in demand.sources.values())
    per_day = (demand.per_day or 0.0) * demand.factor * (source.share_pct or 0.0) / shares
    weights = _weights(source.profile or demand.profile, first_weekday)
    return replace(weights, values=tuple(per_day * weight / weights.mean() for weight in weights.values))


def _weights(profile: tuple[ProfileRow, ...] | None, first_weekday: int) -> Timetable:
    rows = [(row.days, row.from_h, row.to_h, row.weight) for row in profile or ()]
    return Timetable.of(rows, first_weekday, otherwise=0.0 if profile else 1.0)


def _on_schedule(scenario: Scenario, replication: int, position: int, name: str, source: Source) -> Group:
    horizon_h = scenario.run.horizon_h
    if source.scheduled:
        first_h, every_h = source.scheduled.first_h, source.scheduled.every_h
        times = first_h + every_h * np.arange(max(0, np.ceil((horizon_h - first_h) / every_h)))
    else:
        times = np.array(source.listed or (), dtype=float)
    comes = np.flatnonzero(times < horizon_h)
    streams = Streams(scenario.run.seed, replication, name, 0)
    return Group(position, streams, times.size, comes, times[comes], _numbers(comes, 0, position))


def _at_random(scenario: Scenario, replication: int, position: int, name: str, source: Source) -> Iterator[Group]:
    curve = rate_curve(scenario.demand, source, scenario.run.first_weekday)
    for band, (low, high) in enumerate(_bands(max(curve.values))):
        streams = Streams(scenario.run.seed, replication, name, band)
        times = _points(streams, high - low, scenario.run.horizon_h)
        height = low + (high - low) * streams.ranks(Purpose.HEIGHT, times.size)
        comes = np.flatnonzero(height < _heights(curve, times))
        yield Group(position, streams, times.size, comes, times[comes], _numbers(comes, band, position))


def _bands(highest: float) -> Iterator[tuple[float, float]]:
    low, high = 0.0, 1.0
    yield low, high
    while high < highest:
        low, high = high, 2 * high
        yield low, high


def _points(streams: Streams, per_day: float, horizon_h: float) -> NDArray[np.float64]:
    """Times of a Poisson process up to the horizon; a longer horizon only adds to them."""
    expected = per_day * horizon_h / DAY_H
    size = int(expected + 6 * np.sqrt(expected) + 20)
    while True:
        gaps_h = -np.log1p(-streams.ranks(Purpose.GAP, size)) * DAY_H / per_day
        times = np.cumsum(gaps_h)
        if times[-1] >= horizon_h:
            return times[times < horizon_h]
        size *= 2


def _heights(curve: Timetable, times_h: NDArray[np.float64]) -> NDArray[np.float64]:
    hour_of_week = (times_h + curve.first_weekday * DAY_H) % 168.0
    return np.asarray(curve.values)[np.searchsorted(curve.starts_h, hour_of_week, side="right") - 1]


def _numbers(comes: NDArray[np.int64], band: int, position: int) -> NDArray[np.int64]:
    return (comes + 1) * (BANDS * SOURCES) + band * SOURCES + position
