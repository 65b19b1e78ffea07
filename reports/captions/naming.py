"""Which scenario a number in a sentence belongs to."""

from collections.abc import Mapping

from reports.words import listing, quoted, sentence

MOST_NAMED = 3
"""Scenarios named in one sentence, and one more where it would be the only one left out."""


def across(said: Mapping[str, str], names: Mapping[str, str]) -> str:
    """`31 under “Baseline”, 12 under “Two more beds” …`: the first few where there are many, one without its name."""
    if len(names) == 1:
        return "".join(said.values())
    parts = [f"{text} under {quoted(names[scenario])}" for scenario, text in said.items()]
    rest = len(parts) - MOST_NAMED
    return listing(parts) if rest <= 1 else f"{', '.join(parts[:MOST_NAMED])} and {rest} more below"


def in_base(names: Mapping[str, str], said: str) -> str:
    """`said` of the base scenario, which is named where there are others."""
    return sentence(f"under {quoted(next(iter(names.values())))} {said}" if len(names) > 1 else said)
