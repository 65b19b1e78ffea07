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
    chance_sd (of one replication), parameters_variance and chance_variance with _low and _high, parameters_share_pct
    with parameters_share_low_pct and _high_pct, probability_better, worth_of_knowing_all; nan where nothing can be
    said. A parameters_variance of 0 means that the draws differ no more than chance makes them."""
    bars: pd.DataFrame
    """The parameters that matter most, in order: name, parameter (dotted path), correlation, low, high, chance (what
    none of them would reach by chance), worth_of_knowing, worth_by_chance. Empty when nothing can be said."""
    left_out: int
    """Parameters that matter less and are not drawn."""

    @property
    def name(self) -> str:
        """The label without what it says in brackets."""
        return self.label.partition(" (")[0]


@dataclass(frozen=True)
class Picture:
    """One study."""

    title: str
    question: str
    drawn: str
    """How many parameters, from what, and how often."""
    answer: str
    """What is decided and what stays open; empty without an alternative."""
    seldom: str
    """The measures that have no panel, and why; empty when each has one."""
    compared: bool
    """Whether it is about a difference between two scenarios."""
    panels: Sequence[Panel]
    command: str
    """The line that repeats the study, as a shell reads it."""
