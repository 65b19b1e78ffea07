"""The folders of a study: what has been run of some scenarios, and in it a folder for each question about them.

Their names are those of the scenarios and of the question, so that the same command finds both again and goes on, and
another question never takes the place of an answer.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import datetime
from pathlib import Path
from typing import Any

from sim.experiments.csv_rows import columns, write_rows
from sim.experiments.digest import sha256_of
from sim.experiments.folder import keep_names
from sim.experiments.program import model_hash, versions
from sim.experiments.sweep.tables import keep, writing_to
from sim.experiments.uncertainty.analysis import Answers
from sim.experiments.uncertainty.rows import TABLES
from sim.experiments.uncertainty.study import Found, Prepared

FILE_NAME = "uncertainty.json"
STORE = "store.sqlite"
FORMAT = 1
RUNS = ("of", "draw", "replication", "measure", "value")
DRAWS = ("draw", "parameter", "position", "value")
FAILURES = ("draw", "of", "replication", "reason")


def store_of(prepared: Prepared, out_dir: Path) -> Path:
    """Where whatever is run of these scenarios is kept, for every question about them."""
    base, *others = prepared.design.sides
    names = (base.id, *(other.loaded.path.stem for other in others))
    return out_dir / f"{'-and-'.join(names)}-uncertainty" / STORE


def folder_of(prepared: Prepared, out_dir: Path) -> Path:
    """Where the answers to this very question go: the same scenarios, draws, replications, measures and model."""
    asked = prepared.asked
    words = f"{asked.draws}-draws-{prepared.replications}-replications{'-published' * asked.published_alone}"
    return store_of(prepared, out_dir).parent / f"{words}-{_digest(prepared)}"


def _digest(prepared: Prepared) -> str:
    """All that decides the answers, in eight hexadecimal digits."""
    asked, sides = prepared.asked, prepared.design.sides
    what = [
        [side.loaded.resolved for side in sides],
        [asked.draws, asked.only, asked.published_alone, [measure.name for measure in prepared.measures]],
        model_hash(),
    ]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:8]


def make(folder: Path) -> None:
    """Make the folder if it is not there. Raises ResultsError."""
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)


def save(found: Found, answers: Answers, folder: Path, command: Sequence[str]) -> None:
    """Write the tables, and last of all what is needed to repeat them. Raises ResultsError."""
    with writing_to(folder):
        (folder / FILE_NAME).unlink(missing_ok=True)
        files = {}
        for name, heads, rows in _tables(found, answers):
            path = folder / f"{name}.csv"
            write_rows(path, heads, rows)
            files[path.name] = sha256_of(path)
        text = json.dumps(_facts(found, command) | {"files": files}, indent=1, ensure_ascii=False)
        part = folder / f".{FILE_NAME}.part"
        part.write_text(text + "\n", encoding="utf-8", newline="\n")
        keep(part)
        part.replace(folder / FILE_NAME)
        keep_names(folder)


def _tables(found: Found, answers: Answers) -> Iterator[tuple[str, Sequence[str], Iterator[tuple[Any, ...]]]]:
    for name, kind in TABLES.items():
        yield name, columns(kind), map(astuple, getattr(answers, name))
    yield "runs", RUNS, _runs(found)
    yield "draws", DRAWS, _draws(found.prepared)
    yield "failures", FAILURES, iter(found.failed)


def _runs(found: Found) -> Iterator[tuple[Any, ...]]:
    measures = [measure.name for measure in found.prepared.measures]
    for side, values in found.values.items():
        for draw in found.prepared.draws:
            if not draw.left_out:
                for replication, row in enumerate(values[draw.number - 1].tolist()):
                    yield from ((side, draw.number, replication, *each) for each in zip(measures, row, strict=True))


def _draws(prepared: Prepared) -> Iterator[tuple[Any, ...]]:
    design = prepared.design
    for column, key in enumerate(design.keys):
        positions = design.positions[:, column]
        values = design.places(key)[0].at(positions)
        for row, each in enumerate(zip(positions.tolist(), values.tolist(), strict=True), start=1):
            yield (row, key, *each)


def _facts(found: Found, command: Sequence[str]) -> dict[str, Any]:
    prepared, run = found.prepared, found.prepared.design.sides[0].loaded.scenario.run
    return {
        "format": FORMAT,
        "kind": "uncertainty",
        "created": datetime.now().astimezone().isoformat(timespec="seconds"),
        "command": list(command),
        "scenarios": [
            {
                "id": side.id,
                "name": side.loaded.scenario.name,
                "question": side.loaded.scenario.question,
                "file": side.loaded.path.as_posix(),
                "resolved": side.loaded.resolved,
            }
            for side in prepared.design.sides
        ],
        "seed": run.seed,
        "draws": prepared.asked.draws,
        "replications": run.replications,
        "only": prepared.asked.only,
        "published_alone": prepared.asked.published_alone,
        "left_out": [{"draw": draw.number, "reason": draw.left_out} for draw in prepared.draws if draw.left_out],
        "measures": [
            {"name": each.name, "label": each.label, "unit": each.unit, "better": each.better}
            for each in prepared.measures
        ],
        "versions": versions(),
        "model_hash": model_hash(),
    }
