"""What is drawn of a study of uncertainty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Panel:
    """One measure."""

    label: str
    unit: str
    sentence: str
    """What to see."""
    has_direction: bool
    """Whether one way is good."""
    known: Mapping[str, Any]
    """mean, low and high (95 % range of the long-run mean), unknown_sd (because the parameters are not known),
    chance_sd (of one replication), parameters_variance and chance_variance with _low and _high, parameters_share_pct,
    probability_better, worth_of_knowing_all; nan where nothing can be said."""
    bars: pd.DataFrame
    """The parameters that matter most, in order: name, parameter (dotted path), correlation, low, high, chance (what
    none of them would reach by chance), worth_of_knowing, worth_by_chance. Empty when nothing can be said."""
    left_out: int
    """Parameters that matter less and are not drawn."""


@dataclass(frozen=True)
class Picture:
    """One study."""

    title: str
    question: str
    drawn: str
    """How many parameters, from what, and how often."""
    compared: bool
    """Whether it is about a difference between two scenarios."""
    panels: Sequence[Panel]
    command: str
    """The line that repeats the study."""
