"""A finished study on the disk: a table, and what is needed to make it again; both appear whole, or not at all."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.digest import sha256_of
from sim.experiments.folder import appearing
from sim.experiments.program import model_hash, versions
from sim.experiments.sensitivity.saved import write_rows
from sim.experiments.sensitivity.study import Sensitivity

FORMAT = 1


def save(study: Sensitivity, out_dir: Path, command: Sequence[str]) -> Path:
    """Write `NAME.csv` and `NAME.json` to a new folder below `out_dir`; returns the folder.

    `command` is the line that repeats the study. Raises ResultsError when the folder cannot be written.
    """
    name, created = study.loaded.identity, datetime.now().astimezone()
    try:
        with appearing(out_dir, f"{name}-sensitivity-{created:%Y%m%d-%H%M%S}") as (part, folder):
            table = part / f"{name}.csv"
            write_rows(table, study.rows)
            facts = _facts(study, command) | {"created": created.isoformat(timespec="seconds")}
            facts |= {"files": {table.name: sha256_of(table)}}
            text = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
            (part / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise ResultsError(
            f"{out_dir}: the results cannot be saved here ({fault.strerror or fault}); "
            "a folder that you may write to, with space left, is accepted"
        ) from fault
    return folder


def _facts(study: Sensitivity, command: Sequence[str]) -> dict[str, Any]:
    loaded, run = study.loaded, study.loaded.scenario.run
    return {
        "format": FORMAT,
        "kind": "sensitivity",
        "scenario": {"id": loaded.identity, "name": loaded.scenario.name, "file": loaded.path.as_posix()},
        "seed": run.seed,
        "replications": run.replications,
        "only": study.only,
        "measures": [{"name": each.name, "label": each.label, "unit": each.unit} for each in study.measures],
        "versions": versions(),
        "model_hash": model_hash(),
        "wall_s": study.wall_s,
        "command": list(command),
        "resolved": loaded.resolved,
    }
