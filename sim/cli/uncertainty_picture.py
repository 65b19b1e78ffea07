"""From a saved study to the frames that its page draws."""

import shlex
from math import isfinite, sqrt
from typing import Any

import pandas as pd

from reports.uncertainty import Panel, Picture
from sim.cli.uncertainty_picked import importance_of, of_decision
from sim.cli.uncertainty_words import answer, drawn, how_sure, seldom, split, title, what_matters
from sim.experiments.uncertainty.analysis import TOO_FEW
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Summary

MOST_BARS = 12


def picture(saved: SavedUncertainty) -> Picture:
    """What the page shows: a panel for each measure of which something can be said."""
    facts = saved.facts
    measures = {each["name"]: each for each in facts["measures"]}
    return Picture(
        title=title(saved),
        question=str(facts["scenarios"][-1]["question"]),
        drawn=drawn(saved),
        answer=answer(saved),
        seldom=seldom(saved),
        compared=len(facts["scenarios"]) > 1,
        panels=[
            _panel(saved, measures[row.measure], row) for row in of_decision(saved) if row.remark != TOO_FEW
        ],
        command=shlex.join(facts["command"]),
    )  # fmt: skip


def _panel(saved: SavedUncertainty, measure: dict[str, str], row: Summary) -> Panel:
    bars = importance_of(saved, row)
    said = [how_sure(row, measure["better"]) if row.of == DIFFERENCE else "", split(row), what_matters(saved, row)]
    return Panel(
        label=measure["label"],
        unit=measure["unit"],
        sentence=" ".join(filter(None, said)),
        has_direction=bool(measure["better"]),
        known=_known(row),
        bars=pd.DataFrame([vars(each) for each in bars[:MOST_BARS]]),
        left_out=max(len(bars) - MOST_BARS, 0),
    )


def _known(row: Summary) -> dict[str, Any]:
    low = _share_pct(row.parameters_variance_low, row.chance_variance_high)
    high = _share_pct(row.parameters_variance_high, row.chance_variance_low)
    return vars(row) | {
        "unknown_sd": sqrt(row.parameters_variance),
        "chance_sd": sqrt(row.chance_variance),
        "parameters_share_low_pct": low,
        "parameters_share_high_pct": high,
    }


def _share_pct(parameters: float, chance: float) -> float:
    whole = parameters + chance
    return 100 * parameters / whole if isfinite(whole) and whole > 0 else float("nan")
