"""What a precision is judged by: how wide each interval is, and how wide it may be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiments.comparing import Comparing
from sim.experiments.intervals import CONFIDENCE
from sim.experiments.precision.wanted import Aim, Precision
from sim.experiments.statistics.look_ahead import running
from sim.measures import Measure

Floats = NDArray[np.float64]
Seen = Mapping[tuple[str, str], Floats]
"""(scenario, measure) to one value per replication."""

FEWEST = 2
"""Values of which an interval can be made."""


@dataclass(frozen=True)
class Watched:
    """One mean or difference after 1, 2, ... replications: what it is, its half-width, and the one wanted."""

    measure: str
    scenario: str
    base: str
    """Of a difference; empty for a mean."""
    aim: Aim
    mean: Floats
    half: Floats

    @property
    def wanted(self) -> Floats:
        """The widest half-width that will do."""
        return np.array([self.aim.half_width(each) for each in self.mean])

    @property
    def narrow(self) -> NDArray[np.bool_]:
        """After which numbers of replications it is narrow enough; not while there is no interval."""
        return np.asarray(self.half <= self.wanted)

    @property
    def is_near_zero(self) -> bool:
        """Whether it is judged by the floor of a relative precision, and not by a share of its mean."""
        return self.aim.is_floored(float(self.mean[-1])) and float(self.half[-1]) > 0


@dataclass(frozen=True)
class Unseen:
    """A mean or difference that was seen too rarely to have an interval."""

    measure: str
    scenario: str
    base: str
    replications: int
    """In which it was seen: none or one."""
    named: bool
    """Whether it was asked for by its name; then the precision is not reached without it."""


def everything(
    precision: Precision, measures: Sequence[Measure], seen: Seen, ids: Sequence[str], how: Comparing
) -> tuple[list[Watched], list[Unseen]]:
    """What has an interval and what has none, of the scenarios `ids`, the base first."""
    watched, unseen = list[Watched](), list[Unseen]()
    for measure, aim in precision.of(measures):
        for scenario, base, values, confidence in (*_means(measure, seen, ids), *_gaps(measure, aim, seen, ids, how)):
            times = int(np.count_nonzero(~np.isnan(values)))
            if times < FEWEST:
                unseen.append(Unseen(measure, scenario, base, times, bool(aim.measure)))
            else:
                watched.append(Watched(measure, scenario, base, aim, *running(values, confidence)))
    blank = {(each.measure, each.scenario) for each in unseen if not each.base}
    return watched, [each for each in unseen if not each.base or not blank & _both(each)]


def _both(gap: Unseen) -> set[tuple[str, str]]:
    """The means of a difference; where one of them is not known, nothing new is said by the difference."""
    return {(gap.measure, gap.scenario), (gap.measure, gap.base)}


def _means(measure: str, seen: Seen, ids: Sequence[str]) -> Iterator[tuple[str, str, Floats, float]]:
    for scenario in ids:
        if (scenario, measure) in seen:
            yield scenario, "", seen[scenario, measure], CONFIDENCE


def _gaps(
    measure: str, aim: Aim, seen: Seen, ids: Sequence[str], how: Comparing
) -> Iterator[tuple[str, str, Floats, float]]:
    for base, other in () if aim.relative else how.pairs(ids):
        if (base, measure) in seen and (other, measure) in seen:
            yield other, base, seen[other, measure] - seen[base, measure], how.confidence(ids)
