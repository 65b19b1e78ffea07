"""The ten headline measures and the money on the terminal: what was asked, numbers with intervals, verdicts."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from sim.cli.terminal import results, say, write

if TYPE_CHECKING:
    from pandas import DataFrame

    from sim.experiments.results_reader import SavedResults

Row = Mapping[Any, Any]
STYLES = {"better": "green", "worse": "red"}
MONEY = ("cost_per_year", "balance_per_year")
"""Told below the headline measures, where there are prices."""


def print_summary(saved: "SavedResults") -> None:
    """The one scenario alone, or a table for each alternative; no line is wider than 80 columns."""
    base, *others = saved.manifest["scenarios"]
    if not others:
        _print_asked(base["name"], base["question"])
        results().print(_alone(saved, base["id"]))
        write("")
    for other in others:
        _print_asked(f"{other['name']}, compared with {base['name']}", other["question"])
        results().print(_compared(saved, "differences", base["id"], other["id"]))
        write("")
    _print_pairs(saved)
    for paragraph in (*_lead(saved), *_certainty(saved)):
        say(_plain(paragraph))
        write("")


def _print_pairs(saved: "SavedResults") -> None:
    """A table for each pair of alternatives, when they were asked for."""
    scenarios = saved.manifest["scenarios"] if "pairs" in saved.frames else []
    for base, other in combinations(scenarios[1:], 2):
        _print_asked(f"{other['name']}, compared with {base['name']}", "")
        results().print(_compared(saved, "pairs", base["id"], other["id"]))
        write("")


def _lead(saved: "SavedResults") -> list[str]:
    """Which of several alternatives does most for what, as on page one."""
    from reports.lead import lead
    from reports.study import Study

    return lead(Study(saved))


def _print_asked(title: str, question: str) -> None:
    results().print(title, style="bold")
    if question:
        say(question)
    write("")


def _alone(saved: "SavedResults", scenario: str) -> Table:
    from reports.words import decimals, number

    table = _table("Mean", "95 % interval")
    for measure, row in _told(saved, "summary", scenario):
        places = decimals(row["low"], row["high"], row["mean"])
        table.add_row(_label(measure), number(row["mean"], places), _interval(row, places))
    return table


def _compared(saved: "SavedResults", frame: str, base: str, other: str) -> Table:
    from reports.words import decimals, number, signed

    table = _table("Base", "Change", "95 % interval")
    table.add_column("Verdict", no_wrap=True)
    before = {measure["name"]: row["mean"] for measure, row in _told(saved, "summary", base)}
    for measure, row in _told(saved, frame, other, base):
        places = decimals(row["low"], row["high"], row["difference"])
        verdict = str(row["verdict"])
        numbers = number(before[measure["name"]], places), signed(row["difference"], places), _interval(row, places)
        style = STYLES.get(verdict.partition(",")[0], "")
        table.add_row(_label(measure), *map(_plain, numbers), Text(verdict, style=style))
    return table


def _table(*numbers: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column("Measure")
    for head in numbers:
        table.add_column(head, justify="right", no_wrap=True)
    return table


def _told(saved: "SavedResults", frame: str, scenario: str, base: str = "") -> Iterator[tuple[Row, Row]]:
    """(measure, its row) for each headline measure of one scenario and its money, in the order of the registry."""
    from reports.costs import thousands

    table = _shown(saved) if frame == "summary" else saved.frames[frame]
    table = table[table["base"] == base] if base else table
    rows = table.set_index(["scenario", "measure"]).sort_index()
    for measure in saved.manifest["measures"]:
        if (scenario, measure["name"]) not in rows.index:
            continue
        row = rows.loc[scenario, measure["name"]]
        if measure["headline"]:
            yield measure, row
        elif measure["name"] in MONEY:
            yield {**measure, "unit": f"thousand {measure['unit']}"}, thousands(row).to_dict()


def _shown(saved: "SavedResults") -> "DataFrame":
    """The means, with intervals that end where their measure does."""
    from reports.study import Study

    return Study(saved).frame("summary")


def _label(measure: Row) -> str:
    """Label and unit, without what the label says in brackets."""
    short = str(measure["label"]).partition(" (")[0]
    return f"{short} ({measure['unit']})" if measure["unit"] else short


def _interval(row: Row, places: int) -> str:
    from reports.words import interval

    return _plain(interval(row["low"], row["high"], places))


def _plain(text: str) -> str:
    """With a hyphen for the minus sign, which old terminals do not have."""
    return text.replace("\u2212", "-")


def _certainty(saved: "SavedResults") -> Iterator[str]:
    from reports.certainty import bearing, judged

    replications, compared = int(saved.manifest["replications"]), saved.manifest["kind"] == "compare"
    if replications < 2:
        yield "One replication says nothing about chance, so there is no interval and no verdict: run at least five."
    elif compared:
        yield f"Means of {replications} replications with the same people in each scenario. {judged(saved.manifest)}"
    else:
        # Replications that are added until intervals are narrow stop more often where they are so by chance.
        about = "about " if saved.manifest.get("precision") else ""
        yield f"Means of {replications} replications. The interval holds the true mean with {about}95 % confidence."
    yield from bearing(saved)
