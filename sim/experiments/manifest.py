"""run.json: all that identifies a study and lets it be repeated. Written through these types and checked by them."""

from typing import Annotated, Any, Final, Literal

from pydantic import Field

from sim.experiments.entry import Entry
from sim.experiments.study_entries import BeforehandEntry, ComparisonEntry, PrecisionEntry, WarmUpEntry

FILE_NAME = "run.json"
FORMAT: Final = 1
"""Changes when an older program could misread a folder."""


class Ground(Entry):
    """Where a number comes from: a row of the evidence table, or an assumption with its reason."""

    kind: Literal["source", "assumed"]
    text: str


class EvidenceEntry(Entry):
    """A published figure that one of the scenarios cites, as the evidence table had it."""

    parameter: str
    value: float
    low: float
    high: float
    unit: str
    population_or_condition: str
    source_title: str
    source_year: str
    source_url_or_doi: str
    strength: str
    note: str


class Labelled(Entry):
    """A source of referrals: its name in tables, and what people call it."""

    id: str
    label: str


class Place(Labelled):
    """A destination after the stay."""

    kind: str


class Change(Entry):
    """A value that differs between the base and this scenario; None where one of them does not have it."""

    path: str
    base: Any
    here: Any


class ScenarioEntry(Entry):
    """One scenario, the whole of it, and what it changes in the base."""

    id: str
    name: str
    question: str
    rationale: str
    file: str
    resolved: dict[str, Any]
    provenance: dict[str, Ground]
    roles: list[str]
    destinations: list[Place]
    sources: list[Labelled]
    differences_from_base: list[Change]


class MeasureEntry(Entry):
    """What a number in `runs` means."""

    name: str
    label: str
    unit: str
    definition: str
    kind: str
    group: str
    better: Literal["higher", "lower", ""]
    headline: bool


class Facts(Entry):
    """What is known when the last replication is done."""

    format: Literal[1] = FORMAT
    kind: Literal["run", "compare"]
    created: str
    versions: dict[str, str]
    model_hash: str
    seed: int
    replications: int
    wall_s: float
    cores: int
    scenarios: Annotated[list[ScenarioEntry], Field(min_length=1)]
    """The base first."""
    measures: list[MeasureEntry]
    evidence: list[EvidenceEntry]
    """Every figure cited by a scenario, once."""
    comparison: ComparisonEntry | None = None
    """None when there is one scenario."""
    precision: PrecisionEntry | None = None
    """None when the number of replications was given."""
    warm_up: list[WarmUpEntry] = Field(default=[])
    """One for each scenario."""
    beforehand: BeforehandEntry | None = None
    more_of: str = ""
    """Folder of the results to which replications were added."""


class Manifest(Facts):
    """The whole of run.json. It is written last, so a folder that has it is complete."""

    command: list[str]
    files: dict[str, str]
    """Name of each table's file to the SHA-256 of its bytes."""
    complete: Literal[True] = True
