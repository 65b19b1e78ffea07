"""Where the boxes of the pathway stand: sources left, the path in the middle, every end to its right."""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from reports.describe.arrows import line
from reports.describe.paper import Flow, Node
from reports.describe.shapes import (
    END,
    END_PX,
    GAP_PX,
    LEFT,
    LETTER_PX,
    LINE_PX,
    MOST_LINES,
    PATH,
    PATH_PX,
    SIDE_PX,
    STEP_PX,
    Box,
    Drawing,
)  # fmt: skip


def drawing(flow: Flow) -> Drawing:
    """Lay the pathway out, stage by stage from top to bottom."""
    boxes = dict(_boxes(flow))
    lines = [line(arrow, boxes) for arrow in flow.arrows]
    return Drawing(max(box.bottom for box in boxes.values()) + GAP_PX, boxes, lines)


def _boxes(flow: Flow) -> Iterator[tuple[str, Box]]:
    """Each stage of the path is as high as all that comes to it and all that goes from it."""
    height = LINE_PX * max(len(_wrapped(node)) for node in flow.nodes) + 12
    pitch, top = height + GAP_PX, 1.0
    path = [node for node in flow.nodes if node.lane == "path"]
    afterwards = [node for node in flow.nodes if node.lane == "after"]
    for stage in path:
        left = _with_lane(flow, "entry", {arrow.start for arrow in flow.arrows if arrow.end == stage.name})
        right = _with_lane(flow, "end", {arrow.end for arrow in flow.arrows if arrow.start == stage.name})
        back = any(arrow.end == stage.name for arrow in flow.arrows if _lane(flow, arrow.start) == "after")
        rows = max(1, len(right), len(left) + back, 2 * len(afterwards) - 1 if stage is path[-1] else 0)
        yield stage.name, _box(stage, PATH, top, PATH_PX, rows * pitch - GAP_PX)
        yield from _stack(left, LEFT, top, SIDE_PX, height, pitch)
        yield from _stack(right, END, top, END_PX, height, pitch)
        top += rows * pitch - GAP_PX + STEP_PX
    first = top - STEP_PX - (2 * len(afterwards) - 1) * pitch + GAP_PX
    yield from _stack(afterwards, LEFT, first, SIDE_PX, height, 2 * pitch)


def _lane(flow: Flow, name: str) -> str:
    return next(node.lane for node in flow.nodes if node.name == name)


def _with_lane(flow: Flow, lane: str, names: set[str]) -> list[Node]:
    return [node for node in flow.nodes if node.lane == lane and node.name in names]


def _stack(
    nodes: Sequence[Node], x: float, top: float, width: float, height: float, pitch: float
) -> Iterator[tuple[str, Box]]:
    for number, node in enumerate(nodes):
        yield node.name, _box(node, x, top + number * pitch, width, height)


def _box(node: Node, x: float, y: float, width: float, height: float) -> Box:
    return Box(x, y, width, height, _wrapped(node), node.label, node.lane)


def _wrapped(node: Node) -> list[str]:
    """As many lines of the label as there is room for."""
    room_px = {"end": END_PX, "path": PATH_PX}.get(node.lane, SIDE_PX) - 16
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in node.label) / max(1, len(node.label))
    letters = int(room_px / (LETTER_PX * (1 + wide)))
    return textwrap.wrap(node.label, letters, max_lines=MOST_LINES, placeholder=" …") or [""]
