"""The numbers under the figures."""

from collections.abc import Mapping
from math import isfinite, sqrt
from typing import Any

from reports.tables import Table
from reports.uncertainty.picture import Panel, Picture
from reports.words import decimals, difference_unit, interval, number, signed

NOTHING = "–"
ALMOST_ALL = 0.99
MOST_PLACES = 3
_COLUMNS = (
    "95 % range: where the long-run mean lies, as far as the parameters decide it. Unknown: how much it differs "
    "between units that the evidence allows (standard deviation). Chance: how much it differs between replications "
    "of one unit."
)
_BETTER = (
    "Better: how likely the alternative is better in the long run; clear from 97.5 % on, for then the whole range is "
    "on one side of no change."
)
EXPLAINED = {False: _COLUMNS, True: f"{_COLUMNS} {_BETTER}"}
"""How to read the first table, by whether there is an alternative."""


def summed_up(picture: Picture) -> Table:
    """What is known of each measure, in a few columns that fit a terminal."""
    heads = ["Measure", "Change" if picture.compared else "Mean", "95 % range", "Unknown", "Chance"]
    caption = "What is known of each measure, and why it is not known better"
    return Table(
        caption,
        heads + ["Better"] * picture.compared,
        [_summed_up(panel, picture.compared) for panel in picture.panels],
    )


def _summed_up(panel: Panel, compared: bool) -> list[str]:
    known, (unit, places, mean) = panel.known, _mean(panel, compared)
    cells = [
        f"{panel.name} ({unit})" if unit else panel.name,
        mean,
        _range(known["low"], known["high"], places),
        _spread(known["unknown_sd"], places) or "none seen",
        _spread(known["chance_sd"], places) or "none",
    ]
    return [*cells, _better(panel)] if compared else cells


def _spread(size: float, places: int) -> str:
    """A standard deviation, with more decimals where it would look like 0; nothing when it is 0."""
    while size and places < MOST_PLACES and not round(size, places):
        places += 1
    return f"±{number(size, places)}" if size else ""


def percent(share: float) -> str:
    """Never quite sure, and never impossible."""
    if share > ALMOST_ALL:
        return "over 99 %"
    return "under 1 %" if share < 1 - ALMOST_ALL else f"{100 * share:.0f} %"


def known(picture: Picture) -> Table:
    """Both reasons why each measure is not known better, and what it would be worth to know more."""
    heads = ["Measure", "Parameters (SD)", "Chance (SD)", "Share of the parameters"]
    caption = (
        "SD: standard deviation with its 95 % interval; chance is that of one replication. The interval of a share is "
        "as wide as both variances at the ends of theirs make it"
    )
    heads += ["Worth of knowing all parameters"] if picture.compared else []
    return Table(caption, heads, [_known(panel, picture.compared) for panel in picture.panels])


def _known(panel: Panel, compared: bool) -> list[str]:
    known, (unit, _, _) = panel.known, _mean(panel, compared)
    cells = [
        f"{panel.label} ({unit})" if unit else panel.label,
        *(_size(known, name) for name in ("parameters_variance", "chance_variance")),
        _share(known),
    ]
    return [*cells, _amount(known["worth_of_knowing_all"], "")] if compared else cells


def _mean(panel: Panel, compared: bool) -> tuple[str, int, str]:
    """Unit, decimals and the mean, which has a sign when it is a difference."""
    known, unit = panel.known, difference_unit(panel.unit) if compared else panel.unit
    places = decimals(known["low"], known["high"], known["mean"])
    return unit, places, signed(known["mean"], places) if compared else number(known["mean"], places)


def _better(panel: Panel) -> str:
    probability = panel.known["probability_better"]
    return percent(probability) if panel.has_direction and isfinite(probability) else NOTHING


def _range(low: float, high: float, places: int) -> str:
    """Nothing where both ends are the same, for that would look like certainty."""
    ends = interval(low, high, places)
    return ends if ends and number(low, places) != number(high, places) else NOTHING


def _size(known: Mapping[str, Any], name: str) -> str:
    if not isfinite(known[name]):
        return NOTHING
    value, low, high = (sqrt(known[key]) for key in (name, f"{name}_low", f"{name}_high"))
    places = decimals(low, high, value)
    if not value:
        return f"none seen (up to {number(high, places)})" if high else "none"
    ends = _range(low, high, places)
    return number(value, places) + (f" ({ends})" if ends != NOTHING else "")


def _share(known: Mapping[str, Any]) -> str:
    share, low, high = (known[f"parameters_share{end}_pct"] for end in ("", "_low", "_high"))
    return f"{share:.0f} % ({low:.0f} to {high:.0f})" if isfinite(share) else NOTHING


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
