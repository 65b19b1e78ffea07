"""find.json: what was asked, answered and done, and all that repeats it. Written through these types and checked by
them.
"""

from typing import Any, Final, Literal

from pydantic import Field

from sim.experiments.entry import Entry

FACTS = "find.json"
FORMAT: Final = 2
"""Changes when an older program could misread a folder."""


class MeasureSaid(Entry):
    """A measure that the question asks about, as its own list has it."""

    name: str
    label: str
    unit: str
    definition: str
    better: Literal["higher", "lower", ""]


class WishSaid(MeasureSaid):
    """The one that should be as small or as large as possible."""

    largest: bool
    worth: float


class TargetSaid(MeasureSaid):
    """One whose mean should reach a value, or stay below it."""

    at_least: bool
    value: float
    tolerance: float


class Estimate(Entry):
    """A mean over `n` replications with its 95 % interval; None where there is nothing to say."""

    mean: float | None
    low: float | None
    high: float | None
    n: int


class Beside(Entry):
    """A measure of the choice over fresh replications, of the scenario as it is, and their paired difference."""

    found: Estimate
    today: Estimate
    change: Estimate


class RivalSaid(Entry):
    """The runner-up over the same fresh replications; `difference` is that of the wish's measure from the choice."""

    number: int
    difference: Estimate
    targets: list[Estimate]


class Still(Entry):
    """Replications that a sure answer still takes; None when nobody would wait for it."""

    likely: int | None
    nearly_always: int | None


class ChoiceSaid(Entry):
    """What is recommended, or what comes nearest."""

    outcome: Literal["chosen", "none meets"]
    number: int
    sure: bool
    """Among the units looked at."""
    settled: bool
    """Whether no other unit promises to be better, too."""
    reached: float
    still: Still
    values: dict[str, str]
    """Choice to what it is."""


class ScenarioSaid(Entry):
    """The scenario that is varied, with what `set` changes, the whole of it."""

    file: str
    name: str
    resolved: dict[str, Any]


class FindFacts(Entry):
    """The whole of find.json. `complete` is set last, when every file is on the disk."""

    format: Literal[2] = FORMAT
    kind: Literal["find"] = "find"
    created: str
    fingerprint: str
    """SHA-256 of all that decides what is found."""
    name: str
    question: str
    file: str
    text: str
    scenario: ScenarioSaid
    seed: int
    chance: float
    wish: WishSaid
    targets: list[TargetSaid]
    access: MeasureSaid
    choices: list[str]
    units: int
    looks: int
    today: int | None
    """Number of the unit that is the scenario as it is."""
    today_values: dict[str, str]
    """Choice to what it is in the scenario as it is; empty where no level says it."""
    fresh_replications: int
    looked_at: int
    spent: int
    most: int
    ended: Literal["sure", "replications spent", "time spent"]
    replication_s: float | None
    error_of_each_bound: float
    skipped_replications: int
    choice: ChoiceSaid
    fresh: list[Beside]
    """Of the wish, then of each target."""
    rival: RivalSaid | None
    turned_over: bool
    """Whether fresh replications prefer the rival."""
    missed: list[int]
    """Places of the targets that the choice misses afresh by the tolerance or more."""
    said: dict[str, list[str]]
    """Kind of sentence to the sentences, as they were shown."""
    versions: dict[str, str]
    model_hash: str
    command: list[str]
    found_scenario: str = ""
    files: dict[str, str] = Field(default_factory=dict)
    """Name of each file to the SHA-256 of its bytes."""
    complete: bool = False
