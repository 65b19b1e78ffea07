"""Who people are: source, opioid, traits and class, the same in each of their episodes.

Traits without conditions are drawn independently of each other; the scenario's
description lists that as an assumption.
"""

from dataclasses import dataclass

import numpy as np

from sim.patients.arrivals import Group
from sim.patients.streams import Purpose
from sim.patients.who import Bools, Floats, Ints, Who, choose, placed
from sim.scenario.census import OnList
from sim.scenario.demand import PriorityClass, Source
from sim.scenario.scenario import Scenario


@dataclass(frozen=True)
class Character:
    """What lasts of a person; arrays have shape (people,), `has` (people, traits)."""

    opioid: Ints
    age_years: Floats
    has: Bools
    priority: Ints


def draw_character(scenario: Scenario, group: Group, who: Who) -> Character:
    """Draw everybody of the group and tell `who` the words that are true of them."""
    sources = list(scenario.demand.sources)
    who.tell_choice(sources, np.full(who.people, group.source))
    opioid = _opioid(scenario, group, who)
    age_years = _age(scenario, group)
    has = _traits(scenario, group, who, age_years)
    return Character(opioid, age_years, has, _priority(scenario, group, who))


def _opioid(scenario: Scenario, group: Group, who: Who) -> Ints:
    if scenario.withdrawal is None:
        return np.full(who.people, -1)
    opioids = scenario.withdrawal.opioids
    opioid = by_share(group.lasting_ranks(Purpose.OPIOID), [each.share_pct for each in opioids.values()])
    names = list(opioids)
    for row, said in enumerate(group.said):
        if said.opioid is not None:
            opioid[row] = names.index(said.opioid)
    who.tell_choice(names, opioid)
    return opioid


def _age(scenario: Scenario, group: Group) -> Floats:
    age = scenario.people.age_years
    ranks = group.lasting_ranks(Purpose.AGE)
    return np.full(ranks.size, np.nan) if age is None else age.quantile(ranks)


def _traits(scenario: Scenario, group: Group, who: Who, age_years: Floats) -> Bools:
    has = np.zeros((who.people, len(scenario.people.traits)), dtype=bool)
    for number, (name, trait) in enumerate(scenario.people.traits.items()):
        if trait.ages is not None:
            has[:, number] = (age_years >= trait.ages.from_years) & (age_years < trait.ages.to_years)
        else:
            share = who.share(trait.share_pct or 0.0, trait.where)
            has[:, number] = group.lasting_ranks(Purpose.TRAIT, name) < share
        for row, said in enumerate(group.said):
            if name in said.has or name in said.has_not:
                has[row, number] = name in said.has
        who.tell(name, has[:, number])
    return has


def _priority(scenario: Scenario, group: Group, who: Who) -> Ints:
    classes = scenario.demand.priority_classes or {}
    source = list(scenario.demand.sources.values())[group.source]
    priority = _class_of(classes, source, group, who)
    for row, said in enumerate(group.said):
        if isinstance(said, OnList) and said.priority is not None:
            priority[row] = list(classes).index(said.priority)
    placed(priority, "demand.priority_classes")
    who.tell_choice(list(classes), priority)
    return priority


def _class_of(classes: dict[str, PriorityClass], source: Source, group: Group, who: Who) -> Ints:
    if not classes:
        return np.zeros(who.people, dtype=np.int64)
    if source.priority:
        return np.full(who.people, list(classes).index(source.priority))
    if any(each.share_pct is not None for each in classes.values()):
        return by_share(group.lasting_ranks(Purpose.PRIORITY), [each.share_pct or 0.0 for each in classes.values()])
    fits = np.stack([who.all_of(each.all_of) for each in classes.values()])
    return np.where(fits.any(axis=0), np.argmax(fits, axis=0), -1)


def by_share(ranks: Floats, shares_pct: list[float]) -> Ints:
    """One of several by shares that are the same for everybody."""
    return choose(ranks, np.broadcast_to(np.array(shares_pct), (ranks.size, len(shares_pct))))
