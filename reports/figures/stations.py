"""Where the stations of a flow stand, and the ribbons between them: the way through the unit along the top.

Those who leave it go down: an end stands below all that the next column has, so that no ribbon runs through its label.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

THICKEST_PX = 250
"""Height of the station with the most people."""
LINE_PX, GAP_PX = 15, 9


@dataclass(frozen=True)
class Station:
    """A node of the diagram: its column from the left, and its ends in pixels from the top."""

    column: int
    top_px: float
    bottom_px: float

    @property
    def middle_px(self) -> float:
        return (self.top_px + self.bottom_px) / 2


@dataclass(frozen=True)
class Ribbon:
    """People who go from one station to another: both ends of its upper edge in pixels from the top, and its width."""

    source: str
    target: str
    people: float
    from_px: float
    to_px: float
    width_px: float


def people_at(table: pd.DataFrame) -> dict[str, float]:
    """People who come to each node, or set out from it, whichever are more; in order of first appearance."""
    nodes = dict.fromkeys([*table["source"], *table["target"]])
    came, went = (table.groupby(end)["people"].sum() for end in ("target", "source"))
    return {node: max(came.get(node, 0.0), went.get(node, 0.0)) for node in nodes}


def columns_of(table: pd.DataFrame) -> dict[str, int]:
    """The most steps in which each node can be come to."""
    found = dict.fromkeys([*table["source"], *table["target"]], 0)
    steps = list(zip(table["source"], table["target"], strict=True))
    for _ in found:
        for source, target in steps:
            found[target] = max(found[target], found[source] + 1)
    return found


def without_small(
    table: pd.DataFrame, lost: Collection[str], least: float
) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """`table` with nodes of fewer than `least` people put together, and which they are, the largest of each first.

    Together, under the name of the largest, are nodes of one column that are alike: ends or not, in `lost` or not. One
    by itself stays as it is.
    """
    people, columns, going = people_at(table), columns_of(table), set(table["source"])
    alike: dict[tuple[int, bool, bool], list[str]] = {}
    for node in sorted(people, key=lambda node: -people[node]):
        if people[node] < least:
            alike.setdefault((columns[node], node in going, node in lost), []).append(node)
    together = {nodes[0]: nodes for nodes in alike.values() if len(nodes) > 1}
    names = {node: largest for largest, nodes in together.items() for node in nodes}
    renamed = table.assign(source=table["source"].replace(names), target=table["target"].replace(names))
    return renamed.groupby(["source", "target"], sort=False)["people"].sum().reset_index(), together


def stations(table: pd.DataFrame, lost: Collection[str], lines: Mapping[str, int]) -> dict[str, Station]:
    """Every node in its place; `lines` are those of its label, for which there is room."""
    people, columns = people_at(table), columns_of(table)
    px, last = THICKEST_PX / max(people.values()), max(columns.values())
    farthest = table.assign(column=table["target"].map(columns)).groupby("source")["column"].max()
    passed = {
        # An end passes by the next column, for its label stands before it.
        node: int(farthest.get(node, column + 2)) - column - 1 if column < last else 0
        for node, column in columns.items()
    }
    placed, bottoms = dict[str, Station](), [0.0] * (last + 2)
    for node in sorted(columns, key=lambda node: (-columns[node], passed[node], node in lost, -people[node])):
        column, height = columns[node], max(1.0, people[node] * px)
        room = max(height, lines[node] * LINE_PX)
        top = max(bottoms[column : column + passed[node] + 1])
        placed[node] = Station(column, top + (room - height) / 2, top + (room + height) / 2)
        bottoms[column] = top + room + GAP_PX
    return {node: placed[node] for node in columns}


def ribbons(table: pd.DataFrame, at: Mapping[str, Station]) -> list[Ribbon]:
    """Every step of `table` as wide as its people; those of a station lie in the order of where they lead to."""
    px = THICKEST_PX / max(people_at(table).values())
    steps = {(row["source"], row["target"]): float(row["people"]) for _, row in table.iterrows()}
    begins, ends = _stacked(steps, at, 0, px), _stacked(steps, at, 1, px)
    return [Ribbon(*step, people, begins[step], ends[step], people * px) for step, people in steps.items()]


def _stacked(
    steps: Mapping[tuple[str, str], float], at: Mapping[str, Station], end: int, px: float
) -> dict[tuple[str, str], float]:
    """Top of each ribbon at its source (`end` 0) or its target (1)."""
    free = {node: station.top_px for node, station in at.items()}
    tops = {}
    for step in sorted(steps, key=lambda step: at[step[1 - end]].middle_px):
        tops[step] = free[step[end]]
        free[step[end]] += steps[step] * px
    return tops
