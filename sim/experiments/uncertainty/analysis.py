"""From the values of all draws to what is known, what is not, and which unknown matters most."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf, nan

import numpy as np

from sim.experiments.sensitivity.quantities import centre, in_time
from sim.experiments.statistics.importance import LEAST_DRAWS, importance
from sim.experiments.statistics.information import information, worth_of_all
from sim.experiments.statistics.resampling import ENDS, Floats
from sim.experiments.statistics.truth import Prediction, prediction, without_noise
from sim.experiments.statistics.two_way import two_way
from sim.experiments.uncertainty.rows import DIFFERENCE, Importance, Parameter, Summary
from sim.experiments.uncertainty.study import Found
from sim.experiments.uncertainty.unknowns import Unknown
from sim.measures.measure import Measure
from sim.measures.reach import reach

NO_SIGN = "the draws differ no more than chance makes them: the estimate would be below 0 and is put at 0"
SAME = "the same in every draw and replication"
TOO_FEW = "too few draws to say anything"


@dataclass(frozen=True)
class Answers:
    """The rows of all tables but the runs."""

    parameters: list[Parameter]
    summary: list[Summary]
    importance: list[Importance]


@dataclass(frozen=True)
class _Looked:
    """The values of one measure, of a scenario or of the difference."""

    of: str
    measure: Measure
    table: Floats
    """Shape (draws, replications), without draws of which something is not known."""
    positions: Floats
    """Of those draws."""

    @property
    def direction(self) -> int:
        """1 when more is better or nobody says, -1 when less is."""
        return -1 if self.measure.better == "lower" else 1


def answers(found: Found) -> Answers:
    """All that can be said."""
    design = found.prepared.design
    parameters = [_parameter(design.places(key)) for key in design.keys]
    looked = list(_looked(found))
    return Answers(
        parameters,
        [_summary(each) for each in looked],
        [row for each in looked for row in _importance(each, parameters)],
    )


def _parameter(places: list[Unknown]) -> Parameter:
    first = places[0]
    estimate, marginal = first.estimate, first.marginal
    low, median, high = marginal.at(np.array([ENDS[0], 0.5, ENDS[1]])).tolist()
    return Parameter(
        parameter=first.key,
        name=estimate.name,
        also_at=" ".join(each.estimate.path for each in places[1:]),
        grounds=estimate.grounds.kind if estimate.grounds else "",
        range=first.taken_from,
        unit="h" if in_time(estimate.value) else "",
        value=centre(estimate.value),
        low=low,
        median=median,
        high=high,
        below=marginal.below(centre(estimate.value)),
        family=marginal.family,
        least=first.low,
        most=first.high,
    )


def _looked(found: Found) -> Iterator[_Looked]:
    sides = found.prepared.design.sides
    values = {side.id: found.values[side.id] for side in sides}
    if len(sides) > 1:
        values[DIFFERENCE] = found.values[sides[1].id] - found.values[sides[0].id]
    for of, of_all in values.items():
        for column, measure in enumerate(found.prepared.measures):
            table = of_all[:, :, column]
            known = ~np.isnan(table).any(axis=1)
            yield _Looked(of, measure, table[known], found.prepared.design.positions[known])


def _summary(looked: _Looked) -> Summary:
    draws, replications = looked.table.shape
    blank = Summary(looked.of, looked.measure.name, draws, replications)
    if draws < LEAST_DRAWS or replications < 2:
        return replace(blank, remark=TOO_FEW)
    found = two_way(looked.table)
    between, chance = found.between, found.chance
    likely = prediction(looked.table, found)
    low, high = _possible(looked, *map(likely.at, ENDS))
    total = between.value + chance.value
    known = replace(
        blank,
        mean=found.mean,
        low=low,
        high=high,
        parameters_variance=between.value,
        parameters_variance_low=between.low,
        parameters_variance_high=between.high,
        chance_variance=chance.value,
        chance_variance_low=chance.low,
        chance_variance_high=chance.high,
        parameters_share_pct=100 * between.value / total if total else nan,
        remark=SAME if not total else NO_SIGN if between.cut else "",
    )
    return _decided(known, looked, likely, without_noise(looked.table, found)) if looked.of == DIFFERENCE else known


def _possible(looked: _Looked, low: float, high: float) -> tuple[float, float]:
    """No farther than the measure goes, as a difference of two may."""
    least, most = (-inf, inf) if looked.of == DIFFERENCE else reach(looked.measure)
    return max(low, least), min(high, most)


def _decided(known: Summary, looked: _Looked, likely: Prediction, truth: Floats) -> Summary:
    """With the probability that the alternative is better, and the worth of knowing everything."""
    worth = worth_of_all(looked.direction * truth) if looked.measure.better else nan
    lower = likely.below(0.0)
    return replace(known, probability_better=lower if looked.direction < 0 else 1 - lower, worth_of_knowing_all=worth)


def _importance(looked: _Looked, parameters: list[Parameter]) -> Iterator[Importance]:
    if len(looked.table) < LEAST_DRAWS:
        return
    means = looked.table.mean(axis=1)
    found = importance(looked.positions, means)
    order = np.argsort(-np.nan_to_num(np.abs(found.correlation)), kind="stable")
    worth, by_chance = np.full(len(parameters), nan), nan
    if looked.of == DIFFERENCE and looked.measure.better:
        known = information(looked.positions, looked.direction * means)
        worth, by_chance = known.value, known.chance
    for rank, place in enumerate(order, start=1):
        parameter = parameters[place]
        yield Importance(
            of=looked.of,
            measure=looked.measure.name,
            rank=rank,
            parameter=parameter.parameter,
            name=parameter.name,
            correlation=float(found.correlation[place]),
            low=float(found.low[place]),
            high=float(found.high[place]),
            chance=found.chance,
            worth_of_knowing=float(worth[place]),
            worth_by_chance=by_chance,
        )
