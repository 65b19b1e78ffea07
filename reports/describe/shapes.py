"""What a drawing is made of: boxes with words in them, and lines with words beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SIDE_PX, PATH_PX, END_PX = 200, 150, 270
"""Widths of the boxes of each column."""
COMING_PX, GOING_PX, ROUND_PX = 120, 160, 140
"""Room for words between the columns, and to the right of the last one."""
LEFT, PATH, END = 1, 1 + SIDE_PX + COMING_PX, 1 + SIDE_PX + COMING_PX + PATH_PX + GOING_PX
WIDTH_PX = END + END_PX + ROUND_PX
LINE_PX, GAP_PX, STEP_PX = 16, 14, 40
"""Height of a line of text, room between rows, and between the stages of the path."""
LETTER_PX = 7.3
MOST_LINES = 3
BACK_PX = 12
"""How far beside the way there the way back is drawn."""


@dataclass(frozen=True)
class Box:
    """A rectangle with its lines of text."""

    x: float
    y: float
    width: float
    height: float
    lines: Sequence[str]
    label: str
    """In full."""
    lane: str

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    @property
    def baselines(self) -> list[tuple[float, str]]:
        """Height of each line of text, and the line."""
        first = self.middle - LINE_PX * (len(self.lines) - 1) / 2 + 4.5
        return [(first + LINE_PX * number, line) for number, line in enumerate(self.lines)]


@dataclass(frozen=True)
class Line:
    """An arrow as an SVG path, and its words with where they stand."""

    path: str
    words: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Drawing:
    """Everything in its place, in pixels."""

    height: float
    boxes: Mapping[str, Box]
    """By the name of the node."""
    lines: Sequence[Line]
    width: float = WIDTH_PX
