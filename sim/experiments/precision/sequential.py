"""Whether replications are enough, and how many to run before looking again.

Every mean that is asked for counts in every scenario. An absolute precision holds for the differences between scenarios
too; a relative one does not, for a difference may well be near 0.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiments.comparing import Comparing
from sim.experiments.intervals import CONFIDENCE
from sim.experiments.precision.wanted import Aim, Precision
from sim.experiments.statistics.look_ahead import about_needed, look_ahead, reached, running
from sim.experiments.study_entries import AimEntry, PrecisionEntry, WideEntry
from sim.measures import Measure

Floats = NDArray[np.float64]
Seen = Mapping[tuple[str, str], Floats]
"""(scenario, measure) to one value per replication."""

STEP = 5
"""Fewest replications that are added at a time."""


@dataclass(frozen=True)
class Watched:
    """The half-width of one mean or difference, and the one wanted, after 1, 2, ... replications."""

    measure: str
    scenario: str
    base: str
    half: Floats
    wanted: Floats

    @property
    def narrow(self) -> NDArray[np.bool_]:
        """After which numbers of replications it is narrow enough; not while there is no interval."""
        return np.asarray(self.half <= self.wanted)


@dataclass(frozen=True)
class Look:
    """What is known after some replications."""

    precision: Precision
    watched: Sequence[Watched]
    replications: int

    @property
    def _enough(self) -> NDArray[np.bool_]:
        every = [each.narrow for each in self.watched]
        return np.all(every, axis=0) if every else np.ones(self.replications, dtype=bool)

    @property
    def reached(self) -> int | None:
        """Replications that were enough, as the next ones have confirmed."""
        return reached(self._enough, self.precision.start)

    def until(self) -> int:
        """Replications in all after which to look again: half the way to where the widest would be narrow enough."""
        n, wide = self.replications, [each for each in self.watched if not each.narrow[-1]]
        if wide:
            needed = max(about_needed(n, float(each.half[-1]), float(each.wanted[-1])) for each in wide)
            return min(n + max(STEP, min((needed - n) // 2, n)), self.precision.most)
        short = np.flatnonzero(~self._enough)
        first = max(int(short[-1]) + 2 if short.size else 1, self.precision.start)
        return min(max(first + look_ahead(first), n + 1), self.precision.most)

    def told(self) -> PrecisionEntry:
        """For the manifest."""
        precision, found = self.precision, self.reached
        return PrecisionEntry(
            asked=[AimEntry(measure=aim.measure, amount=aim.amount, relative=aim.relative) for aim in precision.aims],
            start=precision.start,
            most=precision.most,
            reached=found,
            not_there=[] if found else [self._wide(each) for each in self.watched if not each.narrow[-1]],
        )

    def _wide(self, each: Watched) -> WideEntry:
        half, wanted = float(each.half[-1]), float(each.wanted[-1])
        return WideEntry(
            measure=each.measure,
            scenario=each.scenario,
            base=each.base,
            half_width=half,
            wanted=wanted,
            about_replications=about_needed(self.replications, half, wanted),
        )


def look(
    precision: Precision, measures: Sequence[Measure], seen: Seen, ids: Sequence[str], how: Comparing, n: int
) -> Look:
    """Judge n replications of the scenarios `ids`, the base first."""
    watched = [
        each
        for name, aim in precision.of(measures)
        for each in (*_means(name, aim, seen, ids), *_gaps(name, aim, seen, ids, how))
    ]
    return Look(precision, watched, n)


def _means(measure: str, aim: Aim, seen: Seen, ids: Sequence[str]) -> Iterator[Watched]:
    for scenario in ids:
        values = seen.get((scenario, measure))
        if values is not None and _varies(values):
            yield _watched(measure, scenario, "", values, aim, CONFIDENCE)


def _gaps(measure: str, aim: Aim, seen: Seen, ids: Sequence[str], how: Comparing) -> Iterator[Watched]:
    for base, other in () if aim.relative else how.pairs(ids):
        if (base, measure) in seen and (other, measure) in seen:
            values = seen[other, measure] - seen[base, measure]
            if _varies(values):
                yield _watched(measure, other, base, values, aim, how.confidence(ids))


def _varies(values: Floats) -> bool:
    """What nobody has ever seen, or seen once, has no interval to wait for."""
    return int(np.count_nonzero(~np.isnan(values))) > 1


def _watched(measure: str, scenario: str, base: str, values: Floats, aim: Aim, confidence: float) -> Watched:
    mean, half = running(values, confidence)
    wanted = np.array([aim.half_width(each) for each in mean])
    return Watched(measure, scenario, base, half, wanted)
