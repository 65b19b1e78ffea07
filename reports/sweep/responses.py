"""What each axis does, measure by measure."""

from collections.abc import Iterator, Sequence

import pandas as pd

from reports.effects import phrase
from reports.figures.response import MOST_LINES, Lines, response_curve, with_points
from reports.study import Measure
from reports.sweep.amounts import rough
from reports.sweep.cells import NOTHING, cells, head
from reports.sweep.effects import Effect, settings, slices_said
from reports.sweep.gallery import Gallery, Panel
from reports.sweep.kept import targets_of
from reports.sweep.levels import by_level, by_slice
from reports.sweep.space import Axis, Space
from reports.tables import Table
from reports.words import count_word, listing, sentence

MOST_OPEN = 2
"""Axes whose figures are seen at once."""
MOST_POINTS = 1500
"""Points drawn behind the means of slices."""
SAME = "All points met the same people, so that a difference can be clear although intervals overlap."
BETWEEN = {False: "from end to end", True: "between its values"}
ONCE = "One replication of each point: there are no intervals."


def galleries(space: Space, found: Sequence[Effect]) -> list[Gallery]:
    """One for each axis that can be told about, the one that moves most first."""
    order = list(dict.fromkeys(each.axis for each in found))
    made = [(axis, [each for each in found if each.axis == axis]) for axis in order]
    return [_gallery(space, axis, own, place) for place, (axis, own) in enumerate(made)]


def _gallery(space: Space, axis: Axis, found: Sequence[Effect], place: int) -> Gallery:
    crossed = bool(found[0].over)
    other = _other(space, axis) if crossed else None
    panels = list(_panels(space, axis, other, [each.measure for each in found]))
    return Gallery(
        f"axis-{place}", f"What “{axis.name}” does", _sentence(space, found), _note(space, axis, other, found[0].over),
        panels, _table(space, axis, [each.measure for each in found]), folded=place >= MOST_OPEN,
    )  # fmt: skip


def _other(space: Space, axis: Axis) -> Axis | None:
    """The other axis of two, when each of its values can have a line of its own."""
    others = [each for each in space.varied if each != axis]
    fits = len(others) == 1 and len(others[0].levels) <= MOST_LINES and settings(space, axis) == len(others[0].levels)
    return others[0] if fits else None


def _panels(space: Space, axis: Axis, other: Axis | None, measures: Sequence[Measure]) -> Iterator[Panel]:
    goals = {target.measure.name: target.value for target in targets_of(space)}
    for measure in measures:
        table, lines = _along(space, axis, other, measure.name)
        fig = response_curve(table, axis.title, measure.unit, lines, goals.get(measure.name), axis.log)
        if fig is not None and "from" in table and not axis.in_words:
            fig = with_points(fig, *_points(space, axis, measure))
        if fig is not None:
            yield Panel(measure.label, fig)


def _along(space: Space, axis: Axis, other: Axis | None, measure: str) -> tuple[pd.DataFrame, Lines | None]:
    if other is not None:
        table = by_level(space, measure, [axis, other]).rename(columns={axis.name: "at", other.name: "line"})
        return table, Lines(other.name, {value: other.said(value) for value in other.levels})
    table = by_level(space, measure, [axis]).rename(columns={axis.name: "at"})
    return (table, None) if len(table) > 1 else (by_slice(space, measure, axis), None)


def _points(space: Space, axis: Axis, measure: Measure) -> tuple[pd.DataFrame, list[str]]:
    table = space.estimates(measure.name).head(MOST_POINTS)
    said = zip(table.index, cells(table), strict=True)
    texts = [f"{space.place(int(point))}: {text} {measure.unit}".strip() for point, text in said]
    return table.rename(columns={axis.name: "at"})[["at", "mean"]], texts


def _sentence(space: Space, found: Sequence[Effect]) -> str:
    clear, axis = [each for each in found if each.is_clear], found[0].axis
    if not clear:
        why = "" if space.replications > 1 else " One replication cannot tell more."
        return f"No measure differs {BETWEEN[axis.in_words]} by more than chance could.{why}"
    first = clear[0]
    ends = [f"{rough(first.measure, end.mean)} at {end.said}" for end in (first.first, first.last)]
    differ = "differs" if len(clear) == 1 else "differ"
    said = f"{count_word(len(clear), 'measure')} of {len(space.measures)} {differ} {BETWEEN[axis.in_words]}"
    return sentence(f"{said} by more than chance could. Most moved: {phrase(first.measure)}, {listing(ends)}")


def _note(space: Space, axis: Axis, other: Axis | None, over: int) -> str:
    if not over:
        return (
            "Large markers: mean over the points in a slice of the axis, with its 95 % interval over those points. "
            "Pale: each point."
        )
    rest = [each.name for each in space.varied if each != axis]
    if other is not None:
        how = f"A line for each value of “{other.name}”. Whiskers"
    elif over > 1:
        how = f"Means over {over} settings of {listing([f'“{name}”' for name in rest])}. Band or whiskers"
    else:
        how = "All else stays as it is. Band or whiskers" if rest else "Band or whiskers"
    spread = f"{how}: 95 % intervals over {space.replications} replications. {SAME}" if space.replications > 1 else ONCE
    goal = " Dotted: the target." if targets_of(space) else ""
    return spread + goal


def _table(space: Space, axis: Axis, measures: Sequence[Measure]) -> Table:
    """A row for each measure, a column for each value or slice."""
    said: dict[str, dict[str, str]] = {}
    for measure in measures:
        table = by_level(space, measure.name, [axis])
        if len(table) > 1:
            names = [axis.said(value) for value in table[axis.name]]
        else:
            table = by_slice(space, measure.name, axis)
            names = slices_said(table, axis)
        said[head(measure)] = dict(zip(names, cells(table), strict=True))
    values = list(dict.fromkeys(name for row in said.values() for name in row))
    rows = [[name, *(row.get(value, NOTHING) for value in values)] for name, row in said.items()]
    heads = ["Measure", *(f"{axis.name} {value}" for value in values)]
    return Table(f"Means along “{axis.name}” (95 % interval)", heads, rows)
