"""What is drawn of one person's stay, as tidy frames."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Picture:
    """One stay. Every `time_h`, `from_h` and `to_h` is in hours since admission; `when` says the same for people."""

    title: str
    sentences: Sequence[str]
    """What to see, the most important first."""
    facts: Sequence[tuple[str, str]]
    """What is known about the person, and its value."""
    looks: pd.DataFrame
    """One row for each look: time_h, when, felt (COWS total, holds until the next look), leaving_per_day (hazard,
    holds too), added_up (cumulative hazard); the last row is the end of the stay."""
    course: pd.DataFrame
    """time_h and natural: the COWS total without medication."""
    bands: pd.DataFrame
    """name, from_score and to_score of each band of withdrawal, the mildest first."""
    done: pd.DataFrame
    """One row for each thing beside the course: lane, how (a key of `lanes.LOOKS`), from_h (due, or begun), when
    (of from_h), to_h (started, found or over) and said, a sentence."""
    days: pd.DataFrame
    """time_h and label of each midnight of the stay."""
    threshold: float
    """Cumulative hazard at which the person leaves: their limit."""
    left: bool
    """Whether the stay ended because it was reached."""
    explained: str
    """What the wish to leave is."""

    @property
    def of_the_limit(self) -> pd.DataFrame:
        """The looks with grows_pct, a day, and reached_pct: the wish to leave in percent of the person's limit."""
        ratio = 100.0 / self.threshold
        return self.looks.assign(
            grows_pct=self.looks["leaving_per_day"] * ratio, reached_pct=self.looks["added_up"] * ratio
        )
