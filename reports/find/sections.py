"""The figures of a search: the front of wish and access, and what good units have in common."""

from collections.abc import Iterator

import pandas as pd

from reports.figures.pareto import pareto_front
from reports.find.comparisons import why_not
from reports.find.lines import lines
from reports.find.view import View, numbers, title
from reports.sections.section import Section
from reports.tables import Table
from reports.words import listing

FRONT_NOTE = (
    "Markers: means of the search's own replications, so that a unit run less often has wider whiskers, its 95 % "
    "intervals. Dotted: the best compromises, of which no other unit looked at is better in both. On the "
    "screen, hold the pointer over a marker to see which unit it is."
)

AGAINST = {
    "misses": ("misses a target", "miss a target"),
    "undecided": ("is not sure to meet every target", "are not sure to meet every target"),
    "meets": ("is not known to be better by what matters", "are not known to be better by what matters"),
}
"""Verdict on a unit that beats the choice in the figure to what speaks against it, of one and of several."""


def sections(view: View) -> list[Section]:
    """Those for which there is something to draw."""
    return [*_front(view), *lines(view)]


def _front(view: View) -> Iterator[Section]:
    facts = view.facts
    wish, access = facts.wish, facts.access
    if wish.name == access.name:
        return
    fig = pareto_front(front_frame(view), [title(wish), title(access)], [wish.unit, access.unit])
    if fig is not None:
        yield Section("front", f"{wish.label} against {access.label}", _front_said(view), FRONT_NOTE, fig, _table(view))


def front_frame(view: View) -> pd.DataFrame:
    """What `pareto_front` draws."""
    names = {"x": view.facts.wish.name, "y": view.facts.access.name}
    columns = {f"{key}{end}": view.ran[f"{name}{end}"] for key, name in names.items() for end in ("", "_low", "_high")}
    marks = {name: view.ran[name] == "yes" for name in ("front", "chosen", "today")}
    return pd.DataFrame({"unit": view.ran["unit"], "meets": view.ran["meets"], **columns, **marks})


def _front_said(view: View) -> str:
    count = int((view.ran["front"] == "yes").sum())
    more = "more" if view.facts.access.better == "higher" else "less"
    on = "one of them" if view.choice["front"] == "yes" else f"not one of them: {_beaten_by(view)}"
    return (
        f"What does {more} of “{view.facts.access.label}” cost? Of {len(view.ran):,} units, {count:,} "
        f"{'is a best compromise' if count == 1 else 'are best compromises'} between the two; the choice is {on}."
    )


def _beaten_by(view: View) -> str:
    """What speaks against the units that are better than the choice in both."""
    wish, access = view.facts.wish, view.facts.access
    costs = view.ran[wish.name] * (-1 if wish.largest else 1)
    ill = view.ran[access.name] * (-1 if access.better == "higher" else 1)
    at = view.ran["chosen"] == "yes"
    cost, its_ill = costs[at].iloc[0], ill[at].iloc[0]
    better = (costs <= cost) & (ill <= its_ill) & ((costs < cost) | (ill < its_ill))
    found = view.ran.loc[better, "meets"].value_counts()
    counts = {verdict: int(found[verdict]) for verdict in AGAINST if verdict in found}
    if sum(counts.values()) == 1:
        return f"another unit is better in both, but {AGAINST[next(iter(counts))][0]}"
    said = [f"{count:,} {AGAINST[verdict][count > 1]}" for verdict, count in counts.items()]
    return f"{sum(counts.values()):,} other units are better in both, but {listing(said)}"


def _table(view: View) -> Table:
    """The best compromises, the choice and the unit as it is."""
    facts = view.facts
    marked = view.ran[(view.ran[["front", "chosen", "today"]] == "yes").any(axis=1)]
    marked = marked.sort_values(facts.wish.name, ascending=not facts.wish.largest, kind="stable")
    rows = []
    for _, row in marked.iterrows():
        found = [
            numbers(*(row[f"{name}{end}"] for end in ("", "_low", "_high")))
            for name in (facts.wish.name, facts.access.name)
        ]
        place = "the choice" if row["chosen"] == "yes" else "best compromise" if row["front"] == "yes" else "today"
        said = [f"{each.value} ({each.bounds})" if each.bounds else each.value for each in found]
        rows.append([row["unit"], *said, place, why_not(view, row)])
    heads = ["Unit", title(facts.wish), title(facts.access), "What it is", "Targets"]
    return Table("The best compromises, the choice and the unit as it is (95 % interval)", heads, rows)
