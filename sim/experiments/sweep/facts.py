"""sweep.json: all that identifies a sweep and lets it be repeated. Written through these types and checked by them."""

from typing import Any, Final, Literal

from pydantic import Field

from sim.experiments.entry import Entry
from sim.experiments.manifest import MeasureEntry

FILE_NAME = "sweep.json"
FORMAT: Final = 1
"""Changes when an older program could misread a folder."""


class AxisEntry(Entry):
    """What was varied. Values are those that the points have, numbers in `unit`, or words."""

    name: str
    paths: list[str]
    unit: Literal["", "h"]
    kind: Literal["number", "word"]
    values: list[float | str]
    """Those the axis has; none for a range and for an axis of a list."""
    low: float | None = None
    high: float | None = None
    scale: Literal["linear", "log"] = "linear"
    levels: dict[str, Any]
    """What each named level changes."""


class DesignEntry(Entry):
    """Which points of the space were taken."""

    kind: str
    sizes: dict[str, int]
    table: str
    seed: int


class BaseEntry(Entry):
    """The scenario that is varied, with what `set` changes, the whole of it."""

    id: str
    name: str
    file: str
    seed: int
    """Of the luck that all points meet."""
    resolved: dict[str, Any]


class TargetEntry(Entry):
    """What the mean of a measure should reach, or stay below."""

    measure: str
    at_least: bool
    value: float


class SweepFacts(Entry):
    """The whole of sweep.json. `complete` is set last, when every table is on the disk."""

    format: Literal[1] = FORMAT
    kind: Literal["sweep"] = "sweep"
    name: str
    question: str
    file: str
    text: str
    """Of the sweep file."""
    base: BaseEntry
    axes: list[AxisEntry]
    design: DesignEntry
    only_if: list[str]
    targets: list[TargetEntry] = Field(default_factory=list)
    replications: int
    points: int
    left_out: int
    failed: int = 0
    """Points of which at least one replication did not finish; failures.csv says why."""
    measures: list[MeasureEntry]
    created: str
    versions: dict[str, str]
    model_hash: str
    command: list[str]
    files: dict[str, str] = Field(default_factory=dict)
    """Name of each table's file to the SHA-256 of its bytes."""
    complete: bool = False
