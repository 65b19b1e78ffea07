"""The tables of a sweep by name, and their columns."""

from collections.abc import Sequence

NAMES = ("points", "runs", "summary", "failures")


def columns(name: str, axes: Sequence[str]) -> tuple[str, ...]:
    """The columns of a table, given the names of the axes."""
    match name:
        case "points":
            return ("point", "role", *axes, "status", "reason")
        case "runs":
            return ("point", "replication", "measure", "value")
        case "summary":
            return ("point", *axes, "measure", "mean", "low", "high", "n")
    return ("point", "replication", "reason")
