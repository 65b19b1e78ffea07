"""What is asked of the model and what it answers with (STRESS-DES 1.2, 1.3)."""

from itertools import groupby

from sim.describe.words import escaped, paragraphs, table
from sim.measures import MEASURES, registry_for
from sim.scenario.scenario import Scenario

HEADS = ("Measure", "Unit", "Definition", "Kind")


def outputs(scenario: Scenario) -> str:
    """The measures that this scenario has, by group; those that are split by role or the like once."""
    taken = {measure.name.partition("[")[0] for measure in registry_for(scenario)}
    groups = groupby((each for each in MEASURES if each.name in taken), key=lambda measure: measure.group)
    tables = (
        part
        for group, measures in groups
        for part in (
            f"#### {group.capitalize()}",
            table(HEADS, ((escaped(m.label), m.unit, escaped(m.definition), m.kind) for m in measures)),
        )
    )
    return paragraphs(
        "Each measure is taken from the event log of each replication, inside the measured window, and then averaged "
        "over replications.",
        *tables,
    )


def aims(scenario: Scenario) -> str:
    """Scenario and rationale, design, and optimisation, of which there is none."""
    rationale = escaped(scenario.rationale) or "not provided by author."
    return paragraphs(
        f"Scenario: {escaped(scenario.name)}. Rationale: {rationale}",
        f"Design: one scenario, {scenario.run.replications} replications; comparisons with other scenarios are "
        "paired, replication by replication.",
        "Optimisation: none.",
    )
