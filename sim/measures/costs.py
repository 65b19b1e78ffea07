"""What the window costs and brings in, piece by piece, in the currency of the scenario."""

from math import inf

import numpy as np

from sim.measures.care import first_dose_h
from sim.measures.complications import sent_to_hospital_h
from sim.measures.seen import Seen
from sim.measures.window import YEAR_H
from sim.scenario.money import Money
from sim.scenario.protocols import CarePlan, Symptomatic
from sim.scenario.transition import StepDown
from sim.vocabulary import Event, Level


def staff(seen: Seen, money: Money) -> float:
    """Hours of the roster that own staff fill, at the wage with on-costs."""
    return money.on_costs_ratio * sum(
        _paid(seen.steps(Level.ON_SHIFT, role).area() - seen.steps(Level.AGENCY, role).area(), wage)
        for role, wage in _by_role(seen, money.wage_an_hour)
    )


def overtime(seen: Seen, money: Money) -> float:
    """Hours past the end of a shift, at the wage times the ratio for overtime; without on-costs."""
    return money.overtime_ratio * sum(
        _paid(seen.steps(Level.OVERTIME, role).area(), wage) for role, wage in _by_role(seen, money.wage_an_hour)
    )


def agency(seen: Seen, money: Money) -> float:
    return sum(_paid(seen.steps(Level.AGENCY, role).area(), fee) for role, fee in _by_role(seen, money.agency_an_hour))


def beds(seen: Seen, money: Money) -> float:
    """Food, linen and the like for the days that people are there."""
    return money.other_per_bed_day * days_in_bed(seen)


def fixed(seen: Seen, money: Money) -> float:
    return _paid(seen.beds * seen.window.length_h / YEAR_H, money.fixed_per_bed_year)


def drugs(seen: Seen) -> float:
    """Drugs by the day, and long-acting injections."""
    plans = list(seen.scenario.protocols.values())
    per_day = np.array([plan.drugs_per_day_cost if isinstance(plan, CarePlan) else 0.0 for plan in plans])
    symptomatic = np.array([isinstance(plan, Symptomatic) for plan in plans])
    each = np.array([getattr(getattr(plan, "injection", None), "cost", 0.0) for plan in plans])
    protocol = seen.population.protocol
    start_h = np.where(symptomatic[protocol], seen.time_of(Event.ADMITTED), first_dose_h(seen))
    end_h = np.fmin(seen.left_h, seen.window.end_h)
    hours = np.clip(end_h, seen.window.start_h, None) - np.clip(start_h, seen.window.start_h, None)
    injected = seen.window.holds(seen.time_of(Event.INJECTED))
    return float(np.nansum(hours * per_day[protocol]) / 24 + np.sum(each[protocol][injected]))


def hospital(seen: Seen, money: Money) -> float:
    return money.hospital_transfer * int(np.count_nonzero(seen.window.holds(sent_to_hospital_h(seen))))


def step_down(seen: Seen, money: Money) -> float:
    """Days of the beds of own step-down houses that are used or held."""
    places = seen.scenario.transition.destinations.values() if seen.scenario.transition else ()
    houses = [number for number, place in enumerate(places) if isinstance(place, StepDown)]
    return money.step_down_bed_day * sum(seen.steps(Level.STEP_DOWN, house).area() for house in houses) / 24


def income(seen: Seen, money: Money) -> float:
    """Paid by the day in a bed and by the admission."""
    admissions = int(np.count_nonzero(seen.window.holds(seen.time_of(Event.ADMITTED))))
    return money.income_per_bed_day * days_in_bed(seen) + money.income_per_admission * admissions


def days_in_bed(seen: Seen) -> float:
    """With a person in the bed: not while it is held for somebody in hospital."""
    return (seen.steps(Level.OCCUPIED).area() - seen.steps(Level.HELD).area()) / 24


def total(seen: Seen, money: Money) -> float:
    pieces = (staff, overtime, agency, beds, fixed, hospital, step_down)
    return sum(piece(seen, money) for piece in pieces) + drugs(seen)


def _by_role(seen: Seen, prices: dict[str, float]) -> list[tuple[int, float]]:
    """Number of each role and its price, 0 when it has none."""
    roles = seen.scenario.staff.roles if seen.scenario.staff else {}
    return [(number, prices.get(name, 0.0)) for number, name in enumerate(roles)]


def _paid(amount: float, price: float) -> float:
    """What costs nothing costs nothing, also without limit."""
    return 0.0 if price == 0 and amount == inf else amount * price
