"""For researchers: every measure, every parameter with its origin, and how to repeat the study."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reports import certainty, origins
from reports.headline import Cell, difference, mean
from reports.identity import made_with
from reports.study import Measure, Study
from reports.words import count_word

SETTINGS = ("run", "schema_version")
"""Sections of a scenario that are chosen, not measured."""
WORDS = ("name", "label", "question", "rationale")


@dataclass(frozen=True)
class Group:
    """Measures that belong together, with a cell for each scenario."""

    title: str
    rows: list[tuple[Measure, list[Cell]]]


@dataclass(frozen=True)
class Parameter:
    """One number or choice of the base scenario and where it comes from."""

    path: str
    value: str
    origin: str
    text: str


def groups(study: Study) -> list[Group]:
    """All measures in the order of the registry."""
    titles = dict.fromkeys(measure.group for measure in study.measures)
    return [
        Group(
            title[:1].upper() + title[1:],
            [
                (measure, [mean(study.value(scenario, measure.name), measure) for scenario in study.names])
                for measure in study.measures
                if measure.group == title
            ],
        )
        for title in titles
    ]


def pairs(study: Study) -> list[tuple[str, list[tuple[Measure, Cell]]]]:
    """For each pair of alternatives that was compared, its title and the differences of the headline measures."""
    if "pairs" not in study.saved.frames:
        return []
    return [
        (
            f"{study.names[str(scenario)]}, compared with {study.names[str(base)]}",
            [
                (
                    measure,
                    difference(
                        next((row for _, row in rows[rows["measure"] == measure.name].iterrows()), None), measure
                    ),
                )
                for measure in study.headline
            ],
        )
        for (base, scenario), rows in study.frame("pairs").groupby(["base", "scenario"], sort=False)
    ]


def parameters(study: Study) -> list[Parameter]:
    """The resolved base scenario leaf by leaf, without its words; an origin of a whole branch holds for its leaves."""
    provenance = study.base["provenance"]
    rows = []
    unit = {key: branch for key, branch in study.base["resolved"].items() if key not in WORDS}
    for path, leaf in leaves(unit):
        entry = _nearest(path, provenance)
        rows.append(
            Parameter(path, leaf, _origin(study, path, leaf, entry), origins.in_words(study, entry) if entry else "")
        )
    return rows


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Dotted path and shown value of each leaf; a list of plain values is one leaf."""
    if isinstance(tree, Mapping) and tree:
        for key, branch in tree.items():
            yield from leaves(branch, f"{path}.{key}" if path else str(key))
    elif isinstance(tree, list) and any(isinstance(item, dict | list) for item in tree):
        for place, item in enumerate(tree):
            yield from leaves(item, f"{path}[{place}]")
    else:
        yield path, shown(tree)


def shown(leaf: Any) -> str:
    """A value as its author would write it."""
    if isinstance(leaf, str):
        return leaf
    if isinstance(leaf, list):
        return ", ".join(shown(item) for item in leaf)
    if leaf is None:
        return "not set"
    return json.dumps(leaf, ensure_ascii=False)


def _origin(study: Study, path: str, leaf: str, entry: Mapping[str, str]) -> str:
    """A number should say where it comes from; names, settings and structure are chosen."""
    if entry:
        return origins.kind(study, entry)
    first, last = path.partition(".")[0], path.rpartition(".")[2]
    return "not stated" if leaf[:1].isdigit() and first not in SETTINGS and last not in WORDS else "chosen"


def _nearest(path: str, provenance: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    around = [stem for stem in provenance if path == stem or path.startswith((f"{stem}.", f"{stem}["))]
    return provenance[max(around, key=len)] if around else {}


def changes(scenario: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Path, value in the base and value here for each resolved difference from the base."""
    return [(row["path"], shown(row["base"]), shown(row["here"])) for row in scenario["differences_from_base"]]


def facts(study: Study) -> list[tuple[str, str]]:
    """What identifies the study, as term and value."""
    manifest = study.manifest
    return [
        ("Results written", str(manifest["created"])),
        ("Seed", str(manifest["seed"])),
        ("Replications", str(study.replications)),
        *certainty.facts(manifest),
        *made_with(manifest["versions"], manifest["model_hash"]),
        ("Time taken", f"{manifest['wall_s']:,.0f} s on {count_word(manifest['cores'], 'core')}"),
        ("Scenario files", ", ".join(str(scenario["file"]) for scenario in study.scenarios)),
    ]


def command(study: Study) -> str:
    """The command line that repeats the study."""
    return shlex.join(study.manifest["command"])
