"""Words of the scenario as a reader knows them: the labels of traits, opioids, sources, classes and protocols."""

from collections.abc import Iterator, Mapping

from sim.describe.words import escaped, listing
from sim.scenario.part import Words
from sim.scenario.scenario import Scenario


def word_name(scenario: Scenario, word: str) -> str:
    """The label of what a word names, in quotes, or the word itself where it has none."""
    return f"“{escaped(next(_labels(scenario, word), '') or word)}”"


def names(scenario: Scenario, words: Words | Mapping[str, object], joint: str = " or ") -> str:
    """The labels of several words."""
    return listing([word_name(scenario, word) for word in words], joint)


def who(scenario: Scenario, only_for: Words, not_for: Words = ()) -> str:
    """For whom a rule holds: `everyone`, `people with “A” or “B” but not with “C”`."""
    spared = f" but not with {names(scenario, not_for)}" if not_for else ""
    if only_for:
        return f"people with {names(scenario, only_for)}{spared}"
    return "everyone" + spared.replace("but not with", "but people with")


def by_word(scenario: Scenario, shares_pct: Mapping[str, float]) -> str:
    """Shares that differ by word, in the order in which they count."""
    return "; ".join(f"{share_pct:g} % with {word_name(scenario, word)}" for word, share_pct in shares_pct.items())


def _labels(scenario: Scenario, word: str) -> Iterator[str]:
    """The label of everything that has this name; names are unique over all of it."""
    opioids = scenario.withdrawal.opioids if scenario.withdrawal else {}
    demand = scenario.demand
    named: tuple[Mapping[str, object], ...] = (
        scenario.people.traits, opioids, demand.sources, demand.priority_classes or {}, scenario.protocols,
    )  # fmt: skip
    for known in named:
        if word in known:
            yield getattr(known[word], "label", "")
