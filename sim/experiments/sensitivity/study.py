"""Running it: the base, then every variant, over the same replications with the same luck."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from sim.errors import ScenarioError
from sim.experiments.driving.local import local_pool
from sim.experiments.intervals import Interval, paired_interval, t_interval
from sim.experiments.measure_said import hint
from sim.experiments.replication import Job, values_of
from sim.experiments.runner import Progress, run_in
from sim.experiments.sensitivity.estimates import estimates
from sim.experiments.sensitivity.quantities import written
from sim.experiments.sensitivity.rows import Row, importance_pct, in_order
from sim.experiments.sensitivity.variants import Variant, Varied, varied
from sim.measures import registry_for
from sim.measures.measure import Measure
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario

MEASURES = ("self_discharge_pct", "completed_per_year", "wait_mean_h", "occupancy_pct", "first_dose_wait_mean_h")
"""Those looked at unless others are asked for."""

BASE = "base"

Values = NDArray[np.float64]
"""Shape (replications, measures)."""


@dataclass(frozen=True)
class Sensitivity:
    """A finished study."""

    loaded: LoadedScenario
    only: str
    measures: Sequence[Measure]
    rows: Sequence[Row]
    """Those that matter most first (see `rows.in_order`)."""
    wall_s: float


def run_sensitivity(
    loaded: LoadedScenario, workers: int, progress: Progress, only: str = "*", measures: Sequence[str] = ()
) -> Sensitivity:
    """Move every estimate whose path fits `only`, one at a time; the rows do not depend on `workers`.

    Raises ScenarioError when the pattern or a measure means nothing here, ModelError when a run does not add up,
    IncompleteRun when a worker process is lost.
    """
    began_s = time.perf_counter()
    looked_at = _measures(loaded, measures)
    all_varied = [varied(loaded.resolved, estimate) for estimate in estimates(loaded, only)]
    runs = {BASE: loaded.scenario}
    for each in all_varied:
        runs |= dict(_runs(each))
    found = _run(runs, [measure.name for measure in looked_at], workers, progress)
    rows = [row for each in all_varied for row in _rows(each, looked_at, found)]
    return Sensitivity(loaded, only, looked_at, in_order(rows), round(time.perf_counter() - began_s, 3))


def _measures(loaded: LoadedScenario, asked: Sequence[str]) -> list[Measure]:
    known = {measure.name: measure for measure in registry_for(loaded.scenario)}
    unknown = next((name for name in asked if name not in known), None)
    if unknown is not None:
        raise ScenarioError(f"{loaded.path}: has no measure '{unknown}'{hint(unknown, known)}")
    return [known[name] for name in dict.fromkeys(asked or MEASURES) if name in known]


def _runs(each: Varied) -> Iterator[tuple[str, Scenario]]:
    for end, variant in (("low", each.low), ("high", each.high)):
        if variant.scenario is not None:
            yield _run_name(each, end), variant.scenario


def _run_name(each: Varied, end: str) -> str:
    """`leaving.per_day, low end`, which also names it when a run does not add up."""
    return f"{each.estimate.path}, {end} end"


def _run(runs: dict[str, Scenario], measures: Sequence[str], workers: int, progress: Progress) -> dict[str, Values]:
    """Values of each scenario by the name of its run."""
    plan = [Job(name, way, number) for name, way in runs.items() for number in range(way.run.replications)]
    with local_pool(workers) as pool:
        found = run_in(pool, partial(_values, measures), plan, progress)
    values: dict[str, list[list[float]]] = {name: [] for name in runs}
    for job, of_job in zip(plan, found, strict=True):
        values[job.scenario_id].append(of_job)
    return {name: np.array(of_run) for name, of_run in values.items()}


def _values(measures: Sequence[str], job: Job) -> list[float]:
    """In a worker: what one replication says of these measures."""
    values = values_of(job)
    return [values[name] for name in measures]


def _rows(each: Varied, measures: Sequence[Measure], found: dict[str, Values]) -> Iterator[Row]:
    blank = _blank(each)
    if each.low.refused and each.high.refused:
        yield blank
        return
    for column, measure in enumerate(measures):
        base = found[BASE][:, column]
        at_base = t_interval(base).mean
        low, high = (
            _difference(way, base, found.get(_run_name(each, end)), column)
            for end, way in (("low", each.low), ("high", each.high))
        )
        yield replace(
            blank,
            measure=measure.name,
            at_base=at_base,
            at_low=low.mean,
            at_low_half_width=_half_width(low),
            at_high=high.mean,
            at_high_half_width=_half_width(high),
            importance_pct=importance_pct(at_base, low.mean, high.mean),
        )


def _blank(each: Varied) -> Row:
    """What is said of an estimate whatever the measure."""
    estimate = each.estimate
    return Row(
        path=estimate.path,
        name=estimate.name,
        grounds=estimate.grounds.kind if estimate.grounds else "",
        range=each.taken_from,
        low=written(each.low.value),
        base=written(estimate.value),
        high=written(each.high.value),
        remark=_remark(each),
    )


def _difference(way: Variant, base: Values, found: Values | None, column: int) -> Interval:
    """Paired difference from the base; none for an end that is not valid, and 0 where the estimate is already."""
    if way.refused:
        return t_interval([])
    return paired_interval(base, base if found is None else found[:, column]).difference


def _half_width(interval: Interval) -> float:
    return (interval.high - interval.low) / 2


def _remark(each: Varied) -> str:
    sides = {"low": each.low.refused, "high": each.high.refused}
    if each.low.refused == each.high.refused:
        return each.low.refused
    return "; ".join(f"{side}: {why}" for side, why in sides.items() if why)
