"""The event log of one replication with the names that go with it: of a run just now, or as it was saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any

import pandas as pd

from sim.errors import ResultsError
from sim.experiments.motion.bed_numbers import ENDS_OF_STAY, Row, number_beds
from sim.experiments.motion.ward import BedGroup
from sim.experiments.motion.window import Window
from sim.experiments.results_reader import SavedResults
from sim.scenario.run import Run
from sim.vocabulary import Event

ENDS = (Event.LOST, Event.REFUSED, Event.GAVE_UP, Event.NO_SHOW, Event.OUTPATIENT_ENDED, *ENDS_OF_STAY)


@dataclass(frozen=True)
class Records:
    """Events in the order of the log, and the scenario as its results tell of it, every value written out."""

    rows: Sequence[Row]
    resolved: Mapping[str, Any]

    @cached_property
    def run(self) -> Run:
        return Run.model_validate(self.resolved["run"])

    @cached_property
    def bed_of(self) -> Mapping[int, int]:
        """The bed of everybody who was called, counted from 1; the log alone does not tell of rooms or of cleaning."""
        unit = self.resolved["unit"]
        groups = unit.get("bed_groups") or {"": unit}
        beds = [BedGroup(name, inf if each["beds"] == "unlimited" else each["beds"]) for name, each in groups.items()]
        return {patient: bed + 1 for patient, bed in number_beds(self.rows, beds).bed_of.items()}

    @property
    def is_screened(self) -> bool:
        return bool(self.resolved["demand"].get("screening"))

    def labels(self, *path: str) -> list[str]:
        """Labels of the parts below a path such as transition, destinations; none where there is no such part."""
        part: Any = self.resolved
        for name in path:
            part = (part or {}).get(name)
        return [each.get("label") or name for name, each in (part or {}).items()]

    def cases(self, window: Window) -> dict[int, list[Row]]:
        """Everything that ever happened to those who are there in the window, in the order in which they first appear.

        Somebody is there from the first thing that happens to them to the last, or for good when their part ends
        after the run.
        """
        cases: dict[int, list[Row]] = {}
        for row in sorted(self.rows, key=lambda row: row.time_h):
            cases.setdefault(row.patient, []).append(row)
        return {number: rows for number, rows in cases.items() if _is_there(rows, window)}


def _is_there(rows: Sequence[Row], window: Window) -> bool:
    over = any(row.event in ENDS or (row.event is Event.DIVERTED and not row.value) for row in rows)
    return rows[0].time_h < window.to_h and (not over or rows[-1].time_h >= window.from_h)


def saved_records(saved: SavedResults, scenario: str | None, replication: int) -> Records:
    """One replication of one scenario of saved results. Raises ResultsError when it is not there."""
    events, entries = saved.frames.get("events"), {entry["id"]: entry for entry in saved.manifest["scenarios"]}
    if events is None:
        raise ResultsError(f"{saved.folder}: has no events.csv; results of a run with --events are accepted")
    name = next(iter(entries)) if scenario is None and len(entries) == 1 else scenario
    if name not in entries:
        asked = "which scenario is not said" if name is None else f"has no scenario {name}"
        raise ResultsError(f"{saved.folder}: {asked}; --scenario with one of {', '.join(entries)} is accepted")
    kept = saved.manifest["replications"]
    if replication >= kept:
        raise ResultsError(f"{saved.folder}: has no replication {replication}; 0 to {kept - 1} is accepted")
    own = events[(events["scenario"] == name) & (events["replication"] == replication)]
    return Records(_rows(own), entries[name]["resolved"])


def _rows(events: pd.DataFrame) -> list[Row]:
    by_name = {event.name.lower(): event for event in Event}
    columns = zip(*(events[name].tolist() for name in ("time_h", "patient", "event", "value")), strict=True)
    return [Row(time_h, patient, by_name[event], value) for time_h, patient, event, value in columns]
