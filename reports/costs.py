"""What it costs, on page one: a sentence for the base, and a table of what each alternative changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from reports.captions import money as captions
from reports.figures import waterfall
from reports.headline import Cell, difference, mean
from reports.origins import kind
from reports.study import Measure, Study
from reports.words import count_word, estimate, quoted

WITHOUT = "Nothing is known of it: prices were not given."
HEADS = {waterfall.TOTAL: "Costs", waterfall.INCOME: "Brings in", waterfall.BALANCE: "Balance"}
PRICES = "money."
"""Where prices stand in a scenario."""
THOUSAND = 1000


@dataclass(frozen=True)
class Costs:
    """`said` in sentences; then a row of cells under `heads` for each scenario, the base first."""

    said: str
    rests_on: str
    unit: str
    heads: list[str]
    rows: list[tuple[str, list[Cell]]]


def costs(study: Study) -> Costs:
    """What a year costs; without prices, the sentence that says so."""
    told, base = money(study), study.value(study.base["id"], waterfall.TOTAL)
    if not told or base is None:
        return Costs(WITHOUT, "", "", [], [])
    currency = told[0].unit.removesuffix(" a year")
    rows = list(_rows(study, told)) if study.alternatives else []
    return Costs(
        _base(study, base, currency), _rests_on(study), f"thousand {told[0].unit}",
        [HEADS[measure.name] for measure in told], rows,
    )  # fmt: skip


def a_year(study: Study, scenario: str) -> str:
    """What one alternative changes in a year, as a sentence for its answer; empty without prices."""
    told = money(study)
    made = waterfall.steps(study.frame("differences"), told, scenario)
    steps = [step for step in made if step.measure in (waterfall.TOTAL, told[-1].name)]
    return captions.a_year(steps, told[0].unit.removesuffix(" a year")) if steps else ""


def _rests_on(study: Study) -> str:
    """How many of the base's prices nobody has published: a verdict on money is no better than they are."""
    prices = {path: entry for path, entry in study.base["provenance"].items() if path.startswith(PRICES)}
    assumed = sum(kind(study, entry) == "assumed" for entry in prices.values())
    if not assumed:
        return ""
    return (
        f"Of the {count_word(len(prices), 'price')} behind this, {assumed} {'is' if assumed == 1 else 'are'} "
        "assumed and not published: put in your own before you go by the money."
    )


def brings_in(study: Study) -> bool:
    """Whether the base has any income; without one its balance says nothing that its cost does not."""
    income = study.value(study.base["id"], waterfall.INCOME)
    return income is not None and bool(income["mean"])


def money(study: Study) -> list[Measure]:
    """Cost, income and balance; the cost alone where nothing is brought in."""
    names = HEADS if brings_in(study) else (waterfall.TOTAL,)
    return [measure for name in names for measure in study.measures if measure.name == name]


def _rows(study: Study, told: list[Measure]) -> Iterator[tuple[str, list[Cell]]]:
    """Amounts of the base, and what each alternative makes of them, in thousands."""
    base, units = study.base["id"], [replace(measure, unit=f"thousand {measure.unit}") for measure in told]
    yield study.base["name"], [mean(_scaled(study.value(base, each.name)), each) for each in units]
    for scenario in study.alternatives:
        changes = ((_scaled(study.difference(scenario["id"], each.name)), each) for each in units)
        yield scenario["name"], [difference(row, each) for row, each in changes]


def _scaled(row: "pd.Series[Any] | None") -> "pd.Series[Any] | None":
    return None if row is None else thousands(row)


def thousands(row: "pd.Series[Any]") -> "pd.Series[Any]":
    """A mean or a difference of money, and its interval, in thousands."""
    scaled = row.copy()
    for key in scaled.index.intersection(["mean", "difference", "low", "high"]):
        scaled[key] = row[key] / THOUSAND
    return scaled


def _base(study: Study, cost: "pd.Series[Any]", currency: str) -> str:
    """What a year costs as things are, and what it brings in where that is known."""
    subject = quoted(study.base["name"]) if study.alternatives else "The unit"
    said = f"{subject} costs {_million(cost, currency)} a year"
    income, left = (study.value(study.base["id"], name) for name in (waterfall.INCOME, waterfall.BALANCE))
    if not brings_in(study) or income is None or left is None:
        return f"{said}."
    return f"{said} and brings in {_million(income, currency)}{_left(left, currency)}."


def _left(left: "pd.Series[Any]", currency: str) -> str:
    """The balance by its name: a change of it means nothing to whoever does not know which of the two it is."""
    if left["mean"] >= 0:
        return f": a surplus of {_million(left, currency)}"
    loss = left.copy()
    loss["mean"], loss["low"], loss["high"] = -left["mean"], -left["high"], -left["low"]
    return f": a loss of {_million(loss, currency)}"


def _million(row: "pd.Series[Any]", currency: str) -> str:
    low, high = row["low"] / 1e6, row["high"] / 1e6
    return estimate(row["mean"] / 1e6, low, high, f"million {currency}")
