"""A search on the disk: a folder with a stable name, so that the same command finds it again and goes on.

The driver's store is written while the search runs. The tables, the scenario and, last, `find.json` are written when it
has ended, each whole or not at all.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.calibration.originals import originals
from sim.experiments.digest import sha256_of
from sim.experiments.find import tables
from sim.experiments.find.answer import Checked
from sim.experiments.find.finding import Found
from sim.experiments.find.question import Question
from sim.experiments.find.written import file_name, scenario_text
from sim.experiments.program import model_hash, versions
from sim.scenario.reading.ancestry import FOLDER
from sim.scenario.reading.identity import identity

FORMAT = 1
FACTS = "find.json"
STORE = "store.sqlite"


@dataclass(frozen=True)
class Earlier:
    """What the folder says of an earlier part of the search; nothing when there was none."""

    text: str | None = None
    """Of the file as it was."""
    looks: int = 0
    replication_s: float | None = None
    spent: int = 0


def folder_of(question: Question, out_dir: Path) -> Path:
    """Where the search keeps everything."""
    return out_dir / f"{identity(question.name, ())}-find"


def earlier(folder: Path) -> Earlier:
    """Read what is there. What cannot be read is not needed: the store has all that has run."""
    try:
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        text, looks, second, spent = (facts[name] for name in ("text", "looks", "replication_s", "spent"))
    except (OSError, ValueError, KeyError, TypeError):
        return Earlier()
    return Earlier(str(text), int(looks), float(second) if second else None, int(spent))


def save(found: Found, folder: Path, command: Sequence[str], created: datetime) -> Path:
    """Write the tables, the scenario and the facts to the folder; returns the scenario.

    `command` is the line that repeats the search without a clock. Raises ResultsError when they cannot be written.
    """
    try:
        return _save(found, folder, command, created)
    except OSError as fault:
        raise ResultsError(
            f"{folder}: the results cannot be saved here ({fault.strerror or fault}); "
            "a folder that you may write to, with space left, is accepted"
        ) from fault


def _save(found: Found, folder: Path, command: Sequence[str], created: datetime) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FACTS).unlink(missing_ok=True)
    files = [folder / name for name in ("points.csv", "pareto.csv", "choice.csv", "surrogate.csv")]
    makers = tables.points, tables.front, tables.choice, tables.guesses
    for path, rows in zip(files, makers, strict=True):
        part = _part(path)
        tables.write_table(part, rows(found))
        part.replace(path)
    scenario, texts = _scenarios(found, created)
    for name, text in texts.items():
        _write(folder / FOLDER / name, text)
        files.append(folder / FOLDER / name)
    facts = _facts(found, command, created)
    facts |= {"files": {path.relative_to(folder).as_posix(): sha256_of(path) for path in files}, "complete": True}
    _write(folder / FACTS, json.dumps(facts, indent=1, ensure_ascii=False, allow_nan=False) + "\n")
    return folder / FOLDER / scenario


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path)
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _scenarios(found: Found, created: datetime) -> tuple[str, Mapping[str, str]]:
    """Name of the chosen scenario, and the text of it and of all that it extends: only neighbours can be extended."""
    question = found.plan.question
    extends, texts = originals(question.loaded)
    name = file_name(question, texts)
    return name, {**texts, name: scenario_text(question, found.answer, extends, created.date())}


def _facts(found: Found, command: Sequence[str], created: datetime) -> dict[str, Any]:
    question, search, plan = found.plan.question, found.search, found.plan
    chosen = found.answer.choice
    return {
        "format": FORMAT,
        "kind": "find",
        "created": created.isoformat(timespec="seconds"),
        "name": question.name,
        "file": question.path.as_posix(),
        "text": question.text,
        "scenario": {"file": question.loaded.path.as_posix(), "resolved": question.loaded.resolved},
        "seed": question.loaded.scenario.run.seed,
        "units": question.size,
        "looks": question.looks,
        "looked_at": search.runs.looked_at,
        "spent": search.runs.spent,
        "most": plan.most,
        "ended": search.ended,
        "replication_s": search.clock.replication_s,
        "chance": question.chance,
        "error_of_each_bound": search.aim.error(question.chance),
        "skipped_replications": search.skipped,
        "fresh_replications": question.fresh_replications,
        "choice": {**vars(chosen), "values": _values(question, chosen.number)},
        "fresh": [_fresh(each) for each in (found.answer.wish, *found.answer.targets)],
        "versions": versions(),
        "model_hash": model_hash(),
        "command": list(command),
    }


def _values(question: Question, number: int) -> dict[str, str]:
    return {choice.name: label for choice, label in zip(question.choices, question.labels(number), strict=True)}


def _fresh(each: Checked) -> dict[str, float | None]:
    """JSON has no nan."""
    return {name: None if value != value else value for name, value in vars(each.found).items()}
