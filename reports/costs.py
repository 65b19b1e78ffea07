"""What it costs, on page one: a sentence for the base and one for each alternative."""

from typing import Any

import pandas as pd

from reports.captions import money as captions
from reports.figures import waterfall
from reports.study import Study
from reports.words import count_word, estimate, quoted

MOST_SAID = 3
"""Alternatives with a sentence of their own; the section on money has them all."""
WITHOUT = "Nothing is known of it: prices were not given."


def costs(study: Study) -> list[str]:
    """Sentences, or the one that says there are no prices."""
    measures = {measure.name: measure for measure in study.measures}
    total, base = measures.get(waterfall.TOTAL), study.value(study.base["id"], waterfall.TOTAL)
    if total is None or base is None:
        return [WITHOUT]
    currency = total.unit.removesuffix(" a year")
    said = [_base(study, base, currency)]
    told = (waterfall.TOTAL,) if _income(study) is None else (waterfall.TOTAL, waterfall.BALANCE)
    for scenario in study.alternatives[:MOST_SAID]:
        made = waterfall.steps(study.frame("differences"), study.measures, scenario["id"])
        shown = [step for step in made if step.measure in told]
        said.append(captions.waterfall(shown, scenario["name"], currency))
    rest = len(study.alternatives) - MOST_SAID
    return [*said, f"{count_word(rest, 'more alternative').capitalize()} below."] if rest > 0 else said


def _base(study: Study, cost: "pd.Series[Any]", currency: str) -> str:
    """What a year costs as things are, and what it brings in where that is known."""
    subject = quoted(study.base["name"]) if study.alternatives else "The unit"
    said, income = f"{subject} costs {_million(cost, currency)} a year", _income(study)
    return f"{said}." if income is None else f"{said} and brings in {_million(income, currency)}."


def _income(study: Study) -> "pd.Series[Any] | None":
    """None without any: the balance then says nothing that the cost does not."""
    income = study.value(study.base["id"], waterfall.INCOME)
    return income if income is not None and income["mean"] else None


def _million(row: "pd.Series[Any]", currency: str) -> str:
    low, high = row["low"] / 1e6, row["high"] / 1e6
    return estimate(row["mean"] / 1e6, low, high, f"million {currency}")
