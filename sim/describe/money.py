"""Money in prose: what costs and income are made of."""

from collections.abc import Iterator, Mapping

from sim.describe.protocols import plan_name
from sim.describe.words import bullets, escaped, listing, number, paragraphs
from sim.scenario.money import Money
from sim.scenario.protocols import CarePlan, Depot, Symptomatic
from sim.scenario.scenario import Scenario

FIGURES = {
    "other_per_bed_day": "other costs for each day with a person in the bed",
    "fixed_per_bed_year": "for each bed and year, used or not",
    "hospital_transfer": "for each transfer to hospital",
    "step_down_bed_day": "for each day of a bed in use in an own step-down house",
    "income_per_bed_day": "income for each day with a person in the bed, boarding included",
    "income_per_admission": "income for each admission",
}


def money(scenario: Scenario) -> Iterator[str]:
    """One paragraph, when the scenario has prices."""
    rule = scenario.money
    if rule is None:
        return
    yield paragraphs(
        f"**Costs and income.** Prices are in {escaped(rule.currency)}, and the same throughout the run:",
        bullets([*_staff(scenario, rule), *_drugs(scenario), *_figures(rule)]),
    )


def _staff(scenario: Scenario, rule: Money) -> Iterator[str]:
    on_costs = f", × {number(rule.on_costs_ratio)} for on-costs" if rule.on_costs_ratio != 1 else ""
    yield f"wages for each rostered hour that is filled: {_by_role(scenario, rule.wage_an_hour)}{on_costs}"
    if rule.overtime_ratio:
        yield f"hours past the end of a shift at {number(rule.overtime_ratio)} times the wage, without on-costs"
    if rule.agency_an_hour:
        yield f"instead of the wage, for each hour of agency staff: {_by_role(scenario, rule.agency_an_hour)}"


def _by_role(scenario: Scenario, prices: Mapping[str, float]) -> str:
    roles = scenario.staff.roles if scenario.staff else {}
    labels = {name: role.label or name for name, role in roles.items()}
    return listing([f"{escaped(labels.get(name, name))} {price:,.10g}" for name, price in prices.items()])


def _drugs(scenario: Scenario) -> Iterator[str]:
    for name, plan in scenario.protocols.items():
        if isinstance(plan, CarePlan) and plan.drugs_per_day_cost:
            yield (
                f"{plan.drugs_per_day_cost:,.10g} for drugs under {plan_name(name, plan)}, for each day from "
                f"{'admission' if isinstance(plan, Symptomatic) else 'the first dose'} to the end of the stay"
            )
        depot = getattr(plan, "injection", None)
        if isinstance(depot, Depot) and depot.cost:
            yield f"{depot.cost:,.10g} for each injection under {plan_name(name, plan)}"


def _figures(rule: Money) -> Iterator[str]:
    for name, says in FIGURES.items():
        if getattr(rule, name):
            yield f"{getattr(rule, name):,.10g} {says}"
