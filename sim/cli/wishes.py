"""What the options of `run`, `compare` and `more` say of precision and of comparing, or why it is not accepted."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from sim.cli.asked import Asked

if TYPE_CHECKING:
    from sim.experiments.comparing import Comparing
    from sim.experiments.precision.wanted import Precision


def comparing(asked: Asked, known: Sequence[str]) -> "Comparing":
    """How scenarios with these measures are compared. Raises BadParameter."""
    from sim.experiments import wishes

    matters = dict(map(_matter, asked.matters or ()))
    with _as_an_option():
        return wishes.comparing(asked.correction, asked.all_pairs, matters, known)


def precision(asked: Asked, known: Sequence[str]) -> "Precision | None":
    """The precision that is asked for; None when a number of replications is. Raises BadParameter."""
    from sim.experiments import wishes

    if asked.most is not None and not asked.precision:
        raise typer.BadParameter("goes with --precision.", param_hint="--most")
    with _as_an_option():
        return wishes.precision(asked.precision or (), asked.replications, asked.most, known)


@contextmanager
def _as_an_option() -> Iterator[None]:
    from sim.experiments.wishes import NotAccepted

    try:
        yield
    except NotAccepted as problem:
        raise typer.BadParameter(f"{problem.why}.", param_hint=f"--{problem.name}") from None


def _matter(word: str) -> tuple[str, float]:
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
    return measure, value
