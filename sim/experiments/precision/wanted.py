"""The precision that is asked for: how wide the interval of which measure may be."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sim.experiments.measure_said import hint
from sim.experiments.statistics.look_ahead import relative_target
from sim.measures import Measure

START = 5
"""Replications before precision is first judged."""
MOST = 200
"""Replications at which adding ends unless another cap is given."""
UNIT = 1.0
"""A mean nearer to 0 than one unit of its measure (1 h, 1 %, 1 a year) is judged as if it were that far away."""

WRITTEN = re.compile(r"(?:(?P<measure>[^=]+)=)?(?P<amount>[0-9]+(?:\.[0-9]*)?|\.[0-9]+) *(?P<relative>%?)")
ACCEPTED = "5%, wait_mean_h=5% or wait_mean_h=0.5 is accepted"


@dataclass(frozen=True)
class Aim:
    """A half-width for one measure, or with an empty name for every headline measure."""

    measure: str
    amount: float
    """In the unit of the measure; a share of its mean when relative."""
    relative: bool

    def half_width(self, mean: float) -> float:
        """The widest that will do, given an estimated mean."""
        return relative_target(self.amount) * max(abs(mean), UNIT) if self.relative else self.amount

    def is_floored(self, mean: float) -> bool:
        """Whether a mean is so near to 0 that one unit stands in for it."""
        return self.relative and abs(mean) < UNIT


@dataclass(frozen=True)
class Precision:
    """What is asked for, from how many replications on, and where to stop in any case."""

    aims: tuple[Aim, ...]
    start: int = START
    most: int = MOST

    def of(self, measures: Iterable[Measure]) -> list[tuple[str, Aim]]:
        """(measure, aim) for each measure that is meant; one that is named has its own aim."""
        named = {aim.measure for aim in self.aims}
        return [
            (measure.name, aim)
            for measure in measures
            for aim in self.aims
            if aim.measure == measure.name or (not aim.measure and measure.headline and measure.name not in named)
        ]


def read_aims(words: Sequence[str], known: Sequence[str]) -> tuple[Aim, ...]:
    """Raises ValueError with what is accepted; `known` are the names of measures."""
    aims = tuple(_aim(word, known) for word in words)
    twice = [aim.measure for place, aim in enumerate(aims) if aim.measure in {each.measure for each in aims[:place]}]
    if twice:
        raise ValueError(f"{twice[0] or 'every headline measure'} is given twice; one precision for each is accepted")
    return aims


def _aim(word: str, known: Sequence[str]) -> Aim:
    found = WRITTEN.fullmatch(word.strip())
    if not found:
        raise ValueError(f"'{word}' is no precision; {ACCEPTED}")
    measure, amount, relative = (found[1] or "").strip(), float(found[2]), bool(found[3])
    if not measure and not relative:
        raise ValueError(f"'{word}' says no measure; {ACCEPTED}")
    if measure and measure not in known:
        raise ValueError(f"'{measure}' is no measure of these scenarios{hint(measure, known)}")
    if not 0 < amount < (100 if relative else float("inf")):
        raise ValueError(f"'{word}': an amount above 0{', below 100 %,' if relative else ''} is accepted")
    return Aim(measure, amount / 100 if relative else amount, relative)
