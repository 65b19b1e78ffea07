"""The first sentences of an answer with several alternatives: which one does most for what, and for how much money."""

import math

import pandas as pd

from reports.captions.money import change
from reports.costs import brings_in
from reports.effects import moves, topic
from reports.figures import waterfall
from reports.study import Measure, Study
from reports.words import count_word, listing, named_once, quoted, sentence

AIMS = ("wait_mean_h", "checks_on_time_pct", "self_discharge_pct")
"""The way in, the care, and how it ends."""
MOST_NAMED = 2
"""Alternatives named for one aim."""
MOST_AMOUNTS = 3
"""Alternatives whose money is told in one sentence."""

Changes = list[tuple[str, "pd.Series"]]


def lead(study: Study) -> list[str]:
    """Sentences over all alternatives; none with fewer than two, or with one replication, which settles nothing."""
    if len(study.alternatives) < 2 or study.replications < 2:
        return []
    return [named_once(told) for told in (*_aims(study), *_money(study))]


def _aims(study: Study) -> list[str]:
    """Who does most for each aim that some alternative clearly moves, then the aims that none moves."""
    moved, unmoved = [], []
    for measure in (measure for name in AIMS for measure in study.headline if measure.name == name):
        told = _most(study, measure)
        if told:
            moved.append(told)
        else:
            unmoved.append(topic(measure))
    parts = [listing(moved)] if moved else []
    if unmoved:
        parts.append(f"no alternative clearly changes {listing(unmoved, 'or')}")
    return [sentence("; ".join(parts))] if parts else []


def _most(study: Study, measure: Measure) -> str:
    """`“A” would cut the mean wait for a bed most (2.0 h less; …)`; empty when no alternative clearly moves it."""
    for verdict, otherwise in (("better", ""), ("worse", ", and no alternative clearly the other way")):
        changes = _such(study, measure.name, verdict)
        if changes:
            first = _leaders(changes)
            most = " most" if len(changes) > len(first) else ""
            return f"{_named(study, first)} would {moves(measure, first[0][1], most)}{otherwise}"
    return ""


def _such(study: Study, measure: str, verdict: str) -> Changes:
    """Alternatives with a verdict, the largest change first."""
    rows = [(scenario["id"], study.difference(scenario["id"], measure)) for scenario in study.alternatives]
    such = [(name, row) for name, row in rows if row is not None and row["verdict"].partition(",")[0] == verdict]
    return sorted(such, key=lambda pair: -abs(pair[1]["difference"]))


def _leaders(changes: Changes) -> Changes:
    """The largest change, and those whose intervals reach into its own: which of them is larger stays open."""
    _, first = changes[0]
    near = min(abs(first["low"]), abs(first["high"]))
    return [pair for pair in changes if max(abs(pair[1]["low"]), abs(pair[1]["high"])) >= near]


def _named(study: Study, changes: Changes) -> str:
    named = [quoted(study.names[scenario]) for scenario, _ in changes[:MOST_NAMED]]
    rest = len(changes) - MOST_NAMED
    return listing([*named, count_word(rest, "other")] if rest > 0 else named)


def _money(study: Study) -> list[str]:
    """What a year leaves under each alternative, or costs where nothing comes in: all of a few, the ends of many."""
    balance = waterfall.BALANCE if brings_in(study) else waterfall.TOTAL
    measures = [measure for measure in study.measures if measure.name == balance]
    table = study.frame("differences")
    steps = [
        (each["name"], step) for each in study.alternatives for step in waterfall.steps(table, measures, each["id"])
    ]
    steps = [(name, step) for name, step in steps if math.isfinite(step.change)]
    if not steps:
        return []
    best_first = sorted(steps, key=lambda pair: pair[1].change, reverse=balance == waterfall.BALANCE)
    currency = measures[0].unit.removesuffix(" a year")
    said = [f"{change(step, currency)} under {quoted(name)}" for name, step in best_first]
    told = listing(said) if len(said) <= MOST_AMOUNTS else f"from {said[0]} to {said[-1]}"
    return [f"In a year {'the balance would be' if brings_in(study) else 'it would cost'} {told}."]
