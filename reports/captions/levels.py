"""Sentences for what goes up and down: beds in use, people on the list, people ready to leave."""

import math
from collections.abc import Mapping

import pandas as pd

from reports.captions.naming import across


def occupancy(daily: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Mean beds occupied, of how many."""
    used, beds = _means(daily, "occupied", names), _means(daily, "beds", names)
    said = {
        scenario: f"{used[scenario]:.1f}" + (f" of {beds[scenario]:.0f}" if math.isfinite(beds[scenario]) else "")
        for scenario in names
    }
    return f"Beds occupied on average: {across(said, names)}."


def level(daily: pd.DataFrame, column: str, names: Mapping[str, str], subject: str) -> str:
    """Mean level of one column, e.g. `People on the waiting list on average: …`."""
    means = _means(daily, column, names)
    return f"{subject} on average: {across({key: f'{mean:.1f}' for key, mean in means.items()}, names)}."


def _means(frame: pd.DataFrame, column: str, names: Mapping[str, str]) -> dict[str, float]:
    found = frame.groupby("scenario")[column].mean()
    return {scenario: float(found.get(scenario, math.nan)) for scenario in names}
