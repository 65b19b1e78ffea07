"""The tables of a sweep, written point by point so that the biggest sweep needs no more memory than a small one.

As every table of results: UTF-8 with a byte order mark, lines ending in CR LF, nothing for what is not a number, and an
apostrophe before text that a spreadsheet would take for a formula.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from math import isnan
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.csv_table import ENCODING, guard
from sim.experiments.digest import sha256_of
from sim.experiments.driving import Failed, Outcome
from sim.experiments.folder import keep_names
from sim.experiments.sweep.axes import Axis, Value
from sim.experiments.sweep.columns import NAMES, columns
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.summaries import beside, means

DONE, FAILED, LEFT_OUT = "done", "failed", "left out"


class Tables:
    """The four tables while they are written."""

    def __init__(self, folder: Path, writers: dict[str, Any], axes: Sequence[str]):
        self._folder, self._writers = folder, writers
        for name in NAMES:
            self._rows(name, [map(guard, columns(name, axes))])
        self.failed = 0
        """Points of which a replication did not finish."""

    def left_out(self, point: Point) -> None:
        """A point that does not meet a condition."""
        self._point(point, LEFT_OUT, f"only_if: {point.left_out}")

    def add(self, point: Point, outcomes: Sequence[Outcome]) -> None:
        """A point with what came of each of its replications."""
        done = {number: each for number, each in enumerate(outcomes) if not isinstance(each, Failed)}
        failed = {number: each.reason for number, each in enumerate(outcomes) if isinstance(each, Failed)}
        why = f"{len(failed)} of {len(outcomes)} replications: {next(iter(failed.values()))}" if failed else ""
        self.failed += bool(failed)
        self._point(point, FAILED if failed else DONE, why)
        for number, values in done.items():
            self._rows("runs", ((point.number, number, name, _seen(value)) for name, value in values.items()))
        self._rows("failures", ((point.number, number, guard(reason)) for number, reason in failed.items()))
        names, values_of = beside(list(done.values()))
        here = tuple(map(_cell, point.values.values()))
        rows = zip(names, *(map(_seen, column.tolist()) for column in means(values_of)), strict=True)
        self._rows("summary", ((point.number, *here, *row) for row in rows))

    def _point(self, point: Point, status: str, reason: str) -> None:
        here = map(_cell, point.values.values())
        self._rows("points", [(point.number, guard(point.role), *here, status, guard(reason))])

    def _rows(self, name: str, rows: Iterable[Iterable[Value]]) -> None:
        """Numbers are written with as many digits as tell them apart."""
        with writing_to(self._folder):
            self._writers[name].writerows(rows)


@contextmanager
def tables(folder: Path, axes: Sequence[Axis]) -> Iterator[Tables]:
    """Tables to write to, which take their names in the folder when all has gone well. Raises ResultsError."""
    parts = {name: folder / f".{name}.csv.part" for name in NAMES}
    writers = {}
    try:
        with ExitStack() as files:
            with writing_to(folder):
                for name, path in parts.items():
                    file = files.enter_context(path.open("w", encoding=ENCODING, newline=""))
                    writers[name] = csv.writer(file, lineterminator="\r\n")
            written = Tables(folder, writers, [axis.name for axis in axes])
            yield written
        with writing_to(folder):
            for name, path in parts.items():
                keep(path)
                path.replace(folder / f"{name}.csv")
            keep_names(folder)
    finally:
        for path in parts.values():
            path.unlink(missing_ok=True)


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """What goes wrong in writing, as one sentence. Raises ResultsError."""
    try:
        yield
    except OSError as fault:
        raise ResultsError(
            f"{folder}: the results cannot be saved here ({fault.strerror or fault}); "
            "a folder that you may write to, with space left, is accepted"
        ) from fault


def digests(folder: Path) -> dict[str, str]:
    """Name of each table's file to the SHA-256 of its bytes. Raises OSError."""
    return {f"{name}.csv": sha256_of(folder / f"{name}.csv") for name in NAMES}


def keep(path: Path) -> None:
    """Bring a written file down to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _cell(value: Value) -> Value:
    """What an axis has at a point; whole numbers without a decimal point."""
    if isinstance(value, str):
        return guard(value)
    return int(value) if value.is_integer() else value


def _seen(value: float) -> Value:
    """Nothing for what was never seen."""
    return "" if isnan(value) else value
