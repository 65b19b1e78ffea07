"""What the manifest says of each scenario: whole, with its grounds, and what it changes in the base."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sim.experiments.manifest import Change, EvidenceEntry, Ground, Labelled, Place, ScenarioEntry
from sim.scenario.evidence import table
from sim.scenario.reading.load import LoadedScenario

OWN_WORDS = ("name", "question", "rationale")
"""Every scenario has its own; they are no change to the unit."""


def scenario_entries(loaded: Sequence[LoadedScenario], ids: Sequence[str]) -> list[ScenarioEntry]:
    """One entry for each scenario, the base first."""
    return [_entry(each, name, loaded[0]) for each, name in zip(loaded, ids, strict=True)]


def with_replications(entry: ScenarioEntry, replications: int) -> ScenarioEntry:
    """The entry of the same scenario run so many times."""
    run = entry.resolved["run"] | {"replications": replications}
    return entry.model_copy(update={"resolved": entry.resolved | {"run": run}})


def cited_evidence(loaded: Sequence[LoadedScenario]) -> list[EvidenceEntry]:
    """The rows of the evidence table that any of the scenarios cites, in the order of the table."""
    cited = {name for each in loaded for said in each.provenance.values() for name in said.sources}
    return [EvidenceEntry(**vars(row)) for row in table() if row.parameter in cited]


def _entry(loaded: LoadedScenario, name: str, base: LoadedScenario) -> ScenarioEntry:
    scenario = loaded.scenario
    places = scenario.transition.destinations if scenario.transition else {}
    return ScenarioEntry(
        id=name,
        name=scenario.name,
        question=scenario.question,
        rationale=scenario.rationale,
        file=loaded.path.as_posix(),
        resolved=loaded.resolved,
        provenance={path: Ground(kind=said.kind, text=said.text) for path, said in loaded.provenance.items()},
        roles=list(scenario.staff.roles) if scenario.staff else [],
        destinations=[Place(id=key, label=each.label or key, kind=each.kind) for key, each in places.items()],
        sources=[Labelled(id=key, label=each.label or key) for key, each in scenario.demand.sources.items()],
        differences_from_base=list(changes(base.resolved, loaded.resolved)),
    )


def changes(base: Mapping[str, Any], here: Mapping[str, Any], above: str = "") -> Iterator[Change]:
    """Leaf by leaf, in the order of the base and then of what is new; a list is one leaf."""
    for name in dict.fromkeys([*base, *here]):
        path = f"{above}.{name}" if above else name
        before, after = base.get(name), here.get(name)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from changes(before, after, path)
        elif before != after and path not in OWN_WORDS:
            yield Change(path=path, base=before, here=after)
