"""The items of STRESS-DES 1.0, each with its answer for one scenario."""

from collections.abc import Iterator, Sequence

from sim.describe import components, evidence_base, experimentation, implementation
from sim.describe.aims import aims, outputs
from sim.describe.algorithms import algorithms
from sim.describe.assumptions import assumptions
from sim.describe.diagram import diagram
from sim.describe.difference import difference
from sim.describe.entities import entities
from sim.describe.entry_and_exit import entry_and_exit
from sim.describe.item import Item, Status, authored, filled
from sim.describe.parameters import NOT_GIVEN, Parameter, parameters
from sim.describe.rules import rules
from sim.describe.values import values
from sim.describe.words import bullets, escaped, paragraphs
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario


def checklist(loaded: LoadedScenario) -> Iterator[Item]:
    """Every item, in the order of the checklist."""
    scenario, found = loaded.scenario, list(parameters(loaded))
    yield from _objectives(scenario)
    yield from _logic(loaded)
    yield from _components(scenario)
    yield from _data(loaded, found)
    yield from _experimentation(scenario)
    yield from _implementation(scenario)


def _objectives(scenario: Scenario) -> Iterator[Item]:
    question = escaped(scenario.question)
    yield authored("1.1", "Purpose of the model", question, "The field `question` of the scenario is empty.")
    yield filled("1.2", "Model outputs", outputs(scenario))
    yield Item("1.3", "Experimentation aims", Status.FILLED if scenario.rationale else Status.PARTLY, aims(scenario))


def _logic(loaded: LoadedScenario) -> Iterator[Item]:
    scenario = loaded.scenario
    yield filled("2.1", "Base model overview diagram", diagram(scenario))
    yield filled("2.2", "Base model logic", rules(scenario))
    yield filled("2.3", "Scenario logic", difference(loaded))
    yield filled("2.4", "Algorithms", paragraphs(*algorithms(scenario)))


def _components(scenario: Scenario) -> Iterator[Item]:
    yield filled("2.5.1", "Entities", entities(scenario))
    yield filled("2.5.2", "Activities", components.activities(scenario.tasks))
    yield filled("2.5.3", "Resources", components.resources(scenario))
    yield filled("2.5.4", "Queues", components.queues(scenario))
    yield filled("2.5.5", "Entry and exit points", entry_and_exit(scenario))


def _data(loaded: LoadedScenario, found: Sequence[Parameter]) -> Iterator[Item]:
    yield _sources(found)
    notes = evidence_base.notes(found)
    missing = "The scenario has no `note` that says how a published figure was turned into a value."
    yield authored("3.2", "Pre-processing", notes, missing)
    yield filled("3.3", "Input parameters", values(found))
    yield filled("3.4", "Assumptions", assumptions(loaded, found))


def _sources(found: Sequence[Parameter]) -> Item:
    bare = [f"`{each.path}`" for each in found if each.strength == NOT_GIVEN]
    cited = any(each.grounds and each.grounds.sources for each in found)
    body = paragraphs(
        evidence_base.by_strength(found),
        evidence_base.sources(found) if cited else "",
        paragraphs("Numbers without a source or an assumption:", bullets(bare)) if bare else "",
    )
    grounded = any(each.grounds for each in found)
    return Item("3.1", "Data sources", _status(bool(bare), grounded), body)


def _status(lacks_some: bool, has_some: bool) -> Status:
    if not lacks_some:
        return Status.FILLED
    return Status.PARTLY if has_some else Status.NOT_PROVIDED


def _experimentation(scenario: Scenario) -> Iterator[Item]:
    yield filled("4.1", "Initialisation", experimentation.initialisation(scenario))
    yield filled("4.2", "Run length", experimentation.run_length(scenario.run))
    yield filled("4.3", "Estimation approach", experimentation.estimation(scenario.run))


def _implementation(scenario: Scenario) -> Iterator[Item]:
    yield filled("5.1", "Software", implementation.software())
    yield filled("5.2", "Random sampling", implementation.randomness(scenario))
    yield filled("5.3", "Model execution", implementation.execution(scenario))
    yield Item("5.4", "System specification", Status.PARTLY, implementation.machine())
    yield Item("6.1", "Computer model sharing", Status.PARTLY, implementation.access())
