"""Who is asked for a bed, about, as far as it follows from the scenario without running it.

Nobody is taken to give up: what is wanted is more than what is met. People who are offered outpatient withdrawal are
counted as wanting a bed where words decide who is offered it.
"""

from math import exp

from sim.scenario.demand import Demand
from sim.scenario.scenario import Scenario


def referred_per_day(scenario: Scenario) -> float:
    """New people and those who come back in the long run; a list of referral times is spread over the run."""
    new = _new_per_day(scenario.demand, scenario.run.horizon_h)
    again = min(wanting_share(scenario.demand) * _comes_back_share(scenario), 0.95)
    return new / (1 - again)


def wanting_share(demand: Demand) -> float:
    """Share of the people referred who would come to a bed that is free at once."""
    share = 1.0
    if demand.screening:
        share *= (1 - demand.screening.lost_pct / 100) * (1 - demand.screening.diverted_pct / 100)
        outpatient = demand.screening.outpatient
        if outpatient and not (outpatient.only_for or outpatient.not_for):
            share *= 1 - outpatient.share_pct / 100
    return share * (1 - demand.no_show.at_once_pct / 100 if demand.no_show else 1.0)


def _new_per_day(demand: Demand, horizon_h: float) -> float:
    random = any(each.scheduled is None and each.listed is None for each in demand.sources.values())
    rate = (demand.per_day or 0.0) * demand.factor if random else 0.0
    for each in demand.sources.values():
        rate += 24 / each.scheduled.every_h if each.scheduled else 0.0
        rate += len(each.listed) * 24 / horizon_h if each.listed else 0.0
    return rate


def _comes_back_share(scenario: Scenario) -> float:
    """Share of stays that bring a new referral: a return to use without aftercare, sooner or later, and coming back."""
    after = scenario.afterwards
    if after is None or after.comes_back is None:
        return 0.0
    used = 1 - exp(-after.return_to_use.per_day * after.return_to_use.decays_over_h / 24)
    return used * after.comes_back.share_pct / 100
