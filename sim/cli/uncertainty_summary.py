"""A finished study on the terminal: what is known, what is not, and what matters most; 80 columns."""

from math import isfinite, sqrt

from rich.table import Table

from reports.words import decimals, interval, number, signed
from sim.cli.terminal import results, say, write
from sim.cli.uncertainty_words import decided_of, drawn, how_sure, percent, split, standing_out, title, what_matters
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Importance, Summary

MOST_PARAMETERS = 5
NAME_WIDTH = 40


def print_uncertainty(saved: SavedUncertainty) -> None:
    """The measures with what is behind their uncertainty, then the parameters that matter to each."""
    results().print(title(saved), style="bold")
    say(drawn(saved))
    write("")
    of = decided_of(saved)
    rows = [row for row in saved.summary if row.of == of]
    results().print(_known(saved, rows))
    write("")
    say(_explained(of))
    write("")
    for row in rows:
        _print_what_matters(saved, row)


def _print_what_matters(saved: SavedUncertainty, row: Summary) -> None:
    measure = _measures(saved)[row.measure]
    sure = how_sure(row, measure["better"]) if row.of == DIFFERENCE else ""
    results().print(_label(measure), style="bold")
    say(" ".join(filter(None, (sure, split(row), what_matters(saved, row.measure)))))
    found = standing_out(saved, row.measure)[:MOST_PARAMETERS]
    if found:
        results().print(_matter(found, measure["unit"]))
    write("")


def _measures(saved: SavedUncertainty) -> dict[str, dict[str, str]]:
    return {each["name"]: each for each in saved.facts["measures"]}


def _label(measure: dict[str, str]) -> str:
    return measure["label"].partition(" (")[0]


def _known(saved: SavedUncertainty, rows: list[Summary]) -> Table:
    is_change = rows[0].of == DIFFERENCE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column("Measure")
    for head in ("Change" if is_change else "Mean", "95 % range", "Unknown", "Chance", *["Better"] * is_change):
        table.add_column(head, justify="right", no_wrap=True)
    for row in rows:
        measure = _measures(saved)[row.measure]
        places = decimals(row.low, row.high, row.mean)
        mean = signed(row.mean, places) if is_change else number(row.mean, places)
        sizes = (_size(row.parameters_variance, places), _size(row.chance_variance, places))
        better = percent(row.probability_better) if measure["better"] and isfinite(row.probability_better) else ""
        cells = (mean, interval(row.low, row.high, places), *sizes, *[better] * is_change)
        unit = f" ({measure['unit']})" if measure["unit"] else ""
        table.add_row(_label(measure) + unit, *map(_plain, cells))
    return table


def _size(variance: float, places: int) -> str:
    return f"±{number(sqrt(variance), places)}" if isfinite(variance) else ""


def _plain(text: str) -> str:
    """With a hyphen for the minus sign, which old terminals do not have."""
    return text.replace("\u2212", "-")


def _explained(of: str) -> str:
    better = " Better: how likely the alternative is better in the long run." if of == DIFFERENCE else ""
    return (
        "95 % range: where the long-run mean lies, as far as the parameters decide it. Unknown: standard deviation "
        "because we do not know the parameters. Chance: that of one replication, the parameters being known." + better
    )


def _matter(found: list[Importance], unit: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column("Parameter", no_wrap=True, overflow="ellipsis", max_width=NAME_WIDTH)
    worth = isfinite(found[0].worth_of_knowing)
    for head in ("Correlation", "95 % interval", *["Worth knowing"] * worth):
        table.add_column(head, justify="right", no_wrap=True)
    for row in found:
        cells = (f"{row.correlation:+.2f}", f"{row.low:+.2f} to {row.high:+.2f}", *[_worth(row, unit)] * worth)
        table.add_row(row.name, *cells)
    return table


def _worth(row: Importance, unit: str) -> str:
    """In the unit of the measure, when it is more than chance."""
    if row.worth_of_knowing <= row.worth_by_chance:
        return "within chance"
    return f"{number(row.worth_of_knowing, decimals(0, 0, row.worth_of_knowing))} {unit}".strip()
