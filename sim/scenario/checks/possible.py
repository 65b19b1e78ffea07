"""Who people can be: which words may be true of one person together.

Only shares of 0 and 100 rule anything out. Words that a question does not turn
on are left out, so that few combinations have to be looked at.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice

from sim.scenario.checks.names import Cast
from sim.scenario.people import Ages, Trait

Combination = frozenset[str]
"""The words that are true of a person."""

MOST = 20_000
"""More combinations than this are not looked at."""

EITHER_PCT = 50.0
"""Of a trait that fails to say: people may have it or not."""

OLDEST_YEARS = Ages().to_years


class TooMany(Exception):
    """There are more combinations than can be looked at."""


def possible_people(cast: Cast, words: Iterable[str]) -> Iterator[Combination]:
    """Each combination of these words, and of those on which they depend, that a person may have.

    Raises TooMany after the first `MOST` of them.
    """
    asked = _all_that_decides(cast, words)
    people: Iterator[Combination] = iter([frozenset()])
    for step in _drawing(cast, asked):
        people = chain.from_iterable(map(step, people))
    yield from islice(people, MOST)
    if next(people, None) is not None:
        raise TooMany


def admits(rule: object, true: Combination) -> bool:
    """Whether somebody is meant by `only_for` and `not_for`."""
    only_for, not_for = getattr(rule, "only_for", ()), getattr(rule, "not_for", ())
    return (not only_for or not true.isdisjoint(only_for)) and true.isdisjoint(not_for)


def words_of(rule: object) -> set[str]:
    """All words of `only_for` and `not_for`."""
    return {*getattr(rule, "only_for", ()), *getattr(rule, "not_for", ())}


def _all_that_decides(cast: Cast, words: Iterable[str]) -> set[str]:
    """These words and all on which they depend."""
    found: set[str] = set()
    waiting = list(words)
    while waiting:
        word = waiting.pop()
        if word not in found:
            found.add(word)
            waiting.extend(_decided_by(cast, word))
    return found


def _decided_by(cast: Cast, word: str) -> set[str]:
    classes = cast.demand.priority_classes or {}
    if word in cast.people.traits:
        return set(cast.people.traits[word].where)
    if word in classes:
        by_source = [name for name, source in cast.demand.sources.items() if source.priority]
        return {*by_source, *chain.from_iterable(each.all_of for each in classes.values())}
    if word in cast.protocols:
        return set().union(*map(words_of, cast.protocols.values()))
    return set()


def _drawing(cast: Cast, asked: set[str]) -> Iterator[Callable[[Combination], Iterable[Combination]]]:
    """What is decided about a person, in order: each step gives the ways in which a combination may go on."""
    spaces = {kind: asked.intersection(names) for kind, names in cast.spaces.items()}
    if spaces["source"]:
        sources = cast.demand.sources.items()
        yield partial(_one_more, [name for name, each in sources if each.share_pct != 0])
    if spaces["opioid"] and cast.withdrawal:
        opioids = cast.withdrawal.opioids.items()
        yield partial(_one_more, [name for name, each in opioids if each.share_pct > 0])
    traits = {name: trait for name, trait in cast.people.traits.items() if name in asked}
    yield partial(_of_some_age, {name: trait for name, trait in traits.items() if trait.ages})
    yield from (partial(_with_trait, name, trait) for name, trait in traits.items() if not trait.ages)
    if spaces["priority class"]:
        yield partial(_in_class, cast)
    if spaces["protocol"]:
        yield partial(_on_protocol, cast)


def _one_more(names: list[str], true: Combination) -> Iterator[Combination]:
    return (true | {name} for name in names)


def _of_some_age(traits: dict[str, Trait], true: Combination) -> set[Combination]:
    ages = {name: trait.ages for name, trait in traits.items() if trait.ages}
    edges = {0.0, *(edge for each in ages.values() for edge in (each.from_years, each.to_years))}
    return {
        true | {name for name, each in ages.items() if each.from_years <= years < each.to_years}
        for years in edges - {OLDEST_YEARS}
    }


def _with_trait(name: str, trait: Trait, true: Combination) -> list[Combination]:
    otherwise_pct = EITHER_PCT if trait.share_pct is None else trait.share_pct
    share_pct = next((pct for word, pct in trait.where.items() if word in true), otherwise_pct)
    return [true] * (share_pct < 100) + [true | {name}] * (share_pct > 0)


def _in_class(cast: Cast, true: Combination) -> list[Combination]:
    classes = cast.demand.priority_classes or {}
    given = [source.priority for name, source in cast.demand.sources.items() if name in true and source.priority]
    if given:
        return [true | {given[0]}]
    if any(each.share_pct is not None for each in classes.values()):
        return [true | {name} for name, each in classes.items() if each.share_pct]
    return [true | {name} for name, each in classes.items() if true.issuperset(each.all_of)][:1]


def _on_protocol(cast: Cast, true: Combination) -> Iterator[Combination]:
    return (true | {name} for name, plan in cast.protocols.items() if plan.share_pct and admits(plan, true))
