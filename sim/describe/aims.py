"""What is asked of the model and what it answers with (STRESS-DES 1.2, 1.3)."""

from collections.abc import Iterator
from itertools import groupby

from sim.describe.blocks import Block, grid
from sim.describe.words import escaped, paragraphs
from sim.measures import MEASURES, registry_for
from sim.scenario.scenario import Scenario

HEADS = ("Measure", "Unit", "Definition", "Kind")


def outputs(scenario: Scenario) -> Iterator[Block]:
    """The measures that this scenario has, by group; those that are split by role or the like once."""
    taken = {measure.name.partition("[")[0] for measure in registry_for(scenario)}
    groups = groupby((each for each in MEASURES if each.name in taken), key=lambda measure: measure.group)
    yield (
        "Each measure is taken from the event log of each replication, inside the measured window, and then averaged "
        "over replications. Its kind says how a replication gives it: a mean or share over the people, days of their "
        "stays, tasks, sessions or breaks concerned (per …), a mean over time (time-weighted), a count, or money."
    )
    for group, measures in groups:
        yield f"#### {group.capitalize()}"
        rows = ((escaped(m.label), m.unit, escaped(m.definition), m.kind) for m in measures)
        yield grid(f"Measures, {group}", HEADS, rows)


def aims(scenario: Scenario) -> str:
    """Scenario and rationale, design, and optimisation, of which there is none."""
    rationale = escaped(scenario.rationale) or "not provided by author; the field `rationale` of the scenario is empty."
    return paragraphs(
        f"Scenario: {escaped(scenario.name)}. Rationale: {rationale}",
        f"Design: one scenario, {scenario.run.replications} replications; comparisons with other scenarios are "
        "paired, replication by replication.",
        "Optimisation: none.",
    )
