"""The pathway as it is laid out: nothing lies on anything else, and arrows go from box to box."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from reports.describe.drawing import drawing
from reports.describe.paper import Flow
from reports.describe.shapes import MOST_LINES, Box, Drawing
from sim.cli.describe_paper import paper
from sim.describe.document import describe
from sim.scenario import load_scenario
from tests.cli.program import PLAIN
from tests.describe.everything import everything

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parents[2]
LONG = "Unterstützungsbedürftigkeitsbescheinigung 🙂 <b>" * 5
WAYS = (
    "afterwards=null",
    "transition=null tasks.discharge_planning=null",
    "demand.screening=null tasks.screening=null",
)


def flow_of(*changes: str) -> Flow:
    items = paper(describe(everything(*changes)), "")
    return next(part for item in items.sections["2 Logic"] for part in item.parts if isinstance(part, Flow))


def apart(one: Box, other: Box) -> bool:
    return one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y


def ends(drawn: Drawing) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """First and last point of each arrow."""
    found = []
    for line in drawn.lines:
        steps = re.findall(r"([MHV])([-\d.]+)(?: ([-\d.]+))?", line.path)
        x, y = float(steps[0][1]), float(steps[0][2])
        first = x, y
        for kind, to, _ in steps[1:]:
            x, y = (float(to), y) if kind == "H" else (x, float(to))
        found.append((first, (x, y)))
    return found


def touches(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    return box.x - 0.5 <= x <= box.right + 0.5 and box.y - 0.5 <= y <= box.bottom + 0.5


@pytest.mark.parametrize("changes", ["", *WAYS])
def test_boxes_are_apart_and_inside(changes: str) -> None:
    drawn = drawing(flow_of(*changes.split()))
    boxes = drawn.boxes.values()
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert all(box.x >= 0 and box.right <= drawn.width and box.bottom <= drawn.height for box in boxes)


@pytest.mark.parametrize("changes", ["", *WAYS])
def test_each_arrow_goes_from_its_box_to_its_box(changes: str) -> None:
    flow = flow_of(*changes.split())
    drawn = drawing(flow)
    boxes = drawn.boxes
    assert set(boxes) == {node.name for node in flow.nodes}
    for arrow, (first, last) in zip(flow.arrows, ends(drawn), strict=True):
        assert touches(boxes[arrow.start], first), arrow
        assert touches(boxes[arrow.end], last), arrow


def test_long_labels_are_cut_and_told_in_full() -> None:
    flow = flow_of(f"transition.destinations.house.label={LONG}")
    box = next(box for box in drawing(flow).boxes.values() if box.label == LONG)
    assert len(box.lines) == MOST_LINES
    assert box.lines[-1].endswith("…")
    assert any(LONG in on for _, on in flow.in_words)


def test_the_smallest_scenario_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "plain.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    shown = paper(describe(load_scenario(path)), "").sections["2 Logic"][0].parts[0]
    assert isinstance(shown, Flow)
    assert {box.label for box in drawing(shown).boxes.values()} == {"all", "Waiting list", "Detox bed", "Discharged"}
