"""The numbers under the figures."""

from collections.abc import Mapping, Sequence
from math import isfinite, sqrt
from typing import Any

from reports.tables import Table
from reports.uncertainty.picture import Panel
from reports.words import decimals, difference_unit, interval, number, signed

NOTHING = "–"


def known(panels: Sequence[Panel], compared: bool) -> Table:
    """What is known of each measure, and both reasons why it is not known better."""
    heads = ["Measure", "Change" if compared else "Mean", "95 % range of it", "Parameters (SD)", "Chance (SD)"]
    heads += ["Probability that it is better", "Worth of knowing all parameters"] if compared else []
    caption = (
        "SD: standard deviation with its 95 % interval. The range is that of the long-run mean as far as the "
        "parameters decide it; chance is that of one replication"
    )
    return Table(caption, heads, [_known(panel, compared) for panel in panels])


def _known(panel: Panel, compared: bool) -> list[str]:
    known, unit = panel.known, difference_unit(panel.unit) if compared else panel.unit
    places = decimals(known["low"], known["high"], known["mean"])
    cells = [
        f"{panel.label} ({unit})" if unit else panel.label,
        signed(known["mean"], places) if compared else number(known["mean"], places),
        interval(known["low"], known["high"], places) or NOTHING,
        *(_size(known, name, places) for name in ("parameters_variance", "chance_variance")),
    ]
    if not compared:
        return cells
    probability = known["probability_better"]
    better = f"{100 * probability:.0f} %" if panel.has_direction and isfinite(probability) else NOTHING
    return [*cells, better, _amount(known["worth_of_knowing_all"], "")]


def _size(known: Mapping[str, Any], name: str, places: int) -> str:
    if not isfinite(known[name]):
        return NOTHING
    value, low, high = (sqrt(known[key]) for key in (name, f"{name}_low", f"{name}_high"))
    return f"{number(value, places)} ({interval(low, high, places)})"


def importance(panel: Panel, compared: bool) -> Table:
    """Every bar in figures; for a difference, what it would be worth to know the parameter."""
    heads = ["Parameter", "Path", "Rank correlation", "95 % interval"]
    worth = compared and panel.bars.get("worth_of_knowing") is not None and panel.bars["worth_of_knowing"].notna().any()
    if worth:
        heads.append(f"Worth of knowing it ({difference_unit(panel.unit)})" if panel.unit else "Worth of knowing it")
    rows = []
    for _, bar in panel.bars.iterrows():
        cells = [str(bar["name"]), str(bar["parameter"]), signed(bar["correlation"], 2)]
        cells.append(interval(bar["low"], bar["high"], 2) or NOTHING)
        rows.append([*cells, _amount(bar["worth_of_knowing"], "", bar["worth_by_chance"])] if worth else cells)
    chance = float(panel.bars["chance"].iloc[0]) if len(panel.bars) else float("nan")
    said = f"; by chance alone none would be beyond {chance:.2f}, 19 times in 20" if isfinite(chance) else ""
    return Table(f"Rank correlation of each parameter with the measure{said}", heads, rows)


def _amount(value: float, unit: str, by_chance: float = 0.0) -> str:
    if not isfinite(value):
        return NOTHING
    if value <= by_chance:
        return "within chance" if by_chance else "0"
    return f"{number(value, decimals(0, 0, value))} {unit}".strip()
