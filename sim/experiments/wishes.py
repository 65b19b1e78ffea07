"""What is wished of precision and of comparing, in words and numbers: as it is meant, or why it is not accepted."""

from collections.abc import Mapping, Sequence
from math import inf

from sim.experiments.comparing import CORRECTIONS, DEFAULT, Comparing
from sim.experiments.measure_said import hint
from sim.experiments.precision.wanted import MOST, START, Precision, read_aims
from sim.experiments.statistics.look_ahead import look_ahead


class NotAccepted(ValueError):
    """A wish that cannot be met: its name, and why."""

    def __init__(self, name: str, why: str):
        super().__init__(f"{name}: {why}")
        self.name, self.why = name, why


def comparing(correction: str | None, all_pairs: bool, matters: Mapping[str, float], known: Sequence[str]) -> Comparing:
    """How scenarios with the measures `known` are compared. Raises NotAccepted."""
    way = next((way for way in CORRECTIONS if way == (correction or DEFAULT)), None)
    if way is None:
        raise NotAccepted("correction", f"'{correction}' is not known; bonferroni, holm or none is accepted")
    for measure, amount in matters.items():
        if measure not in known:
            raise NotAccepted("matters", f"'{measure}' is no measure of these scenarios{hint(measure, known)}")
        if not 0 < amount < inf:
            raise NotAccepted("matters", f"{amount:g} for {measure}; an amount above 0, in its unit, is accepted")
    return Comparing(way, all_pairs, dict(matters))


def precision(words: Sequence[str], start: int | None, most: int | None, known: Sequence[str]) -> Precision | None:
    """The precision that is wished for, judged from `start` replications on; None without words. Raises NotAccepted."""
    if not words:
        if most is not None:
            raise NotAccepted("most", "goes with precision")
        return None
    try:
        aims = read_aims(words, known)
    except ValueError as problem:
        raise NotAccepted("precision", str(problem)) from None
    first, cap = max(start or START, 2), MOST if most is None else most
    least = first + look_ahead(first)
    if cap < least:
        confirmed = f"the first {first} must be confirmed by {least - first} more"
        raise NotAccepted("most", f"{cap} is too few: {confirmed}; {least} or more is accepted")
    return Precision(aims, first, cap)
