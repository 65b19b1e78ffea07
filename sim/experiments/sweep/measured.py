"""What the points of a sweep measure."""

from sim.experiments.manifest import MeasureEntry
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.sweep import Sweep
from sim.measures import registry_for


def measures_of(sweep: Sweep) -> list[MeasureEntry]:
    """The measures that any point has, each once.

    A number decides how much there is of a thing, never whether it is there; so one point for each combination of
    words tells of all the others.
    """
    words = [axis.name for axis in sweep.axes if sweep.in_words(axis)]
    by_words: dict[tuple[object, ...], Point] = {}
    for point in sweep.to_run:
        by_words.setdefault(tuple(point.values[name] for name in words), point)
    found = {measure.name: measure for point in by_words.values() for measure in registry_for(sweep.scenario(point))}
    return [MeasureEntry.model_validate(measure, from_attributes=True) for measure in found.values()]
