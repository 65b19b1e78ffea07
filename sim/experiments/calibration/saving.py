"""A calibration on the disk: three tables, a scenario that runs, and what is needed to do it again.

The folder appears whole, or not at all.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from math import isnan
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.calibration.calibration import Calibration
from sim.experiments.calibration.written import file_name, scenario_text
from sim.experiments.csv_table import ENCODING, guard
from sim.experiments.digest import sha256_of
from sim.experiments.folder import appearing
from sim.experiments.program import model_hash, versions
from sim.scenario.reading.ancestry import FOLDER

FORMAT = 1
FACTS = "calibration.json"
FIT = (
    *("scenario", "measure", "role", "wanted", "tolerance", "grounds", "source_or_reason", "at_start"),
    *("mean", "low", "high", "n", "inside"),
)
PARAMETERS = ("name", "path", "scale", "as", "from", "to", "start", "fitted", "written", "at_bound")

Rows = Iterator[Sequence[str | float | int]]


def save(found: Calibration, out_dir: Path, command: Sequence[str], created: datetime) -> tuple[Path, Path]:
    """Write a new folder below `out_dir`; returns it and the fitted scenario in it.

    `command` is the line that repeats the study. Raises ResultsError when the folder cannot be written.
    """
    study = found.study
    try:
        with appearing(out_dir, f"{study.calibrated.identity}-calibration-{created:%Y%m%d-%H%M%S}") as (part, folder):
            for name, rows in (("fit", _fit(found)), ("parameters", _parameters(found)), ("search", _search(found))):
                _write_table(part / f"{name}.csv", rows)
            for path, text in _scenarios(found, created).items():
                (part / path).parent.mkdir(parents=True, exist_ok=True)
                (part / path).write_text(text, encoding="utf-8", newline="\n")
            facts = _facts(found, command, created) | {"files": dict(_digests(part))}
            text = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
            (part / FACTS).write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise ResultsError(
            f"{out_dir}: the results cannot be saved here ({fault.strerror or fault}); "
            "a folder that you may write to, with space left, is accepted"
        ) from fault
    return folder, folder / FOLDER / file_name(study)


def _scenarios(found: Calibration, created: datetime) -> dict[str, str]:
    """The fitted scenario beside a copy of what it extends: only neighbours can be extended."""
    study = found.study
    texts = {**study.originals, file_name(study): scenario_text(found, study.extends, created.date())}
    return {f"{FOLDER}/{path}": text for path, text in texts.items()}


def _fit(found: Calibration) -> Rows:
    yield FIT
    for each in found.reached:
        target, interval = each.target, each.interval
        yield (
            *(target.scenario, target.measure, "prediction" if each.predicted else "target"),
            *(target.value, target.tolerance),
            *(target.grounds.kind, target.grounds.text, each.at_start),
            *(interval.mean, interval.low, interval.high, interval.n, "yes" if each.inside else "no"),
        )


def _parameters(found: Calibration) -> Rows:
    yield PARAMETERS
    for each in found.fitted:
        free = each.free
        for path, written in free.settings(each.value).items():
            bounds = free.low, free.high, free.start, each.value
            yield free.name, path, free.scale, free.role, *bounds, written, each.at_bound


def _search(found: Calibration) -> Rows:
    study = found.study
    measures = (f"{target.scenario}: {target.measure}" for target in study.targets)
    yield "evaluation", *(free.name for free in study.free), "objective", *measures
    for number, each in enumerate(found.evaluations, start=1):
        yield number, *each.point, each.objective, *each.means


def _write_table(path: Path, rows: Iterable[Sequence[str | float | int]]) -> None:
    """As the tables of a run have it."""
    with path.open("w", encoding=ENCODING, newline="") as file:
        csv.writer(file).writerows(map(_cell, row) for row in rows)


def _cell(value: str | float | int) -> str:
    if isinstance(value, str):
        return guard(value)
    return "" if isnan(value) else repr(value)


def _digests(part: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(part.rglob("*")):
        if path.is_file():
            yield path.relative_to(part).as_posix(), sha256_of(path)


def _facts(found: Calibration, command: Sequence[str], created: datetime) -> dict[str, Any]:
    study = found.study
    return {
        "format": FORMAT,
        "kind": "calibration",
        "created": created.isoformat(timespec="seconds"),
        "study": {"name": study.name, "file": study.path.as_posix()},
        "scenarios": {
            name: {"file": each.path.as_posix(), "seed": each.scenario.run.seed, "resolved": each.resolved}
            for name, each in study.scenarios.items()
        },
        "replications": study.replications,
        "fresh_replications": study.fresh_replications,
        "evaluations_allowed": study.evaluations,
        "evaluations": len(found.evaluations),
        "ended": found.ended,
        "objective_at_start": found.evaluations[0].objective,
        "objective": found.best.objective,
        "versions": versions(),
        "model_hash": model_hash(),
        "wall_s": found.wall_s,
        "command": list(command),
    }
