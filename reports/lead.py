"""The first sentences of an answer with several alternatives: which one does most for what, and for how much money."""

import math
from collections.abc import Sequence

import pandas as pd

from reports.captions.money import change
from reports.costs import brings_in
from reports.effects import moves, ranked, topic
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
Firsts = dict[Measure, tuple[str, Changes, bool]]


def lead(study: Study) -> list[str]:
    """Sentences over all alternatives; none with fewer than two, or with one replication, which settles nothing."""
    if len(study.alternatives) < 2 or study.replications < 2:
        return []
    firsts = {measure: _first(study, measure) for name in AIMS for measure in study.headline if measure.name == name}
    told = [*_aims(study, firsts), *_others(study, firsts), *_harms(study), *_money(study)]
    return [named_once(said) for said in told]


def _first(study: Study, measure: Measure) -> tuple[str, Changes, bool]:
    """The verdict, who does most for good, or for ill where nobody does good, and whether others follow."""
    for verdict in ("better", "worse"):
        changes = _such(study, measure.name, verdict)
        if changes:
            first = _leaders(changes)
            return verdict, first, len(changes) > len(first)
    return "", [], False


def _aims(study: Study, firsts: Firsts) -> list[str]:
    """Who does most for each aim that some alternative clearly moves, then the aims that none moves."""
    moved, unmoved = [], [topic(measure) for measure, (verdict, _, _) in firsts.items() if not verdict]
    for measure, (verdict, first, followed) in firsts.items():
        if verdict:
            otherwise = ", and no alternative clearly the other way" if verdict == "worse" else ""
            told = moves(measure, first[0][1], " most" if followed else "")
            moved.append(f"{_named(study, first)} would {told}{otherwise}")
    parts = [listing(moved)] if moved else []
    if unmoved:
        parts.append(f"no alternative clearly changes {listing(unmoved, 'or')}")
    return [sentence("; ".join(parts))] if parts else []


def _others(study: Study, firsts: Firsts) -> list[str]:
    """What the others do best: an alternative that leads in no aim may have been meant for something else."""
    leading = {scenario for verdict, first, _ in firsts.values() if verdict == "better" for scenario, _ in first}
    parts = [
        f"{quoted(scenario['name'])} would {moves(*ranked(study, better)[0])}"
        for scenario in study.alternatives
        if scenario["id"] not in leading
        if (better := _with_verdict(study, scenario["id"], "better"))
    ]
    rest = len(parts) - MOST_NAMED
    more = f"; {count_word(rest, 'other')} would do other things better" if rest > 0 else ""
    return [f"{listing(parts[:MOST_NAMED])}{more}."] if parts else []


def _harms(study: Study) -> list[str]:
    """What is clearly worse, and under what: it must not be read past."""
    parts = [
        f"{_topics(ranked(study, worse))} under {quoted(scenario['name'])}"
        for scenario in study.alternatives
        if (worse := _with_verdict(study, scenario["id"], "worse"))
    ]
    rest = len(parts) - MOST_NAMED
    more = f"; something under {count_word(rest, 'other')} too" if rest > 0 else ""
    return [f"Clearly worse: {'; '.join(parts[:MOST_NAMED])}{more}."] if parts else []


def _topics(rows: Sequence[tuple[Measure, "pd.Series"]]) -> str:
    named, rest = [topic(measure) for measure, _ in rows[:MOST_NAMED]], len(rows) - MOST_NAMED
    return listing([*named, count_word(rest, "more measure")] if rest > 0 else named)


def _with_verdict(study: Study, scenario: str, verdict: str) -> list[tuple[Measure, "pd.Series"]]:
    rows = [(measure, study.difference(scenario, measure.name)) for measure in study.headline]
    return [(measure, row) for measure, row in rows if row is not None and _is(row, verdict)]


def _is(row: "pd.Series", verdict: str) -> bool:
    return str(row["verdict"]).partition(",")[0] == verdict


def _such(study: Study, measure: str, verdict: str) -> Changes:
    """Alternatives with a verdict, the largest change first."""
    rows = [(scenario["id"], study.difference(scenario["id"], measure)) for scenario in study.alternatives]
    such = [(name, row) for name, row in rows if row is not None and _is(row, verdict)]
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
