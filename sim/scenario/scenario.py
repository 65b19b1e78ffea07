"""A whole scenario: everything that decides a run, parsed once and frozen."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sim.scenario.afterwards import Afterwards
from sim.scenario.beds import UnitPart
from sim.scenario.census import Census
from sim.scenario.complications import Complications
from sim.scenario.counselling import Counselling
from sim.scenario.demand import Demand
from sim.scenario.money import Money
from sim.scenario.part import Name, Part
from sim.scenario.people import People
from sim.scenario.protocols import Protocol
from sim.scenario.run import Run
from sim.scenario.staff import Staff, Tasks
from sim.scenario.transition import Transition
from sim.scenario.withdrawal import Leaving, Withdrawal


def _version(value: Any) -> Any:
    if type(value) is not int or value != 1:  # true and 1.0 are equal to 1
        raise ValueError("1 is accepted, the version that this program reads")
    return value


Version = Annotated[Literal[1], BeforeValidator(_version)]


class Scenario(Part):
    """A planner's question about the unit, with every number that answers it."""

    schema_version: Version
    """Of the way scenario files are written."""
    name: str = Field(min_length=1, max_length=200)
    question: str = ""
    rationale: str = ""
    run: Run
    demand: Demand
    people: People = People()
    unit: UnitPart
    staff: Staff | None = None
    tasks: Tasks = Tasks()
    withdrawal: Withdrawal | None = None
    protocols: dict[Name, Protocol] = Field(min_length=1)
    counselling: Counselling = Counselling()
    leaving: Leaving | None = None
    complications: Complications | None = None
    transition: Transition | None = None
    afterwards: Afterwards | None = None
    money: Money | None = None
    census: Census | None = None
