"""Who gains and who loses: the measures of people, taken for each group of them alone."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from sim.measures.happened import Ints
from sim.measures.registry import DECLARED
from sim.measures.seen import Seen
from sim.measures.window import Bools
from sim.scenario.demand import Source
from sim.scenario.protocols import Plan
from sim.scenario.withdrawal import Opioid
from sim.vocabulary import Event

COLUMNS = ["split", "group", "label", "measure", "value", "people"]


class GroupOfPeople(NamedTuple):
    """Episodes that have something in common; `some` has the shape of the patient table."""

    split: str
    name: str
    label: str
    some: Bools


def groups(seen: Seen) -> pd.DataFrame:
    """Columns split, group, label, measure, value, people: one row for each group and measure of people.

    `split` is opioid, source, protocol or the name of a trait, `people` how many
    of the group were admitted in the window. A split into fewer than two groups
    is left out.
    """
    taken = [one for each in DECLARED if each.of_people for one in each.taken_from(seen.scenario)]
    admitted = seen.window.holds(seen.time_of(Event.ADMITTED))
    rows = []
    for split, name, label, some in _groups(seen):
        part, people = seen.only(some), int(np.count_nonzero(admitted & some))
        rows += [(split, name, label, measure.name, take(part), people) for measure, take in taken]
    return pd.DataFrame(rows, columns=COLUMNS)


def _groups(seen: Seen) -> Iterator[GroupOfPeople]:
    scenario, people = seen.scenario, seen.population
    opioids = scenario.withdrawal.opioids if scenario.withdrawal else {}
    kinds: tuple[tuple[str, Mapping[str, Opioid | Source | Plan], Ints], ...] = (
        ("opioid", opioids, people.opioid),
        ("source", scenario.demand.sources, people.source),
        ("protocol", scenario.protocols, people.protocol),
    )
    for split, parts, numbers in kinds:
        for number, (name, part) in enumerate(parts.items() if len(parts) > 1 else ()):
            yield GroupOfPeople(split, name, part.label or name, numbers == number)
    for number, (name, trait) in enumerate(scenario.people.traits.items()):
        has, label = people.traits.has[:, number], trait.label or name
        yield GroupOfPeople(name, "with", label, has)
        yield GroupOfPeople(name, "without", f"not: {label}", ~has)
