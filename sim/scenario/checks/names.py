"""Words: the names by which a scenario says who is meant, and which of them are known where.

People are drawn source first, then opioid, traits, priority class and protocol;
a rule can only speak of what is drawn before it is needed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sim.scenario.checks.wrong import Wrong
from sim.scenario.demand import Demand
from sim.scenario.people import People
from sim.scenario.protocols import Protocol
from sim.scenario.tree.node import Steps
from sim.scenario.values.nearest import suggestion
from sim.scenario.withdrawal import Withdrawal

HOMES: dict[str, Steps] = {
    "source": ("demand", "sources"),
    "opioid": ("withdrawal", "opioids"),
    "trait": ("people", "traits"),
    "priority class": ("demand", "priority_classes"),
    "protocol": ("protocols",),
}
"""What a word may name, in the order of drawing, and where such names are given."""

BEFORE_CLASSES = ("source", "opioid", "trait")
BEFORE_PROTOCOLS = (*BEFORE_CLASSES, "priority class")
ALL = (*BEFORE_PROTOCOLS, "protocol")


@dataclass(frozen=True)
class Cast:
    """The sections that say who people can be."""

    people: People
    withdrawal: Withdrawal | None
    demand: Demand
    protocols: dict[str, Protocol]

    @property
    def spaces(self) -> dict[str, tuple[str, ...]]:
        """Names by what they name."""
        opioids = self.withdrawal.opioids if self.withdrawal else ()
        named = (self.demand.sources, opioids, self.people.traits, self.demand.priority_classes or (), self.protocols)
        return dict(zip(HOMES, map(tuple, named), strict=True))

    def kind_of(self, word: str) -> str | None:
        """What the word names; None for nothing."""
        return next((kind for kind, names in self.spaces.items() if word in names), None)


def name_faults(cast: Cast) -> Iterator[Wrong]:
    """A word names one thing only."""
    first: dict[str, str] = {}
    for kind, names in cast.spaces.items():
        for name in names:
            if name in first:
                yield (*HOMES[kind], name), f"is the name of {_one(first[name])} too; a name of its own is accepted"
            first.setdefault(name, kind)


def word_faults(cast: Cast, steps: Steps, words: Iterable[str], kinds: tuple[str, ...] = ALL) -> Iterator[Wrong]:
    """Words in a list or as the keys of a map: each must name one of these kinds of thing."""
    known = [name for kind in kinds for name in cast.spaces[kind]]
    yield from unknown_words(cast, steps, words, known, _either(kinds))


def unknown_words(cast: Cast, steps: Steps, words: Iterable[str], known: list[str], what: str) -> Iterator[Wrong]:
    """Words that are not known there; `what` says which would be."""
    for word in words:
        kind = cast.kind_of(word)
        if word not in known and kind is not None:
            yield steps, f"names the {kind} '{word}', which is decided later; {what} is accepted"
        elif word not in known:
            yield steps, f"names '{word}'; {what} is accepted{suggestion(word, known)}"


def rule_faults(cast: Cast, steps: Steps, rule: object, kinds: tuple[str, ...] = ALL) -> Iterator[Wrong]:
    """The words of `only_for` and `not_for`."""
    for name in ("only_for", "not_for"):
        yield from word_faults(cast, (*steps, name), getattr(rule, name, ()), kinds)


def _either(kinds: tuple[str, ...]) -> str:
    return f"the name of {_one(', '.join(kinds[:-1]))} or {kinds[-1]}"


def _one(kind: str) -> str:
    return f"an {kind}" if kind.startswith("o") else f"a {kind}"
