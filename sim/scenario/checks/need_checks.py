"""Does the scenario have the people, the course of withdrawal and the tasks that its rules need, and no idle ones?"""

from collections.abc import Iterator
from typing import NamedTuple

from sim.scenario.checks.wrong import Wrong
from sim.scenario.complications import Complications
from sim.scenario.counselling import Counselling
from sim.scenario.demand import Demand
from sim.scenario.protocols import (
    Alpha2Agonist,
    BuprenorphineContinued,
    CarePlan,
    Dosed,
    FixedStay,
    Naltrexone,
    Protocol,
)
from sim.scenario.staff import Staff, Tasks
from sim.scenario.tree.node import Steps
from sim.scenario.withdrawal import Withdrawal

Protocols = dict[str, Protocol]

OF_EVERYBODY = ("nursing_assessment", "history_and_physical", "check", "daily_review", "discharge")
"""Work without which nobody in withdrawal care would get through their stay."""

OF_DOSES = ("first_dose", "dose")


class Need(NamedTuple):
    """A task that something other than a protocol calls for."""

    task: str
    user: str | None
    """Where that is said; None when nothing does."""
    without: str
    """Why nothing calls for it."""


def protocol_need_faults(
    protocols: Protocols, staff: Staff | None, withdrawal: Withdrawal | None, tasks: Tasks
) -> Iterator[Wrong]:
    """What the protocols need and the scenario lacks, each thing told for the first protocol that needs it."""
    told: set[Steps] = set()
    for name, plan in protocols.items():
        for steps in _lacking(plan, staff, withdrawal, tasks):
            if steps not in told:
                told.add(steps)
                yield steps, f"is missing; the {plan.kind} protocols.{name} needs it"


def _lacking(plan: Protocol, staff: Staff | None, withdrawal: Withdrawal | None, tasks: Tasks) -> Iterator[Steps]:
    if isinstance(plan, FixedStay):
        return
    if staff is None:
        yield ("staff",)
    if withdrawal is None:
        yield ("withdrawal",)
    for task in tasks_of(plan):
        if getattr(tasks, task) is None:
            yield "tasks", task


def tasks_of(plan: Protocol) -> Iterator[str]:
    """Names of the tasks without which a protocol cannot be carried out."""
    if isinstance(plan, CarePlan):
        yield from OF_EVERYBODY
    if isinstance(plan, Dosed):
        yield from OF_DOSES
    if isinstance(plan, Alpha2Agonist):
        yield "blood_pressure"
    if isinstance(plan, Naltrexone) or (isinstance(plan, BuprenorphineContinued) and plan.injection):
        yield "injection"


def task_need_faults(
    tasks: Tasks, demand: Demand, counselling: Counselling, complications: Complications | None, protocols: Protocols
) -> Iterator[Wrong]:
    """A task and what calls for it: one without the other is half a statement."""
    for need in _needs(demand, counselling, complications):
        if need.user and getattr(tasks, need.task) is None:
            yield ("tasks", need.task), f"is missing; {need.user} needs it"
        if need.user is None:
            yield from _idle(tasks, need.task, need.without)
    called_for = {task for plan in protocols.values() for task in tasks_of(plan)}
    for task, kind in (("blood_pressure", "is an alpha-2 agonist"), ("injection", "has an injection")):
        if task not in called_for:
            yield from _idle(tasks, task, f"no protocol {kind}")


def _idle(tasks: Tasks, task: str, why: str) -> Iterator[Wrong]:
    if getattr(tasks, task) is not None:
        yield ("tasks", task), f"has no effect, because {why} (null takes it away)"


def _needs(demand: Demand, counselling: Counselling, complications: Complications | None) -> Iterator[Need]:
    kinds = complications.kinds if complications else {}
    watched = next((name for name, kind in kinds.items() if kind.ends.observation_pct), None)
    observed = f"complications.kinds.{watched}.ends.observation_pct" if watched else None
    yield _need("screening", "demand.screening", demand.screening)
    yield _need("counselling", "counselling.individual", counselling.individual)
    yield _need("group", "counselling.groups", counselling.groups)
    yield _need("response", "complications", complications)
    yield Need("constant_observation", observed, "no complication ends in observation")


def _need(task: str, user: str, said: object) -> Need:
    return Need(task, user if said else None, f"{user} is missing")


def care_faults(protocols: Protocols, counselling: Counselling, complications: Complications | None) -> Iterator[Wrong]:
    """What happens only in withdrawal care needs a protocol of it."""
    if any(isinstance(plan, CarePlan) for plan in protocols.values()):
        return
    for section, said in (("counselling", counselling != Counselling()), ("complications", complications is not None)):
        if said:
            yield (section,), "has no effect, because every protocol is a fixed stay (null takes it away)"
