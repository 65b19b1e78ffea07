"""Protocols, destinations and bed groups: there is one for everybody, and somebody for each."""

from collections.abc import Iterator, Mapping

from sim.scenario.checks.names import Cast
from sim.scenario.checks.possible import TooMany, admits, possible_people, words_of
from sim.scenario.checks.wrong import Wrong
from sim.scenario.tree.node import Steps


def have_rules(choices: Mapping[str, object]) -> bool:
    """Whether any of them is for some people only."""
    return any(words_of(choice) for choice in choices.values())


def one_for_everybody(cast: Cast, steps: Steps, choices: Mapping[str, object], open_one: str) -> Iterator[Wrong]:
    """Nobody may be left without a choice; `open_one` says what a choice for everybody looks like.

    Silent while words are unknown: those are faults of their own.
    """
    words = set().union(*map(words_of, choices.values()))
    if not all(words_of(choice) for choice in choices.values()) or not all(map(cast.kind_of, words)):
        return
    try:
        left_out = next((true for true in possible_people(cast, words) if not _any_admits(choices, true)), None)
    except TooMany:
        yield steps, f"say too much to see whether everybody has one of them; {open_one} is accepted"
        return
    if left_out is not None:
        who = ", ".join(_described(cast, left_out, words))
        yield steps, f"leave some people out ({who}); {open_one}, or one for these, is accepted"


def somebody_for_each(cast: Cast, steps: Steps, choices: Mapping[str, object]) -> Iterator[Wrong]:
    """A choice that nobody could have does nothing."""
    for name, choice in choices.items():
        words = words_of(choice)
        if not words or not all(map(cast.kind_of, words)):
            continue
        try:
            is_for_nobody = not any(admits(choice, true) for true in possible_people(cast, words))
        except TooMany:
            continue
        if is_for_nobody:
            yield (*steps, name), "is for nobody: no person fits its only_for and not_for (null takes it away)"


def _any_admits(choices: Mapping[str, object], true: frozenset[str]) -> bool:
    return any(admits(choice, true) for choice in choices.values())


def _described(cast: Cast, true: frozenset[str], words: set[str]) -> Iterator[str]:
    """What sets these people apart: who they are, as far as the words turn on it, and traits that they lack."""
    for kind, names in cast.spaces.items():
        asked = words.intersection(names)
        if kind == "trait":
            yield from (name if name in true else f"not {name}" for name in names if name in asked)
        elif asked:
            yield from (name for name in names if name in true)
