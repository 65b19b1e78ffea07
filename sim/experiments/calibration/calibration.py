"""A whole calibration: search, then run the best point again with luck that the search has not seen."""

import time
from dataclasses import dataclass
from math import nan
from typing import Literal

from sim.experiments.calibration.crew import Run, crew
from sim.experiments.calibration.evaluating import Evaluation, Evaluations, values_at
from sim.experiments.calibration.search import Ended, search
from sim.experiments.calibration.study import Free, Study, Target
from sim.experiments.intervals import Interval, t_interval
from sim.experiments.runner import Progress

AT_A_BOUND = 0.01
"""A part of the range: what ends nearer to a bound than this was stopped by it."""

Bound = Literal["from", "to", ""]


@dataclass(frozen=True)
class Reached:
    """A target or a prediction, and what the fitted scenario does, over fresh replications."""

    target: Target
    predicted: bool
    """Whether the search has not seen it."""
    at_start: float
    """Mean over the replications of the search, with the scenario's own values; nan for a prediction."""
    interval: Interval

    @property
    def inside(self) -> bool:
        """Whether the mean lies within the tolerance."""
        return abs(self.interval.mean - self.target.value) <= self.target.tolerance


@dataclass(frozen=True)
class Fitted:
    """A free number and what was found for it."""

    free: Free
    value: float

    @property
    def at_bound(self) -> Bound:
        """The bound that stopped it, if one did: then a wider range would have led elsewhere."""
        position = self.free.position(self.value)
        if position < AT_A_BOUND:
            return "from"
        return "to" if position > 1 - AT_A_BOUND else ""


@dataclass(frozen=True)
class Calibration:
    """What a study has found."""

    study: Study
    evaluations: tuple[Evaluation, ...]
    """In the order in which they were run; the first is the scenario as it is."""
    best: Evaluation
    ended: Ended
    reached: tuple[Reached, ...]
    fitted: tuple[Fitted, ...]
    wall_s: float


class _Counted:
    """Progress over the whole study: the search may end early, which brings the end nearer."""

    def __init__(self, study: Study, progress: Progress):
        self._progress, self._done = progress, 0
        searched = {target.scenario for target in study.targets}
        shown = searched | {target.scenario for target in study.predictions}
        self._fresh = study.fresh_replications * len(shown)
        self._total = study.evaluations * study.replications * len(searched) + self._fresh
        progress(0, self._total)

    def tick(self) -> None:
        """One more replication is done."""
        self._done += 1
        self._progress(self._done, self._total)

    def search_ended(self) -> None:
        """Only the fresh replications are left."""
        self._total = self._done + self._fresh


def calibrate(study: Study, workers: int, progress: Progress) -> Calibration:
    """Search and confirm. What is found depends on the study alone, not on `workers`.

    Raises ScenarioError when the search meets a scenario that is not valid, ModelError when a run does not add up,
    IncompleteRun when a worker process is lost.
    """
    began_s, counted = time.perf_counter(), _Counted(study, progress)
    with crew(workers, counted.tick) as run:
        evaluations = Evaluations(study, run)
        ended = search(study, evaluations)
        counted.search_ended()
        reached = _confirmed(study, evaluations, run)
    best = evaluations.best
    fitted = tuple(Fitted(free, value) for free, value in zip(study.free, best.point, strict=True))
    wall_s = round(time.perf_counter() - began_s, 3)
    return Calibration(study, evaluations.all, best, ended, reached, fitted, wall_s)


def _confirmed(study: Study, evaluations: Evaluations, run: Run) -> tuple[Reached, ...]:
    """The best point over replications with numbers beyond those of the search."""
    fresh = range(study.replications, study.replications + study.fresh_replications)
    targets = (*study.targets, *study.predictions)
    (values,) = values_at(study, targets, [evaluations.best.point], fresh, run)
    unseen = [False] * len(study.targets) + [True] * len(study.predictions)
    at_start = (*evaluations.all[0].means, *[nan] * len(study.predictions))
    return tuple(
        Reached(target, predicted, before, t_interval(series))
        for target, predicted, before, series in zip(targets, unseen, at_start, values, strict=True)
    )
