"""Has everybody on the roster a price, and is no cost without end?"""

from collections.abc import Iterator

from sim.scenario.beds import UnitPart
from sim.scenario.checks.wrong import Wrong
from sim.scenario.money import Money
from sim.scenario.staff import Staff
from sim.scenario.values.nearest import suggestion


def money_faults(money: Money | None, staff: Staff | None, unit: UnitPart) -> Iterator[Wrong]:
    """Prices by role, against the roles and the roster."""
    if money is None:
        return
    roles = staff.roles if staff else {}
    for field in ("wage_an_hour", "agency_an_hour"):
        for role in getattr(money, field):
            if role not in roles:
                yield ("money", field, role), f"is not one of staff.roles{suggestion(role, roles)}"
    if staff:
        yield from _staff_faults(money, staff)
    if unit.beds == "unlimited" and money.fixed_per_bed_year:
        yield ("money", "fixed_per_bed_year"), "has no end, because unit.beds is unlimited; 0 is accepted"


def _staff_faults(money: Money, staff: Staff) -> Iterator[Wrong]:
    rostered = {role for row in staff.roster.values() for role in row.staff}
    for role, rule in staff.roles.items():
        if role in rostered and role not in money.wage_an_hour:
            yield ("money", "wage_an_hour", role), "is missing; the role is on the roster"
        if rule.agency_pct and role not in money.agency_an_hour:
            yield ("money", "agency_an_hour", role), f"is missing; staff.roles.{role}.agency_pct needs it"
    for name, row in staff.roster.items():
        for role, heads in row.staff.items():
            if heads == "unlimited":
                says = "is unlimited, which with money would cost without end; a number is accepted"
                yield ("staff", "roster", name, role), says
