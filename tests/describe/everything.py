"""The scenario that uses every rule, and what is said of it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from sim.describe import components
from sim.describe.document import describe
from sim.describe.entities import entities
from sim.describe.entry_and_exit import entry_and_exit
from sim.describe.experimentation import initialisation
from sim.describe.markdown import markdown, rendered
from sim.describe.rules import rules
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.scenario import Scenario

FILE = Path(__file__).parent / "scenarios" / "everything.yaml"


@cache
def everything(*changes: str) -> LoadedScenario:
    """The scenario with changes such as `complications=null`."""
    return load_scenario(FILE, changes)


def text_of(loaded: LoadedScenario) -> str:
    """The document as Markdown."""
    return markdown(describe(loaded))


def told(*changes: str) -> str:
    """Its rules in words."""
    return rendered(rules(everything(*changes).scenario))


def rule(name: str, *changes: str) -> str:
    """One rule, from its name to the next one or the next heading."""
    after = told(*changes).partition(f"**{name}.**")[2]
    return after.partition("\n\n**")[0].partition("\n\n####")[0].partition("\n\n***")[0]


def logic(loaded: LoadedScenario) -> str:
    """All that is said of rules and components, without the table of parameters."""
    scenario = loaded.scenario
    return rendered(
        (
            *rules(scenario),
            entities(scenario),
            components.activities(scenario),
            components.resources(scenario),
            components.queues(scenario),
            entry_and_exit(scenario),
            initialisation(loaded),
        )
    )


def with_scenario(scenario: Scenario) -> LoadedScenario:
    """The same file with another scenario in it."""
    return replace(everything(), scenario=scenario)
