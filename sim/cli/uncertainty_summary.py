"""A finished study on the terminal: what is known, what is not, and what matters most; 80 columns."""

from math import isfinite

from rich.table import Table

from reports.uncertainty import EXPLAINED, Picture, summed_up
from reports.words import decimals, number
from sim.cli.terminal import results, say, write
from sim.cli.uncertainty_picked import of_decision, standing_out
from sim.experiments.uncertainty.analysis import TOO_FEW
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import Importance

MOST_PARAMETERS = 5
NAME_WIDTH = 40


def print_uncertainty(saved: SavedUncertainty, picture: Picture) -> None:
    """The answer, the measures with what is behind their uncertainty, then the parameters that matter to each."""
    results().print(picture.title, style="bold")
    for sentence in filter(None, (picture.answer, picture.drawn, picture.seldom)):
        say(sentence)
    write("")
    if picture.panels:
        results().print(_known(picture))
        write("")
        say(EXPLAINED[picture.compared])
        write("")
    rows = [row for row in of_decision(saved) if row.remark != TOO_FEW]
    for panel, row in zip(picture.panels, rows, strict=True):
        results().print(panel.name, style="bold")
        say(_plain(panel.sentence))
        found = standing_out(saved, row)[:MOST_PARAMETERS]
        if found:
            results().print(_matter(found, panel.unit))
        write("")


def _known(picture: Picture) -> Table:
    shown = summed_up(picture)
    table = _table()
    table.add_column(shown.columns[0])
    for head in shown.columns[1:]:
        table.add_column(head, justify="right", no_wrap=True)
    for cells in shown.rows:
        table.add_row(*map(_plain, cells))
    return table


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)


def _plain(text: str) -> str:
    """With a hyphen for the minus sign and for the dash, which old terminals do not have."""
    return text.replace("\u2212", "-").replace("\u2013", "-")


def _matter(found: list[Importance], unit: str) -> Table:
    table = _table()
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
