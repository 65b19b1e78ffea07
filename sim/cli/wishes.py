"""What the options of `run`, `compare` and `more` say of precision and of comparing, or why it is not accepted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from sim.cli.asked import Asked

if TYPE_CHECKING:
    from sim.experiments.comparing import Comparing
    from sim.experiments.precision.wanted import Precision


def comparing(asked: Asked, known: Sequence[str]) -> "Comparing":
    """How scenarios with these measures are compared. Raises BadParameter."""
    from sim.experiments.comparing import CORRECTIONS, DEFAULT, Comparing

    correction = next((way for way in CORRECTIONS if way == (asked.correction or DEFAULT)), None)
    if correction is None:
        raise typer.BadParameter(
            f"'{asked.correction}' is not known; bonferroni, holm or none is accepted.", param_hint="--correction"
        )
    return Comparing(correction, asked.all_pairs, dict(_matter(word, known) for word in asked.matters or ()))


def precision(asked: Asked, known: Sequence[str]) -> "Precision | None":
    """The precision that is asked for; None when a number of replications is. Raises BadParameter."""
    from sim.experiments.precision.wanted import MOST, START, Precision, read_aims
    from sim.experiments.statistics.look_ahead import look_ahead

    if not asked.precision:
        if asked.most is not None:
            raise typer.BadParameter("goes with --precision.", param_hint="--most")
        return None
    try:
        aims = read_aims(asked.precision, known)
    except ValueError as problem:
        raise typer.BadParameter(f"{problem}.", param_hint="--precision") from None
    start = max(asked.replications or START, 2)
    least, most = start + look_ahead(start), asked.most or MOST
    if most < least:
        raise typer.BadParameter(
            f"{most} is too few: the first {start} must be confirmed by {least - start} more; "
            f"{least} or more is accepted.",
            param_hint="--most",
        )
    return Precision(aims, start, most)


def _matter(word: str, known: Sequence[str]) -> tuple[str, float]:
    from sim.experiments.measure_said import hint

    measure, _, amount = word.partition("=")
    try:
        value = float(amount)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise typer.BadParameter(
            f"'{word}' is not understood; MEASURE=AMOUNT with an amount above 0 is accepted, "
            "such as self_discharge_pct=1.",
            param_hint="--matters",
        )
    if measure not in known:
        raise typer.BadParameter(
            f"'{measure}' is no measure of these scenarios{hint(measure, known)}.", param_hint="--matters"
        )
    return measure, value
