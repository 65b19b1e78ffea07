"""Points to choose from: what one measure costs of another, and what the good points have in common."""

from collections.abc import Sequence

import pandas as pd

from reports.effects import phrase
from reports.figures.parallel import parallel_axes
from reports.figures.trade_off import MOST_WHISKERS, front_of, trade_off_front
from reports.study import Measure
from reports.sweep.cells import cell, head
from reports.sweep.gallery import Gallery, Panel
from reports.sweep.kept import LIKELY, YES, targets_of, verdicts
from reports.sweep.space import COST, LEARNING, MOST_AXES_SAID, ONE_AT_A_TIME, Space
from reports.tables import Table
from reports.words import count_word, sentence

FEWEST = 4
MOST_DRAWN = 2000
MOST_ROWS = 60
MOST_SCALES = 10
FRONT = "front"
PAID = "What is gained for what is paid"


def galleries(space: Space) -> list[Gallery]:
    """The trade-off and the lines from scale to scale, for designs whose points can be chosen from."""
    if space.facts.design.kind in (*LEARNING, ONE_AT_A_TIME) or len(space.points) < FEWEST:
        return []
    pair = _pair(space)
    front = _front(space, pair) if pair else space.points.index[:0].tolist()
    made = [_trade_off(space, pair, front) if pair else None, _parallel(space, front)]
    return [each for each in made if each is not None]


def _pair(space: Space) -> tuple[Measure, Measure] | None:
    """What is paid, and the first measure of access of which more or less is better; both differ between points."""
    moved = [each for each in space.measures if each.better and space.estimates(each.name)["mean"].nunique() > 1]
    paid = [each for each in moved if each.name == COST]
    gained = [each for each in moved if each not in paid]
    gained = [each for each in gained if each.group == "access"] or gained
    if paid and gained:
        return paid[0], gained[0]
    others = [each for each in moved if gained and each.group != gained[0].group]
    return (others[0], gained[0]) if others else None


def _both(space: Space, pair: Sequence[Measure]) -> pd.DataFrame:
    """Points where both were seen: x, y, and both ends of each."""
    parts = [
        space.estimates(measure.name)[["mean", "low", "high"]].set_axis([key, f"{key}_low", f"{key}_high"], axis=1)
        for key, measure in zip("xy", pair, strict=True)
    ]
    return parts[0].join(parts[1], how="inner")


def _front(space: Space, pair: Sequence[Measure]) -> list[int]:
    both = _both(space, pair)
    on_front = front_of(both["x"], both["y"], [measure.better for measure in pair])
    return [int(point) for point, on in zip(both.index, on_front, strict=True) if on]


def _trade_off(space: Space, pair: Sequence[Measure], front: Sequence[int]) -> Gallery | None:
    table = _both(space, pair)
    table = table.assign(front=table.index.isin(front)).sort_values("front", ascending=False, kind="stable")
    drawn = table.head(MOST_DRAWN)
    fig = trade_off_front(
        drawn, [head(measure) for measure in pair], [space.place(int(point)) for point in drawn.index]
    )
    if fig is None:
        return None
    left = f" {len(table) - MOST_DRAWN:,} other points are not drawn." if len(table) > MOST_DRAWN else ""
    whose = " of the front; those of the others are in the table of every point" if len(drawn) > MOST_WHISKERS else ""
    how = f"Whiskers: 95 % intervals{whose}." if space.replications > 1 else "There are no intervals."
    return Gallery(
        "trade-off", PAID if pair[0].name == COST else "Two measures against each other", _said(space, pair, front),
        f"Markers: means. {how} Chance has a part in who is on the front.{left}", [Panel(pair[1].label, fig)],
        _front_table(space, pair, front), wide=True,
    )  # fmt: skip


def _said(space: Space, pair: Sequence[Measure], front: Sequence[int]) -> str:
    many = count_word(len(front), "point")
    are = "is" if len(front) == 1 else "are"
    return sentence(
        f"{many} of {len(space.points):,} {are} on the front: no other has a better mean both of {phrase(pair[0])} and "
        f"of {phrase(pair[1])}"
    )


def _front_table(space: Space, pair: Sequence[Measure], front: Sequence[int]) -> Table:
    order = sorted(front, key=lambda point: space.estimate(pair[0].name, point)[0])[:MOST_ROWS]
    rows = [_row(space, point, pair) for point in order]
    more = "; the first of them, points.csv has all" if len(front) > MOST_ROWS else ""
    return Table(f"The front: mean (95 % interval){more}", ["Point", *map(head, pair)], rows)


def _named(space: Space, point: int) -> str:
    """Where a name is its number alone, the table has room for all of it."""
    if len(space.axes) <= MOST_AXES_SAID:
        return space.place(point)
    said = (f"{axis.name} {value}" for axis, value in zip(space.axes, space.values(point), strict=True))
    return f"{point}: {', '.join(said)}"


def _row(space: Space, point: int, measures: Sequence[Measure]) -> list[str]:
    return [_named(space, point), *(cell(*space.estimate(measure.name, point)) for measure in measures)]


def _parallel(space: Space, front: Sequence[int]) -> Gallery | None:
    """Over axes, and measures of which one way is better; points that keep the targets, or the front, stand out."""
    measures = [each for each in space.measures if each.better and space.estimates(each.name)["mean"].nunique() > 1]
    measures = measures[: max(MOST_SCALES - len(space.varied), 2)]
    table = space.points[[axis.name for axis in space.varied]].copy()
    table.columns = pd.Index([f"axis {place}" for place in range(len(space.varied))])
    titles = {f"axis {place}": axis.title for place, axis in enumerate(space.varied)}
    for measure in measures:
        table[measure.name] = space.estimates(measure.name)["mean"].reindex(table.index)
        titles[measure.name] = head(measure)
    groups, table["group"] = _groups(space, front)
    fig = parallel_axes(table.dropna(), titles, groups)
    if fig is None or len(space.varied) + len(measures) < 3:
        return None
    picked = [int(point) for point in table.index[table["group"].isin(list(groups))]]
    return Gallery(
        "scales", "What the good points have in common", _common(space, picked, targets=bool(targets_of(space))),
        "A line for each point, from scale to scale; each scale goes from its smallest value at the bottom to its "
        "largest. Means, without their intervals, which are in the table.",
        [Panel("Scales", fig)], _picked_table(space, picked, measures), folded=True, wide=True,
    )  # fmt: skip


def _groups(space: Space, front: Sequence[int]) -> tuple[dict[str, str], "pd.Series[str]"]:
    targets = targets_of(space)
    if targets:
        return {YES: "Keeps every target for sure", LIKELY: "Does by its means"}, verdicts(space, targets)
    on_front = pd.Series("", index=space.points.index)
    on_front[list(front)] = FRONT
    return {FRONT: "On the front"}, on_front


def _common(space: Space, picked: Sequence[int], targets: bool) -> str:
    one = len(picked) == 1
    are, keep, its = ("is", "keeps", "its") if one else ("are", "keep", "their")
    what = f"{keep} every target, for sure or by {its} means" if targets else f"{are} on the front"
    if not picked:
        return "No point keeps every target, not even by its means."
    parts = []
    for axis in space.varied:
        values = set(space.points.loc[list(picked), axis.name])
        kept = [axis.in_text(value) for value in axis.levels if value in values]
        if len(kept) < len(axis.levels):
            several = f"{kept[0]} to {kept[-1]}" if len(kept) > 1 and not axis.in_words else " or ".join(kept)
            parts.append(f"“{axis.name}” is {several}")
    common = f": {', '.join(parts)}" if parts else ", and every value of every axis is among them"
    return sentence(f"{count_word(len(picked), 'point')} of {len(space.points):,} {what}{common}")


def _picked_table(space: Space, picked: Sequence[int], measures: Sequence[Measure]) -> Table:
    rows = [_row(space, point, measures) for point in picked[:MOST_ROWS]]
    more = f"; the first {MOST_ROWS}, summary.csv has all" if len(picked) > MOST_ROWS else ""
    return Table(f"The points that stand out: mean (95 % interval){more}", ["Point", *map(head, measures)], rows)
