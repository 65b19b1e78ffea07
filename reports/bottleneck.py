"""What keeps the door shut, and where the bottleneck moves when an alternative opens it."""

from typing import Any

import pandas as pd

from reports.figures.blocked import hours_by_run
from reports.frames import CHANGE, mean_interval
from reports.study import Study
from reports.words import decimals, number

WORTH_SAYING_H = 1.0
"""Hours a week by which a cause must grow before it is worth a sentence, and below which a cause goes unsaid."""
NOW, THEN, MORE = "now", "then", "more"


def moved(study: Study, scenario: str) -> str:
    """A sentence when an alternative makes some cause keep the door shut for clearly longer; else empty."""
    causes = _causes(study, scenario)
    if not any(each[MORE]["low"] > 0 and each[MORE]["mean"] >= WORTH_SAYING_H for each in causes.values()):
        return ""
    said = [
        f"“{cause}” {_hours(each[THEN])}, now {_hours(each[NOW])}"
        for cause, each in causes.items()
        if max(each[THEN]["mean"], each[NOW]["mean"]) >= WORTH_SAYING_H
    ]
    return f"The bottleneck moves. Hours a week in which people wait and the door is shut: {'; '.join(said)}."


def _causes(study: Study, scenario: str) -> "dict[str, dict[str, pd.Series[Any]]]":
    """Each cause's hours a week now, then, and their paired change, with intervals; a cause never seen took none."""
    counts = study.frame("counts")
    own = counts[counts["scenario"].isin([study.base["id"], scenario])]
    hours = hours_by_run(own, study.days).pivot_table(
        index=["category", "replication"], columns="scenario", values="hours", fill_value=0, sort=False
    )
    both = hours.reindex(columns=[study.base["id"], scenario], fill_value=0).set_axis([NOW, THEN], axis=1)
    both[MORE] = both[THEN] - both[NOW]
    long = both.melt(var_name="when", value_name="hours", ignore_index=False).reset_index()
    found: dict[str, dict[str, pd.Series[Any]]] = {}
    for _, row in mean_interval(long, ["category", "when"], "hours", CHANGE).iterrows():
        found.setdefault(str(row["category"]), {})[str(row["when"])] = row
    return found


def _hours(row: "pd.Series[Any]") -> str:
    return number(row["mean"], decimals(row["low"], row["high"], row["mean"]))
