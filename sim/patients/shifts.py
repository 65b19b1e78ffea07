"""The luck of the unit itself: which shifts go unfilled, and how long group sessions last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, inf

import numpy as np

from sim.patients.streams import Purpose, Streams
from sim.patients.who import Floats
from sim.rules.calendar import DAY_H, WEEK_H
from sim.scenario.part import as_number
from sim.scenario.run import Run
from sim.scenario.scenario import Scenario
from sim.scenario.staff import Role, RosterRow, Staff

UNIT = "the unit"
"""Where sources have their name in the key of a stream."""

Change = tuple[float, float, float, float]
"""From when on (h), people on shift, people missing, agency staff among those on shift."""


@dataclass(frozen=True)
class ShiftLuck:
    """Ranks that decide which shifts go unfilled, and lengths of group sessions."""

    unfilled_rank: Mapping[tuple[str, str], Floats]
    """By name of the roster row and role: shape (heads, occurrences of the row)."""
    session_h: Mapping[str, Floats]
    """By name of the group: one length for each session of the run."""


def draw_shifts(scenario: Scenario, replication: int) -> ShiftLuck:
    """Depends on seed, replication and names only.

    A row keeps its luck whatever else changes; with further days or heads, those it had keep theirs.
    """
    streams = Streams(scenario.run.seed, replication, UNIT, 0)
    ranks = {}
    weeks = _weeks(scenario.run)
    for name, row, role in _rows_at_risk(scenario.staff):
        heads = range(int(as_number(row.staff[role])))
        drawn = [streams.ranks(Purpose.UNFILLED, 7 * weeks, name, role, str(head)) for head in heads]
        by_day = np.array(drawn).reshape(len(heads), weeks, 7)
        ranks[name, role] = by_day[:, :, list(row.days)].reshape(len(heads), -1)
    return ShiftLuck(ranks, dict(_sessions(scenario, streams)))


def headcounts(staff: Staff, run: Run, luck: ShiftLuck) -> list[list[Change]]:
    """For each role, every time before the horizon at which one of its rows begins or ends; the first is time 0."""
    return [_changes(staff, name, role, run, luck) for name, role in staff.roles.items()]


def _changes(staff: Staff, name: str, role: Role, run: Run, luck: ShiftLuck) -> list[Change]:
    rows = [(row_name, row) for row_name, row in staff.roster.items() if name in row.staff]
    starts, ends, counts = [np.zeros(0)], [np.zeros(0)], [np.zeros((0, 3))]
    for row_name, row in rows:
        start_h, end_h = _occurrences(row, run)
        starts.append(start_h)
        ends.append(end_h)
        counts.append(_filled(as_number(row.staff[name]), start_h.size, role, luck.unfilled_rank.get((row_name, name))))
    return _added_up(np.concatenate(starts), np.concatenate(ends), np.concatenate(counts), run.horizon_h)


def _filled(planned: float, occurrences: int, role: Role, ranks: Floats | None) -> Floats:
    """On shift, missing and from an agency for each occurrence of a row; shape (occurrences, 3)."""
    if ranks is None:
        return np.tile([planned, 0.0, 0.0], (occurrences, 1))
    unfilled = role.unfilled_pct / 100
    agency = np.sum(ranks < unfilled * role.agency_pct / 100, axis=0)
    missing = np.sum(ranks < unfilled, axis=0) - agency
    return np.stack([planned - missing, missing, agency], axis=1).astype(float)


def _added_up(start_h: Floats, end_h: Floats, counts: Floats, horizon_h: float) -> list[Change]:
    edges = np.unique(np.concatenate([[0.0], start_h, end_h]))
    edges = edges[(edges >= 0) & (edges < horizon_h)]
    held = np.zeros((edges.size, 3))
    first, last = np.searchsorted(edges, start_h), np.searchsorted(edges, end_h)
    for begins, ends, count in zip(first, last, counts, strict=True):
        held[begins:ends] += count
    return [(float(time_h), *map(float, row)) for time_h, row in zip(edges, held, strict=True)]  # type: ignore[misc]


def _occurrences(row: RosterRow, run: Run) -> tuple[Floats, Floats]:
    """Starts and ends of a row's shifts, in the order of time, from the week before the run on.

    Made from the day of the run and the clock time, as `time_of` does.
    """
    weeks = np.arange(-1, _weeks(run) - 1)
    day = (7 * weeks[:, None] + np.array(row.days) - run.first_weekday).ravel()
    overnight = 0 if row.to_h > row.from_h else 1
    return day * DAY_H + row.from_h, (day + overnight) * DAY_H + row.to_h


def _weeks(run: Run) -> int:
    """How many weeks touch the run, and the one before it, whose last night may run into it."""
    return ceil((run.horizon_h + run.first_weekday * DAY_H) / WEEK_H) + 1


def _rows_at_risk(staff: Staff | None) -> Iterator[tuple[str, RosterRow, str]]:
    for name, row in staff.roster.items() if staff else ():
        for role, heads in row.staff.items():
            if staff and staff.roles[role].unfilled_pct > 0 and as_number(heads) < inf:
                yield name, row, role


def _sessions(scenario: Scenario, streams: Streams) -> Iterator[tuple[str, Floats]]:
    if scenario.tasks.group is None:
        return
    for name, group in scenario.counselling.groups.items():
        ranks = streams.ranks(Purpose.SESSION, len(group.days) * _weeks(scenario.run), name)
        yield name, scenario.tasks.group.takes.quantile(ranks)
