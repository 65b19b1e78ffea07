"""Money: what a year costs and brings in, and what an admission, a completed stay and a linked person cost."""

from functools import partial

import numpy as np

from sim.measures import costs
from sim.measures.linkage import linked_30_days_pct
from sim.measures.measure import measure as declare
from sim.measures.outcome import ended_by
from sim.measures.seen import Seen
from sim.scenario.money import Money
from sim.vocabulary import Event

measure = partial(declare, group="money", kind="money", needs="money")

A_YEAR = "currency a year"


@measure("Cost of staff", A_YEAR, "Rostered hours that own staff fill, at the wage with on-costs.", better="lower")
def staff_cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.staff(seen, _money(seen)))


@measure(
    "Cost of overtime",
    A_YEAR,
    "Hours past the end of a shift, at the wage times the ratio for overtime.",
    better="lower",
)
def overtime_cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.overtime(seen, _money(seen)))


@measure("Cost of agency staff", A_YEAR, "Hours covered by agency staff, at their price.", better="lower")
def agency_cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.agency(seen, _money(seen)))


@measure(
    "Cost of beds",
    A_YEAR,
    "Other cost of each day with a person in a bed, and the fixed cost of each bed, used or not.",
    better="lower",
)
def bed_cost_per_year(seen: Seen) -> float:
    money = _money(seen)
    return seen.window.per_year(costs.beds(seen, money) + costs.fixed(seen, money))


@measure(
    "Cost of drugs",
    A_YEAR,
    "The protocol's drugs for each day from the first dose to the end of the stay, and long-acting injections; a "
    "symptomatic protocol has no dose, so its days count from admission.",
    better="lower",
)
def drug_cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.drugs(seen))


@measure("Cost of hospital transfers", A_YEAR, "Each transfer to hospital.", better="lower")
def hospital_cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.hospital(seen, _money(seen)))


@measure(
    "Cost of step-down beds", A_YEAR, "Each day of a step-down bed of the unit's own, used or held.", better="lower"
)
def step_down_cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.step_down(seen, _money(seen)))


@measure("Cost in total", A_YEAR, "Sum of all costs above.", better="lower")
def cost_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.total(seen, _money(seen)))


@measure("Income", A_YEAR, "Paid for days with a person in a bed and for admissions.", better="higher")
def income_per_year(seen: Seen) -> float:
    return seen.window.per_year(costs.income(seen, _money(seen)))


@measure("Balance", A_YEAR, "Income less cost in total.", better="higher")
def balance_per_year(seen: Seen) -> float:
    return income_per_year.take(seen) - cost_per_year.take(seen)


@measure("Cost of an admission", "currency", "Cost in total over people admitted in the window.", better="lower")
def cost_per_admission(seen: Seen) -> float:
    return _each(seen, int(np.count_nonzero(seen.window.holds(seen.time_of(Event.ADMITTED)))))


@measure(
    "Cost of a completed stay",
    "currency",
    "Cost in total over stays that ended in the window by discharge when medically ready.",
    better="lower",
)
def cost_per_completed(seen: Seen) -> float:
    return _each(seen, int(np.count_nonzero(seen.ended & ended_by(seen, Event.DISCHARGED))))


@partial(declare, group="money", kind="money", needs="money and transition")(
    "Cost of a person linked to further care",
    "currency",
    "Cost in total over stays that ended in the window times the share linked within 30 days.",
    better="lower",
)
def cost_per_linked(seen: Seen) -> float:
    return _each(seen, int(np.count_nonzero(seen.ended)) * linked_30_days_pct.take(seen) / 100)


def _each(seen: Seen, people: float) -> float:
    return costs.total(seen, _money(seen)) / people if people > 0 else float("nan")


def _money(seen: Seen) -> Money:
    money = seen.scenario.money
    if money is None:
        raise ValueError("a scenario without prices has no costs")
    return money
