"""Reading the targets of a study: measures with the figures they should reach, and where those come from."""

from collections.abc import Mapping

from sim.experiments.calibration.study import Target
from sim.experiments.measure_said import UNKNOWN, read_amount, read_measure
from sim.experiments.said import Said
from sim.scenario import LoadedScenario
from sim.scenario.evidence import names
from sim.scenario.tree.node import Provenance
from sim.scenario.values.nearest import nearest, suggestion

NEEDED = ("measure", "value", "tolerance")
OPTIONAL = ("scenario", "source", "assumed")


def read_targets(said: Said, scenarios: Mapping[str, LoadedScenario | None]) -> tuple[Target, ...]:
    """At least one, each measure of a scenario once; what is wrong is added to the faults.

    `scenarios` has None for one that is not valid, whose measures nobody knows.
    """
    items = said.items()
    if not items and isinstance(said.node.content, tuple):
        said.wrong("is an empty list; at least one target is accepted")
    found: list[Target] = []
    for item in items:
        target = _target(item, scenarios)
        if target.measure and any((each.scenario, each.measure) == (target.scenario, target.measure) for each in found):
            item.wrong(f"is a second target for {target.measure} of {target.scenario}; one is accepted")
        found.append(target)
    return tuple(found)


def _target(item: Said, scenarios: Mapping[str, LoadedScenario | None]) -> Target:
    said = item.fields(NEEDED, OPTIONAL)
    scenario = _scenario(said, scenarios)
    measure = read_measure(said["measure"], scenarios.get(scenario)) if "measure" in said else UNKNOWN
    value = read_amount(said["value"], measure) if "value" in said else 0.0
    tolerance = said["tolerance"].number() if "tolerance" in said else 1.0
    if tolerance <= 0:
        said["tolerance"].wrong(f"is {tolerance:g}; a value above 0 is accepted")
    return Target(scenario, measure.name, measure.label, measure.unit, value, tolerance, _grounds(item, said))


def _scenario(said: dict[str, Said], scenarios: Mapping[str, LoadedScenario | None]) -> str:
    if "scenario" not in said:
        return next(iter(scenarios), "")
    name = said["scenario"].text()
    if name and scenarios and name not in scenarios:
        hint = suggestion(name, scenarios)
        said["scenario"].wrong(f"is '{name}', which the study does not name under 'also'{hint}")
    return name


def _grounds(item: Said, said: dict[str, Said]) -> Provenance:
    if ("source" in said) == ("assumed" in said):
        item.wrong("one of 'source' and 'assumed' is accepted in a target")
        return Provenance("assumed", "")
    if "assumed" in said:
        return Provenance("assumed", said["assumed"].text())
    source = said["source"]
    listed = source.items() if isinstance(source.node.content, tuple) else [source]
    return Provenance("source", ", ".join(map(_row, listed)))


def _row(said: Said) -> str:
    name = said.text()
    if name and name not in names():
        best = nearest(name, names())
        hint = f"did you mean {best}?" if best else "say 'assumed: why' for a figure without one"
        said.wrong(f"is '{name}', which is no row of the evidence table; {hint}")
    return name
