"""How a check says that something is wrong, and two sentences that many of them need."""

from collections.abc import Iterable, Iterator

from sim.scenario.tree.node import Steps
from sim.scenario.values.nearest import suggestion

Wrong = tuple[Steps, str]
"""The way to a value, and what is wrong with it."""

ROUNDING_PCT = 0.01 + 1e-9
"""Three times 33.33 is a whole; the rest is for binary fractions."""


def shares_fault(steps: Steps, shares_pct: Iterable[float]) -> Iterator[Wrong]:
    """Shares of a whole must add up to it."""
    total = sum(shares_pct)
    if abs(total - 100) > ROUNDING_PCT:
        yield steps, f"the shares add up to {total:.6g}; 100 is accepted"


def stranger(steps: Steps, name: str | None, known: Iterable[str], where: str) -> Iterator[Wrong]:
    """A name that must be one of those known in another part of the scenario; None names nothing."""
    known = list(known)
    if name is not None and name not in known:
        yield steps, f"is '{name}', not one of {where}{suggestion(name, known)}"


def one_of(steps: Steps, part: object, ways: tuple[str, ...]) -> Iterator[Wrong]:
    """Exactly one of these fields must be said."""
    said = [way for way in ways if getattr(part, way) is not None]
    if len(said) != 1:
        says = _written(" and ", said) or "none of them"
        yield steps, f"says {says}; exactly one of {_written(', ', ways)} is accepted (null takes one away)"


def _written(between: str, fields: Iterable[str]) -> str:
    return between.join(field.removesuffix("_h") for field in fields)
