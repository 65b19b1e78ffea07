"""Two axes at once: a map of each measure, with the border of the targets where there are any."""

from collections.abc import Iterator, Sequence

import pandas as pd

from reports.effects import phrase
from reports.figures.contour import contour_map
from reports.study import Measure
from reports.sweep.amounts import rough
from reports.sweep.cells import NOTHING, cells, head
from reports.sweep.effects import Effect
from reports.sweep.ends import lowest_and_highest
from reports.sweep.gallery import Gallery, Panel
from reports.sweep.kept import kept_said, least_margin, targets_of, verdicts
from reports.sweep.levels import by_level
from reports.sweep.space import Axis, Space
from reports.tables import Table
from reports.words import listing, sentence

MARKED = (
    "●: keeps every target for sure, with its whole 95 % interval. ◆: does by its means, but not for sure. ◇: does not "
    "by its means, but is not ruled out. ✕: not kept."
)
BEST_END = {"lower": "pale is better", "higher": "dark is better"}


def gallery(space: Space, found: Sequence[Effect]) -> Gallery | None:
    """Of the two axes that move most; None where the points do not lie on a grid of two axes."""
    strongest = list(dict.fromkeys(each.axis for each in found))
    rest = [axis for axis in space.varied if axis not in strongest]
    pair = sorted([*strongest, *rest][:2], key=space.axes.index)
    measures = list(dict.fromkeys(each.measure for each in found))
    if len(pair) < 2 or not measures or not _is_grid(space, pair, measures[0]):
        return None
    across, down = sorted(pair, key=lambda axis: (axis.in_words, -len(axis.levels)))
    panels = list(_panels(space, across, down, measures))
    return Gallery(
        "map", f"“{across.name}” and “{down.name}” together", _sentence(space, measures[0]),
        _note(space, (across, down)), panels, _table(space, (across, down), measures),
    )  # fmt: skip


def _is_grid(space: Space, pair: Sequence[Axis], measure: Measure) -> bool:
    """Whether there are points enough off the two lines of one at a time."""
    cells = len(by_level(space, measure.name, pair))
    return cells > sum(len(axis.levels) for axis in pair) - 1


def _panels(space: Space, across: Axis, down: Axis, measures: Sequence[Measure]) -> Iterator[Panel]:
    judged = _judged(space, across, down)
    for measure in measures:
        table = by_level(space, measure.name, [across, down])
        if judged is not None:
            table = table.merge(judged, on=[across.name, down.name], how="left")
        fig = contour_map(
            table.rename(columns={across.name: "x", down.name: "y"}),
            [across.title, down.title],
            measure.unit,
            (across.log, down.log),
        )
        if fig is not None:
            yield Panel(_titled(measure), fig)


def _judged(space: Space, across: Axis, down: Axis) -> pd.DataFrame | None:
    """What each cell does for the targets; None without targets, or when a cell is a mean over several points."""
    targets, names = targets_of(space), [across.name, down.name]
    if not targets or space.points.duplicated(names).any():
        return None
    return space.points[names].assign(verdict=verdicts(space, targets), margin=least_margin(space, targets))


def _sentence(space: Space, measure: Measure) -> str:
    ends = []
    for word, point in zip(("lowest", "highest"), lowest_and_highest(space.estimates(measure.name)), strict=True):
        ends.append(f"{word} at {space.place(point)} ({rough(measure, space.estimate(measure.name, point)[0])})")
    said = f"{phrase(measure)} is {listing(ends)}"
    targets = targets_of(space)
    if targets:
        kept = kept_said(space, targets)
        said += f". {kept[:1].upper()}{kept[1:]}: {listing([target.said for target in targets])}"
    return sentence(said)


def _titled(measure: Measure) -> str:
    """With the end of the scale that is good."""
    return f"{measure.label}: {BEST_END[measure.better]}" if measure.better else measure.label


def _note(space: Space, pair: Sequence[Axis]) -> str:
    rest = [f"“{axis.name}”" for axis in space.varied if axis not in pair]
    over = f" Means over {listing(rest)}." if rest else ""
    smooth = not any(axis.in_words or len(axis.levels) < 3 for axis in pair)
    between = " Marks are points that were run; between them the colour is interpolated." if smooth else ""
    border = f" Inside the dashed line the means keep every target. {MARKED}" if targets_of(space) and smooth else ""
    marks = f" {MARKED}" if targets_of(space) and not smooth else ""
    what = " Intervals are in the table, and on the screen under the pointer." if space.replications > 1 else ""
    return f"The darker, the more.{between}{over}{border}{marks}{what}"


def _table(space: Space, pair: Sequence[Axis], measures: Sequence[Measure]) -> Table:
    names = [axis.name for axis in pair]
    tables = {measure.name: by_level(space, measure.name, pair) for measure in measures}
    said = {
        name: dict(zip(zip(*(table[axis] for axis in names), strict=True), cells(table), strict=True))
        for name, table in tables.items()
    }
    keys = list(dict.fromkeys(key for column in said.values() for key in column))
    rows = [
        [
            ", ".join(f"{axis.name} {axis.said(value)}" for axis, value in zip(pair, key, strict=True)),
            *(said[measure.name].get(key, NOTHING) for measure in measures),
        ]
        for key in keys
    ]
    return Table("Means at each combination (95 % interval)", ["Point", *map(head, measures)], rows)
