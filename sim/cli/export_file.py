"""The file that `export` writes, and what is said of it."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from sim.errors import ResultsError
from sim.experiments.csv_table import guard
from sim.experiments.motion.activities import FIRST_DAY, Activity, activities
from sim.experiments.motion.records import Records
from sim.experiments.motion.vidigi import Step, places, steps
from sim.experiments.motion.window import Window
from sim.experiments.motion.xes import xes


class Exported(NamedTuple):
    """The text of the file, line by line, and a sentence for the person at the keyboard."""

    lines: Iterable[str]
    said: str


def exported(records: Records, window: Window, form: str, name: str) -> Exported:
    """The log of the window as `vidigi`, `xes` or `csv`."""
    if form == "vidigi":
        rows = steps(records, window)
        people = len({row.entity_id for row in rows})
        return Exported(
            _table(Step._fields, rows),
            f"{_counted(people, window)} Times are minutes since {window.say(window.from_h)}; what was before is "
            f"negative. Places to put on a floor plan: {', '.join(places(records))}.",
        )
    cases = activities(records, window)
    said = _counted(len(cases), window)
    if records.run.start_date is None:
        said += f" The scenario has no run.start_date, so {FIRST_DAY}, a Monday, stands for the start of the run."
    lines = xes(name, cases) if form == "xes" else _table(Activity._fields, _all(cases.values()))
    return Exported(lines, said)


def _counted(people: int, window: Window) -> str:
    """How many there are, who they are, and how much of each is told."""
    return (
        f"{people} people, each a case of their own: everybody who is on the way through from "
        f"{window.say(window.from_h)} to {window.say(window.to_h)}, from referral to the last that is known of them, "
        "in a bed or not. Their whole story is in it, what was before and after too; who is referred again counts "
        "again."
    )


def write_whole(lines: Iterable[str], path: Path) -> None:
    """Write the file; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        part.replace(path)
    except OSError as fault:
        raise ResultsError(f"{path}: the export cannot be written here ({fault.strerror})") from fault


def _all(cases: Iterable[Sequence[Activity]]) -> Iterator[Sequence[Any]]:
    for case in cases:
        for activity in case:
            yield activity._replace(timestamp=activity.timestamp.isoformat(timespec="milliseconds"))  # type: ignore[arg-type]


def _table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Comma separated values as most programs write them; no text is taken for a formula by a spreadsheet."""
    for row in (columns, *rows):
        line = StringIO()
        csv.writer(line, lineterminator="").writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])
        yield line.getvalue()
