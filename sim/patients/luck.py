"""The luck of one episode: thresholds, ranks and times of what may happen in it."""

from typing import Any

import numpy as np

from sim.patients.arrivals import Group
from sim.patients.streams import Purpose
from sim.patients.who import Floats, Who
from sim.rules.leaving import hazard_ratio
from sim.scenario.demand import Demand, Source
from sim.scenario.protocols import Alpha2Agonist
from sim.scenario.scenario import Scenario
from sim.scenario.values.distributions import Distribution
from sim.vocabulary import Work

REPEATS = {
    Work.CHECK: 64, Work.COMFORT_MEDICATION: 64, Work.DOSE: 32, Work.DAILY_REVIEW: 32, Work.BLOOD_PRESSURE: 64,
    Work.COUNSELLING: 32, Work.RESPONSE: 8, Work.CONSTANT_OBSERVATION: 8,
}  # fmt: skip
"""Repetitions of a task with luck of their own; others happen once. Beyond these the luck starts over."""

READINGS = 64
"""Readings of blood pressure with luck of their own. Beyond these the luck starts over."""


def exponential(ranks: Floats) -> Floats:
    """Unit exponential."""
    return -np.log1p(-ranks)


def values(spread: Distribution | None, ranks: Floats, otherwise: float) -> Floats:
    """From ranks, or the same for everybody when the scenario does not say."""
    return np.full(ranks.shape, otherwise) if spread is None else spread.quantile(ranks)


def draw_access(scenario: Scenario, group: Group, who: Who) -> dict[str, Any]:
    """Columns of the front door."""
    demand = scenario.demand
    source = list(demand.sources.values())[group.source]
    outpatient = demand.screening.outpatient if demand.screening else None
    nobody = np.zeros(who.people, dtype=bool)
    return {
        "screening_rank": group.ranks(Purpose.SCREENING),
        "patience_h": values(source.patience or demand.patience, group.ranks(Purpose.PATIENCE), otherwise=np.inf),
        "no_show_rank": group.ranks(Purpose.NO_SHOW),
        "travel_h": values(demand.travel, group.ranks(Purpose.TRAVEL), otherwise=0.0),
        "turnover_h": values(scenario.unit.turnover, group.ranks(Purpose.TURNOVER), otherwise=0.0),
        "outpatient_ok": who.admitted(outpatient.only_for, outpatient.not_for) if outpatient else nobody,
        "outpatient_rank": group.ranks(Purpose.OUTPATIENT),
        "outpatient_h": values(
            outpatient.lasts if outpatient else None, group.ranks(Purpose.OUTPATIENT_LASTS), otherwise=np.nan
        ),
        "outpatient_completes_rank": group.ranks(Purpose.OUTPATIENT_COMPLETES),
    }


def draw_leaving(scenario: Scenario, group: Group, who: Who) -> dict[str, Any]:
    """Columns of the ways in which a stay may end early."""
    source = list(scenario.demand.sources.values())[group.source]
    return {
        "leaves_at": exponential(group.ranks(Purpose.LEAVING)),
        "source_ratio": np.full(who.people, _source_ratio(scenario.demand, source)),
        "leaving_ratio": _leaving_ratio(scenario, who),
        "facility_at": exponential(group.ranks(Purpose.FACILITY)),
    }


def draw_complications(scenario: Scenario, group: Group, who: Who) -> dict[str, Any]:
    """Columns of what may go wrong."""
    rules = scenario.complications
    kinds = rules.kinds if rules else {}
    at, brings = np.full((who.people, len(kinds)), np.inf), np.zeros((who.people, len(kinds)), dtype=bool)
    ranks = np.zeros((who.people, len(kinds)))
    for number, (name, kind) in enumerate(kinds.items()):
        may = who.admitted(kind.only_for, kind.not_for)
        ranks[:, number] = group.ranks(Purpose.COMPLICATION_ENDS, name)
        if kind.at_first_dose:
            share = who.share(kind.at_first_dose.share_pct, kind.at_first_dose.where)
            brings[:, number] = may & (group.ranks(Purpose.FIRST_DOSE_BRINGS, name) < share)
        elif kind.per_1000_patient_days:
            at[:, number] = np.where(may, exponential(group.ranks(Purpose.COMPLICATION, name)), np.inf)
    hospital = rules.hospital if rules else None
    return {
        "complication_at": at,
        "first_dose_brings": brings,
        "complication_rank": ranks,
        "hospital_h": values(hospital.stay if hospital else None, group.ranks(Purpose.HOSPITAL), otherwise=np.nan),
        "prone_rank": group.ranks(Purpose.PRONE),
        "pressure_rank": group.repeated_ranks(Purpose.PRESSURE, _readings(scenario)),
    }


def draw_afterwards(scenario: Scenario, group: Group) -> dict[str, Any]:
    """Columns of what follows a stay."""
    comes_back = scenario.afterwards.comes_back if scenario.afterwards else None
    return {
        "show_rank": group.ranks(Purpose.SHOW),
        "uses_at": exponential(group.ranks(Purpose.USES)),
        "comes_back_rank": group.ranks(Purpose.COMES_BACK),
        "comes_back_h": values(
            comes_back.after if comes_back else None, group.ranks(Purpose.COMES_BACK_AFTER), otherwise=np.inf
        ),
    }


def draw_tasks(scenario: Scenario, group: Group) -> dict[Work, Floats]:
    """How long each kind of task of a person takes, shape (people, repeats)."""
    takes: dict[Work, Floats] = {}
    for work in Work:
        task = scenario.tasks.of(work)
        if task is not None and work is not Work.GROUP:
            takes[work] = task.takes.quantile(group.repeated_ranks(Purpose.TASK + work, REPEATS.get(work, 1)))
    return takes


def _readings(scenario: Scenario) -> int:
    return READINGS if any(isinstance(plan, Alpha2Agonist) for plan in scenario.protocols.values()) else 0


def _leaving_ratio(scenario: Scenario, who: Who) -> Floats:
    ratio = np.ones(who.people)
    if scenario.leaving:
        for word, published in scenario.leaving.ratios.items():
            ratio[who.holds(word)] *= scenario.leaving.hazard_ratio(published)
    return ratio


def _source_ratio(demand: Demand, source: Source) -> float:
    known = [
        (s.share_pct or 0.0, s.leaves_early_pct) for s in demand.sources.values() if s.leaves_early_pct is not None
    ]
    if source.leaves_early_pct is None or not sum(share for share, _ in known):
        return 1.0
    mean_pct = sum(share * pct for share, pct in known) / sum(share for share, _ in known)
    return hazard_ratio(source.leaves_early_pct, mean_pct)
