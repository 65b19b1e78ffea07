"""Sentences for money."""

from collections.abc import Mapping, Sequence

import pandas as pd

from reports.captions.naming import across
from reports.figures.waterfall import BALANCE, INCOME, TOTAL, Step
from reports.words import decimals, interval, listing, named_once, number, quantity, quoted

THOUSANDS_FROM = 10_000
"""Amounts from here on are told in thousands."""
MORE = ("more", "less")
BETTER = ("better", "worse")
"""Of a balance, which may be a loss: more of it would be read as a larger one."""


def totals(summary: pd.DataFrame, names: Mapping[str, str], currency: str) -> str:
    """What a year costs and brings in."""
    at = summary.set_index(["scenario", "measure"])["mean"]
    said = {}
    for scenario in names:
        cost, income = at.get((scenario, TOTAL)), at.get((scenario, INCOME))
        if cost is not None and income is not None:
            said[scenario] = f"{_million(cost)} spent and {_million(income)} earned"
    return f"Million {currency} a year: {across(said, names)}."


def _million(amount: float) -> str:
    return number(amount / 1e6, 2)


def each(summary: pd.DataFrame, measure: str, label: str, names: Mapping[str, str], currency: str) -> str:
    """What one of these costs, under each scenario."""
    at = summary[summary["measure"] == measure].set_index("scenario")["mean"]
    said = {scenario: f"{at[scenario]:,.0f} {currency}" for scenario in names if scenario in at.index}
    return f"{label}: {across(said, names)}."


def waterfall(made: Sequence[Step], name: str, currency: str) -> str:
    """What one alternative costs more or less, and what is left of it."""
    said = {TOTAL: "costs", INCOME: "income", BALANCE: "balance"}
    parts = [f"{said[step.measure]} {change(step, currency)}" for step in made if step.measure in said]
    return f"In a year under {quoted(name)}: {'; '.join(parts)}."


def a_year(made: Sequence[Step], currency: str) -> str:
    """The same in a sentence that goes on from the alternative's name."""
    said = {TOTAL: "it would cost", BALANCE: "leave a balance"}
    parts = [f"{said[step.measure]} {change(step, currency)}" for step in made if step.change]
    return named_once(f"In a year {listing(parts)}.") if parts else "In a year it would cost the same."


def change(step: Step, currency: str) -> str:
    """`12,000 USD more (95 % interval ...)`; an interval that holds zero is said to leave it open."""
    large = abs(step.change) >= THOUSANDS_FROM
    unit, ratio = (f"thousand {currency}", 1e-3) if large else (currency, 1.0)
    low, high = (step.low, step.high) if step.change >= 0 else (-step.high, -step.low)
    more, less = BETTER if step.measure == BALANCE else MORE
    way = more if step.change >= 0 else less
    places = decimals(low * ratio, high * ratio, step.change * ratio)
    amount = f"{quantity(abs(step.change) * ratio, unit, places)} {way}"
    bounds = interval(low * ratio, high * ratio, places)
    if not bounds:
        return amount
    close = ", too close to call" if low <= 0 <= high else ""
    return f"{amount} (95 % interval {bounds}{close})"
