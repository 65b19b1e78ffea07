"""Does the roster name roles that exist, put each of them in one row at a time, and cover who must be there?"""

from collections.abc import Iterator
from itertools import combinations

from sim.rules.calendar import WEEK_H, Span, spans
from sim.scenario.checks.coverage import gaps, overlap, say_span, say_spans
from sim.scenario.checks.wrong import Wrong
from sim.scenario.part import as_number
from sim.scenario.staff import ROW_KEYS, RosterRow, Staff
from sim.scenario.tree.node import Steps
from sim.scenario.values.nearest import suggestion

RESERVED = {*ROW_KEYS, "value", "source", "assumed", "note"}


def roster_faults(staff: Staff | None) -> Iterator[Wrong]:
    """Unknown roles, overlapping rows, and hours without cover."""
    if staff is None:
        return
    for role in staff.roles.keys() & RESERVED:
        yield ("staff", "roles", role), "is not accepted as the name of a role; it has another meaning in a roster row"
    for name, row in staff.roster.items():
        if not row.staff:
            yield ("staff", "roster", name), "names no role; a headcount such as nurse: 2 is accepted"
        for role in row.staff.keys() - staff.roles.keys():
            hint = suggestion(role, [*staff.roles, "days", "from", "to"])
            yield ("staff", "roster", name, role), f"is not one of staff.roles{hint}"
    for role in staff.roles:
        yield from _overlaps(staff, role)
        yield from _uncovered(staff, role)


def _overlaps(staff: Staff, role: str) -> Iterator[Wrong]:
    rows = [(name, _spans(row)) for name, row in staff.roster.items() if role in row.staff]
    for (first, earlier), (second, later) in combinations(rows, 2):
        both = overlap(earlier, later)
        if both:
            says = (
                f"is also said by staff.roster.{first} from {say_span(both)}; one row at a time is accepted for a role"
            )
            yield ("staff", "roster", second, role), says


def _uncovered(staff: Staff, role: str) -> Iterator[Wrong]:
    if staff.roles[role].cover == "always":
        missing = gaps(span for row in _rows_with(staff, role) for span in _spans(row))
        if missing:
            yield _row_before(staff, role, missing[0][0]), f"{role} has nobody rostered from {say_spans(missing)}"


def _row_before(staff: Staff, role: str, hour_of_week: float) -> Steps:
    """The end of the row after which the gap opens; the role itself when no row ends there."""
    ends_h = (hour_of_week, hour_of_week or WEEK_H)
    for name, row in staff.roster.items():
        if as_number(row.staff.get(role, 0)) > 0 and any(span[1] in ends_h for span in _spans(row)):
            return "staff", "roster", name, "to"
    return "staff", "roles", role


def _rows_with(staff: Staff, role: str) -> list[RosterRow]:
    return [row for row in staff.roster.values() if as_number(row.staff.get(role, 0)) > 0]


def _spans(row: RosterRow) -> list[Span]:
    return spans(row.days, row.from_h, row.to_h)
