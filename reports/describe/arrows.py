"""How arrows run between the boxes of the pathway, and where their words stand."""

from collections.abc import Mapping

from reports.describe.paper import Arrow
from reports.describe.shapes import BACK_PX, COMING_PX, GAP_PX, Box, Line


def line(arrow: Arrow, boxes: Mapping[str, Box]) -> Line:
    """From the edge of one box to the edge of another, as the lanes of both ask for."""
    start, end = boxes[arrow.start], boxes[arrow.end]
    match start.lane, end.lane:
        case "path", "path":
            return _down(start, end, arrow.words)
        case "after", "after":
            return _down(start, end, arrow.words)
        case "end", "end":
            return _round(start, end, arrow.words)
        case "after", _:
            return _again(start, end, arrow.words)
        case "end", _:
            y = start.middle + BACK_PX
            return Line(f"M{start.x:g} {y:g}H{end.right:g}", arrow.words, end.right + 10, y + 14, "start")
        case "entry", _:
            return Line(_level(start.right, end.x, start.middle), arrow.words, *_over(start.right, start.middle))
        case _:
            return Line(_level(start.right, end.x, end.middle), arrow.words, *_over(start.right, end.middle))


def _level(x: float, to_x: float, y: float) -> str:
    return f"M{x:g} {y:g}H{to_x:g}"


def _over(x: float, y: float) -> tuple[float, float, str]:
    return x + 10, y - 5, "start"


def _down(start: Box, end: Box, words: str) -> Line:
    middle = (start.bottom + end.y) / 2
    return Line(f"M{start.centre:g} {start.bottom:g}V{end.y:g}", words, start.centre + 8, middle + 4, "start")


def _round(start: Box, end: Box, words: str) -> Line:
    """Along the right side, farther out the farther away the other box is."""
    out = start.right + 6 + 10 * abs(end.y - start.y) / (start.height + GAP_PX)
    y, to_y = (start.middle + 6, end.middle - 6) if end.y > start.y else (start.middle - 6, end.middle + 6)
    path = f"M{start.right:g} {y:g}H{out:g}V{to_y:g}H{end.right:g}"
    return Line(path, words, out + 6, (y + to_y) / 2 + 4, "start")


def _again(start: Box, end: Box, words: str) -> Line:
    """Up between the columns, to the row below all that comes to that stage."""
    between, y = start.right + COMING_PX - 20, end.bottom - start.height / 2
    path = f"M{start.right:g} {start.middle:g}H{between:g}V{y:g}H{end.x:g}"
    return Line(path, words, start.right + 8, start.middle + 15, "start")
