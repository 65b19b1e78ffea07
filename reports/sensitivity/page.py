"""A study of sensitivity as an HTML document that needs nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

import pandas as pd

from reports.document import templates, with_figures, write_whole
from reports.figures.tornado import tornado_chart
from reports.identity import made_with, repeats, written_in
from reports.sensitivity import words
from reports.sensitivity.ranking import Ranked, ranked, refused
from reports.sweep.gallery import Gallery, Panel
from reports.sweep.page import specifications
from reports.tables import Table
from reports.words import count_word, difference_unit
from sim.experiments.sensitivity.reader import Row, SavedSensitivity, read_sensitivity

FILE_NAME = "report.html"
TEMPLATE = "sensitivity.html.jinja"
MOST_BARS = 12
NOTE = (
    "Bars: what the measure does when one estimate goes to the low end of its range (striped) or to the high end, and "
    "all else stays. Whiskers: 95 % intervals, each for itself, over replications that met the same luck. The longest "
    "are drawn."
)


def write_report(folder: Path) -> Path:
    """Write `report.html` into the folder of a study and return its path.

    The file appears whole or not at all. Raises ResultsError when the study is damaged or changed, or when the folder
    cannot be written to.
    """
    path = folder / FILE_NAME
    write_whole(path, render(read_sensitivity(folder)), "the report")
    return path


def render(saved: SavedSensitivity) -> str:
    """The page as one HTML document; the same study gives the same bytes."""
    found, left = ranked(saved.rows, int(saved.facts["replications"])), refused(saved.rows)
    measures = {each["name"]: each for each in saved.facts["measures"]}
    shown = [each for each in [_gallery(saved.rows, found, measures)] if each is not None]
    return templates("reports.sensitivity", "reports.sweep").get_template(TEMPLATE).render(
        title=f"What matters most in {saved.facts['scenario']['name']}",
        asked=words.asked(saved.facts, len(found)),
        answer=words.answer(found, measures),
        watch=list(words.watch(saved.facts, found, len(left))),
        galleries=shown,
        specs=specifications(shown),
        every=_every(found, left, measures),
        table=saved.table,
        facts=list(_facts(saved.facts)),
        command=repeats(saved.facts["command"]),
        **with_figures(),
    )  # fmt: skip


def _gallery(rows: Sequence[Row], found: Sequence[Ranked], measures: Mapping[str, Mapping[str, str]]) -> Gallery | None:
    """A tornado for each measure of the study."""
    bars = {name: _bars([row for row in rows if row.measure == name]) for name in measures}
    panels = [
        Panel(measure["label"], fig)
        for name, measure in measures.items()
        if (fig := tornado_chart(bars[name], measure["unit"])) is not None
    ]
    if not panels:
        return None
    first = found[0].most
    most = "matter most" if found[0].is_clear else "seem to matter most"
    said = f"The longest bars belong to the estimates that {most}; over all measures “{first.name}” comes first."
    return Gallery("tornado", "What each estimate moves", said, NOTE, panels, _drawn(bars, measures), broad=True)


def _bars(rows: Sequence[Row]) -> pd.DataFrame:
    """The longest bars of one measure, as a tornado takes them."""
    moved = [row for row in rows if isfinite(_span(row)) and _span(row) > 0]
    longest = sorted(moved, key=_span, reverse=True)[:MOST_BARS]
    columns = ["name", "low", "low_half", "low_at", "high", "high_half", "high_at"]
    cells = [
        (row.name, row.at_low, row.at_low_half_width, row.low, row.at_high, row.at_high_half_width, row.high)
        for row in longest
    ]
    return pd.DataFrame(cells, columns=columns)


def _span(row: Row) -> float:
    """Distance between both ends; one that is not valid counts as no change."""
    low, high = (end if isfinite(end) else 0.0 for end in (row.at_low, row.at_high))
    return abs(high - low)


def _drawn(bars: Mapping[str, pd.DataFrame], measures: Mapping[str, Mapping[str, str]]) -> Table:
    rows = []
    for name, table in bars.items():
        label, unit = measures[name]["label"], difference_unit(measures[name]["unit"])
        for bar in table.to_dict("records"):
            ends = [words.change_said(bar[side], bar[f"{side}_half"]) for side in ("low", "high")]
            rows.append([f"{label} ({unit}): {bar['name']}", bar["low_at"], ends[0], bar["high_at"], ends[1]])
    heads = ["Measure and estimate", "Low end", "Difference there", "High end", "Difference there "]
    return Table("Differences from the scenario as it is (95 % interval)", heads, rows)


def _every(found: Sequence[Ranked], left: Sequence[Row], measures: Mapping[str, Mapping[str, str]]) -> Table:
    """A row for each estimate, in the order in which they matter; those that could not be varied at the end."""
    rows = []
    for each in found:
        row = each.most
        matters = f"{row.importance_pct:.1f} %" if isfinite(row.importance_pct) else "–"
        what = measures[row.measure]["label"]
        ends = f"{row.low} – {row.high}" + (f" ({row.range})" if row.range else "")
        matters += "" if each.is_clear else " ?"
        rows.append([str(each.rank), row.name, row.path, row.grounds or "none", row.base, ends, what, matters])
    rows += [["–", row.name, row.path, row.grounds or "none", row.base, "–", row.remark, "–"] for row in left]
    heads = [
        "Rank",
        "Estimate",
        "In the scenario",
        "Grounds",
        "Now",
        "Range",
        "Moves most, or why not varied",
        "Matters",
    ]
    caption = (
        "Matters: the distance between both ends, in percent of the measure's value now; with a question mark where "
        "chance could explain it"
    )
    return Table(caption, heads, rows)


def _facts(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What identifies the study, as term and value."""
    yield "Scenario", written_in(facts["scenario"]["name"], facts["scenario"]["file"])
    yield "Estimates", str(facts["only"])
    yield "Seed", str(facts["seed"])
    yield "Replications", count_word(int(facts["replications"]), "replication") + " of the base and of each change"
    yield "Results written", str(facts["created"])
    yield from made_with(facts["versions"], facts["model_hash"])
