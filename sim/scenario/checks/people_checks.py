"""Do the traits of people and the classes of the waiting list fit together?"""

from collections.abc import Iterator
from itertools import combinations

from sim.scenario.checks.names import BEFORE_CLASSES, Cast, unknown_words, word_faults
from sim.scenario.checks.wrong import Wrong, one_of, shares_fault
from sim.scenario.demand import Demand, PriorityClass
from sim.scenario.people import People, Trait
from sim.scenario.tree.node import Steps

CLASSES = ("demand", "priority_classes")


def people_faults(people: People) -> Iterator[Wrong]:
    """Each trait has a share or ages, and the ages make sense."""
    for name, trait in people.traits.items():
        here = ("people", "traits", name)
        yield from one_of(here, trait, ("share_pct", "ages"))
        if trait.ages:
            yield from _age_faults(here, trait, people)


def _age_faults(here: Steps, trait: Trait, people: People) -> Iterator[Wrong]:
    if people.age_years is None:
        yield (*here, "ages"), "needs people.age_years, which is missing"
    if trait.ages and trait.ages.from_years >= trait.ages.to_years:
        years = f"from {trait.ages.from_years:g} to {trait.ages.to_years:g}"
        yield (*here, "ages"), f"goes {years}; ages that rise are accepted"
    if trait.where:
        yield (*here, "where"), "has no effect on a trait by age; it is accepted beside share_pct"


def trait_word_faults(cast: Cast) -> Iterator[Wrong]:
    """A trait depends only on what is drawn before it."""
    spaces = cast.spaces
    known = [*spaces["source"], *spaces["opioid"]]
    for name, trait in cast.people.traits.items():
        for word in trait.where:
            here = ("people", "traits", name, "where", word)
            yield from unknown_words(cast, here, [word], known, "a source, an opioid or a trait above this one")
        known.append(name)


def class_faults(demand: Demand) -> Iterator[Wrong]:
    """Either each class has its share, or each but the last says who is in it."""
    classes = demand.priority_classes
    if not classes:
        return
    if any(each.share_pct is not None for each in classes.values()):
        yield from _shared(classes)
    else:
        yield from _described(classes)
        yield from _unreached(demand, classes)


def _shared(classes: dict[str, PriorityClass]) -> Iterator[Wrong]:
    mixed = False
    for name, each in classes.items():
        if each.all_of:
            mixed = True
            yield (*CLASSES, name, "all_of"), "is said where classes have a share_pct; one or the other is accepted"
        elif each.share_pct is None:
            mixed = True
            yield (*CLASSES, name, "share_pct"), "is missing; other classes have one"
    if not mixed:
        yield from shares_fault(CLASSES, (each.share_pct or 0.0 for each in classes.values()))


def _described(classes: dict[str, PriorityClass]) -> Iterator[Wrong]:
    *first, last = classes
    for name in first:
        if not classes[name].all_of:
            says = "says neither share_pct nor all_of, which only the last class may, as that for all others"
            yield (*CLASSES, name), says
    if classes[last].all_of:
        yield CLASSES, "leave out those who fit none of them; a last class without all_of is accepted"


def _unreached(demand: Demand, classes: dict[str, PriorityClass]) -> Iterator[Wrong]:
    given = {source.priority for source in demand.sources.values()}
    for (earlier, wide), (later, narrow) in combinations(classes.items(), 2):
        if wide.all_of and set(narrow.all_of) >= set(wide.all_of) and later not in given:
            yield (*CLASSES, later), f"is for nobody: all of its people are in {earlier}, which comes first"


def class_word_faults(cast: Cast) -> Iterator[Wrong]:
    """A class depends on who people are."""
    for name, each in (cast.demand.priority_classes or {}).items():
        yield from word_faults(cast, (*CLASSES, name, "all_of"), each.all_of, BEFORE_CLASSES)
