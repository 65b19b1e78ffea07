"""Saving: a results folder appears whole, or not at all."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from sim.errors import ResultsError
from sim.experiments.csv_table import write_csv
from sim.experiments.digest import sha256_of
from sim.experiments.folder import appearing, keep_names
from sim.experiments.manifest import FILE_NAME, Facts, Manifest
from sim.experiments.tables import Frames


@dataclass(frozen=True)
class Results:
    """A finished study in memory: its tables by name (see `tables`), and what the manifest says of it."""

    frames: Frames
    facts: Facts


def save(results: Results, out_dir: Path, command: Sequence[str]) -> Path:
    """Write a new folder below `out_dir` and return its path. `command` is the line that repeats the study.

    Everything is written to a hidden folder beside it, down to the disk, which is renamed at the very end; whatever
    goes wrong before, that one is removed. Raises ResultsError when the folder cannot be written.
    """
    try:
        with appearing(out_dir, _name(results.facts)) as (part, folder):
            files = dict(_write_tables(results.frames, part))
            manifest = Manifest(**dict(results.facts), command=list(command), files=files)
            (part / FILE_NAME).write_text(manifest.model_dump_json(indent=1), encoding="utf-8", newline="\n")
            _kept(part / FILE_NAME)
            keep_names(part)
    except OSError as fault:
        raise ResultsError(
            f"{out_dir}: the results cannot be saved here ({fault.strerror or fault}); "
            "a folder that you may write to, with space left, is accepted"
        ) from fault
    return folder


def _name(facts: Facts) -> str:
    base, *others = facts.scenarios
    stamp = datetime.fromisoformat(facts.created).strftime("%Y%m%d-%H%M%S")
    with_others = "" if not others else f"-vs-{others[0].id}" if len(others) == 1 else f"-and-{len(others)}-more"
    return f"{base.id}{with_others}-{stamp}"


def _write_tables(frames: Frames, part: Path) -> Iterator[tuple[str, str]]:
    """(file name, SHA-256) of each table, as CSV and, where there is a library for it, as Parquet."""
    for name, frame in frames.items():
        path = part / f"{name}.csv"
        write_csv(name, frame, path)
        yield path.name, _kept(path)
        if find_spec("pyarrow"):
            path = path.with_suffix(".parquet")
            frame.to_parquet(path, index=False)
            yield path.name, _kept(path)


def _kept(path: Path) -> str:
    """Bring a written file down to the disk; returns its SHA-256."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return sha256_of(path)
