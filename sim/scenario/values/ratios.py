"""Ratios of hazards as they are published: hazard ratios, odds ratios, or shares of leavers."""

from dataclasses import dataclass
from typing import Any, Literal

from sim.rules.leaving import hazard_ratio, ratio_of_odds

Published = Literal["hazard_ratio", "odds_ratio", "leaves_early_pct"]
FIGURES: tuple[Published, ...] = ("odds_ratio", "leaves_early_pct")
"""Ways of publishing a ratio that a scenario names."""

ACCEPTED = "a hazard ratio above 0, {odds_ratio: 0.73} or {leaves_early_pct: 20.3} is accepted"


@dataclass(frozen=True)
class Ratio:
    """A published figure that says how a hazard changes."""

    figure: float
    published: Published = "hazard_ratio"

    def hazard(self, reference_pct: float) -> float:
        """The hazard ratio, given the share that leaves in the group of reference, in percent.

        An odds ratio gives the share that leaves in the other group; two shares
        of leavers over the same stay give the ratio of constant hazards.
        """
        if self.published == "odds_ratio":
            return ratio_of_odds(self.figure, reference_pct)
        return self.figure if self.published == "hazard_ratio" else hazard_ratio(self.figure, reference_pct)


ONE = Ratio(1.0)


def ratio(value: Any) -> Ratio:
    """Read a ratio from a scenario. Raises ValueError with what is accepted."""
    if isinstance(value, Ratio):
        return value
    published, figure = _said(value)
    if isinstance(figure, bool) or not isinstance(figure, int | float) or not 0 < figure < float("inf"):
        raise ValueError(ACCEPTED)
    if published == "leaves_early_pct" and figure >= 100:
        raise ValueError("leaves_early_pct above 0 and below 100 is accepted")
    return Ratio(float(figure), published)


def _said(value: Any) -> tuple[Published, Any]:
    if not isinstance(value, dict):
        return "hazard_ratio", value
    for published in FIGURES:
        if list(value) == [published]:
            return published, value[published]
    raise ValueError(ACCEPTED)
