"""The items of STRESS-DES 1.0, each with its answer for one scenario."""

from collections.abc import Iterator, Sequence

from sim.describe import components, evidence_base, experimentation, implementation
from sim.describe.aims import aims, outputs
from sim.describe.algorithms import algorithms
from sim.describe.assumptions import assumptions
from sim.describe.blocks import Block
from sim.describe.diagram import diagram
from sim.describe.difference import difference
from sim.describe.entities import entities
from sim.describe.entry_and_exit import entry_and_exit
from sim.describe.item import Item, Status, authored, filled, partly
from sim.describe.parameters import NOT_GIVEN, Parameter, parameters
from sim.describe.purpose import PURPOSE, question
from sim.describe.ran import Ran, precision_reached
from sim.describe.rules import rules
from sim.describe.values import values
from sim.describe.words import bullets
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario


def checklist(loaded: LoadedScenario, against: LoadedScenario | None = None, run: Ran | None = None) -> Iterator[Item]:
    """Every item, in the order of the checklist. `against` is the scenario to tell the difference from."""
    scenario, found = loaded.scenario, list(parameters(loaded))
    yield from _objectives(scenario)
    yield from _logic(loaded, against)
    yield from _components(scenario)
    yield from _data(loaded, found)
    yield from _experimentation(loaded, run)
    yield from _implementation(loaded, run)


def _objectives(scenario: Scenario) -> Iterator[Item]:
    yield Item("1.1", "Purpose of the model", _status(not scenario.question, True), (PURPOSE, question(scenario)))
    yield filled("1.2", "Model outputs", *outputs(scenario))
    yield Item("1.3", "Experimentation aims", _status(not scenario.rationale, True), (aims(scenario),))


def _logic(loaded: LoadedScenario, against: LoadedScenario | None) -> Iterator[Item]:
    scenario = loaded.scenario
    yield filled("2.1", "Base model overview diagram", diagram(scenario))
    yield filled("2.2", "Base model logic", *rules(scenario))
    yield filled("2.3", "Scenario logic", *difference(loaded, against))
    yield filled("2.4", "Algorithms", *algorithms(scenario))


def _components(scenario: Scenario) -> Iterator[Item]:
    yield filled("2.5.1", "Entities", entities(scenario))
    yield filled("2.5.2", "Activities", components.activities(scenario))
    yield filled("2.5.3", "Resources", components.resources(scenario))
    yield filled("2.5.4", "Queues", components.queues(scenario))
    yield filled("2.5.5", "Entry and exit points", entry_and_exit(scenario))


def _data(loaded: LoadedScenario, found: Sequence[Parameter]) -> Iterator[Item]:
    yield _sources(found)
    notes = evidence_base.notes(found)
    missing = "The scenario has no `note` that says how a published figure was turned into a value."
    yield authored("3.2", "Pre-processing", notes, missing)
    yield filled("3.3", "Input parameters", values(found))
    yield filled("3.4", "Assumptions", *assumptions(loaded, found))


def _sources(found: Sequence[Parameter]) -> Item:
    bare = [f"`{each.path}`" for each in found if each.strength == NOT_GIVEN]
    body: list[Block] = [evidence_base.by_strength(found)]
    if any(each.grounds and each.grounds.sources for each in found):
        body.append(evidence_base.sources(found))
    if bare:
        body += ["Numbers without a source or an assumption:", bullets(bare)]
    return Item("3.1", "Data sources", _status(bool(bare), any(each.grounds for each in found)), body)


def _status(lacks_some: bool, has_some: bool) -> Status:
    if not lacks_some:
        return Status.FILLED
    return Status.PARTLY if has_some else Status.NOT_PROVIDED


def _experimentation(loaded: LoadedScenario, run: Ran | None) -> Iterator[Item]:
    reasoned = experimentation.warm_up_is_reasoned(loaded, run)
    yield Item("4.1", "Initialisation", _status(not reasoned, True), (experimentation.initialisation(loaded, run),))
    yield filled("4.2", "Run length", experimentation.run_length(loaded.scenario.run))
    told = experimentation.estimation(loaded, run.facts.replications if run else None)
    yield filled("4.3", "Estimation approach", told, *(precision_reached(run) if run else ()))


def _implementation(loaded: LoadedScenario, run: Ran | None) -> Iterator[Item]:
    yield filled("5.1", "Software or programming language", implementation.software(run))
    yield filled("5.2", "Random sampling", implementation.randomness(loaded.scenario))
    yield filled("5.3", "Model execution", implementation.execution(loaded.scenario))
    yield Item("5.4", "System specification", _status(run is None, True), (implementation.machine(run),))
    yield partly("6.1", "Computer model sharing statement", implementation.access(loaded))
