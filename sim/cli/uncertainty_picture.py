"""From a saved study to the frames that its page draws."""

from math import sqrt

import pandas as pd

from reports.uncertainty import Panel, Picture
from sim.cli.uncertainty_words import decided_of, drawn, how_sure, split, title, what_matters
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Summary

MOST_BARS = 12


def picture(saved: SavedUncertainty) -> Picture:
    """What the page shows: a panel for each measure."""
    of = decided_of(saved)
    rows = {row.measure: row for row in saved.summary if row.of == of}
    facts = saved.facts
    return Picture(
        title=title(saved),
        question=str(facts["scenarios"][-1]["question"]),
        drawn=drawn(saved),
        compared=len(facts["scenarios"]) > 1,
        panels=[_panel(saved, measure, rows[measure["name"]]) for measure in facts["measures"]],
        command=" ".join(facts["command"]),
    )


def _panel(saved: SavedUncertainty, measure: dict[str, str], row: Summary) -> Panel:
    of = decided_of(saved)
    bars = [each for each in saved.importance if (each.of, each.measure) == (of, row.measure)]
    said = [how_sure(row, measure["better"]) if of == DIFFERENCE else "", split(row), what_matters(saved, row.measure)]
    return Panel(
        label=measure["label"],
        unit=measure["unit"],
        sentence=" ".join(filter(None, said)),
        has_direction=bool(measure["better"]),
        known=vars(row) | {"unknown_sd": sqrt(row.parameters_variance), "chance_sd": sqrt(row.chance_variance)},
        bars=pd.DataFrame([vars(each) for each in bars[:MOST_BARS]]),
        left_out=max(len(bars) - MOST_BARS, 0),
    )
