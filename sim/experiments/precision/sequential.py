"""Whether replications are enough, and how many to run before looking again.

Every mean that is asked for counts in every scenario. An absolute precision holds for the differences between scenarios
too; a relative one does not, for a difference may well be near 0. A measure that is named and never seen is not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.experiments.comparing import Comparing
from sim.experiments.precision.wanted import Precision
from sim.experiments.precision.watched import Seen, Unseen, Watched, everything
from sim.experiments.statistics.look_ahead import about_needed, look_ahead, reached
from sim.experiments.study_entries import AimEntry, NearZeroEntry, PrecisionEntry, UnseenEntry, WideEntry
from sim.measures import Measure

STEP = 5
"""Fewest replications that are added at a time."""


@dataclass(frozen=True)
class Look:
    """What is known after some replications."""

    precision: Precision
    watched: Sequence[Watched]
    unseen: Sequence[Unseen]
    replications: int

    @property
    def _lacks(self) -> bool:
        """Whether something that was asked for by its name has no interval yet."""
        return any(each.named for each in self.unseen)

    @property
    def _enough(self) -> NDArray[np.bool_]:
        every = [each.narrow for each in self.watched]
        return np.asarray(np.all([np.full(self.replications, not self._lacks), *every], axis=0))

    @property
    def reached(self) -> int | None:
        """Replications that were enough, as the next ones have confirmed."""
        return reached(self._enough, self.precision.start)

    def until(self) -> int:
        """Replications in all after which to look again: half the way to where the widest would be narrow enough.

        Twice as many while something that was asked for has no interval, which says nothing of how many it takes.
        """
        n, wide = self.replications, [each for each in self.watched if not each.narrow[-1]]
        if self._lacks:
            return min(n + max(STEP, n), self.precision.most)
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
            unseen=[UnseenEntry(**vars(each)) for each in self.unseen],
            near_zero=[_near_zero(each) for each in self.watched if each.is_near_zero],
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
    return Look(precision, *everything(precision, measures, seen, ids, how), n)


def _near_zero(each: Watched) -> NearZeroEntry:
    return NearZeroEntry(
        measure=each.measure,
        scenario=each.scenario,
        mean=float(each.mean[-1]),
        half_width=float(each.half[-1]),
        wanted=float(each.wanted[-1]),
    )
