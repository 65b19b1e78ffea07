"""The answer on page one: a few generated sentences for each scenario, with their uncertainty."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from reports.bottleneck import moved
from reports.costs import a_year
from reports.effects import MOST_NAMED, effects, level, ranked, topic
from reports.study import Measure, Study
from reports.words import CLEAR, VERDICTS, count_word, listing, sentence

FIRST_ASKED = ("wait_mean_h", "occupancy_pct", "self_discharge_pct", "completed_per_year")
"""What a single run is summed up by."""

MOST_LISTED = 4
"""Beyond this a list is a wall, and the table beside it says the same."""

MOST_PAIRS = 3
"""Pairs of alternatives that page one has room for."""

ONCE = "One replication is one turn of luck: it gives no interval and no verdict. Run at least five."

Rows = list[tuple[Measure, "pd.Series | None"]]
ByVerdict = dict[str, list[tuple[Measure, pd.Series]]]


@dataclass(frozen=True)
class Answer:
    """What page one says of one scenario; the first sentence goes on from its name when there are alternatives."""

    name: str
    sentences: list[str]
    listed: list[str]
    """What is said in smaller print."""


def answers(study: Study) -> list[Answer]:
    """One answer for each alternative, or one for the single scenario that ran; then how alternatives compare."""
    if not study.alternatives:
        return [Answer(study.base["name"], _alone(study), [])]
    return [*(_with_base(study, scenario) for scenario in study.alternatives), *_with_each_other(study)]


def _with_base(study: Study, scenario: Mapping[str, Any]) -> Answer:
    """What an alternative changes, for how much money, and what then keeps the door shut."""
    rows: Rows = [(measure, study.difference(scenario["id"], measure.name)) for measure in study.headline]
    found = _compared(study, scenario["name"], rows)
    money, bottleneck = a_year(study, scenario["id"]), moved(study, scenario["id"])
    return Answer(
        found.name,
        [*found.sentences, *filter(None, (bottleneck, money))],
        found.listed,
    )


def _alone(study: Study) -> list[str]:
    asked = [measure for measure in study.headline if measure.name in FIRST_ASKED] or study.headline[:4]
    rows = [(measure, study.value(study.base["id"], measure.name)) for measure in asked]
    parts = [level(measure, row) for measure, row in rows if row is not None and math.isfinite(row["mean"])]
    said = [sentence(listing(half)) for half in (parts[:2], parts[2:]) if half]
    return said if study.replications > 1 else [ONCE, *said]


def _with_each_other(study: Study) -> list[Answer]:
    """What the alternatives make of each other, when that was asked: each pair, or of many how many differ."""
    pairs = _pairs(study)
    if len(pairs) <= MOST_PAIRS:
        return [_compared(study, name, rows) for name, rows in pairs]
    clear = [name for name, rows in pairs if any(row is not None and row["verdict"] in CLEAR for _, row in rows)]
    told = f"{len(clear)} of {len(pairs)} pairs" if clear else f"none of {len(pairs)} pairs"
    return [
        Answer(
            "The alternatives, compared with each other,",
            [f"differ clearly in some headline measure in {told}; a table for each pair is further down."],
            [],
        )
    ]


def _pairs(study: Study) -> list[tuple[str, Rows]]:
    """(what is compared with what, the differences of the headline measures) for each pair without the base."""
    if "pairs" not in study.saved.frames:
        return []
    return [
        (
            f"{study.names[str(scenario)]}, compared with {study.names[str(base)]},",
            [(measure, by_measure.get(measure.name)) for measure in study.headline],
        )
        for (base, scenario), rows in study.frame("pairs").groupby(["base", "scenario"], sort=False)
        for by_measure in [{row["measure"]: row for _, row in rows.iterrows()}]
    ]


def _compared(study: Study, name: str, rows: Rows) -> Answer:
    seen = [(measure, row) for measure, row in rows if row is not None and math.isfinite(row["difference"])]
    by_verdict = {
        verdict: [(measure, row) for measure, row in seen if row["verdict"].partition(",")[0] == verdict]
        for verdict in VERDICTS
    }
    if any(by_verdict.values()):
        return Answer(name, _clear(study, by_verdict), [*_further(study, by_verdict), *_listed(by_verdict)])
    if study.replications < 2:
        return Answer(name, _without_interval(study, seen), [])
    return Answer(name, ["cannot be compared: no headline measure was seen in both scenarios."], [])


def _clear(study: Study, by_verdict: ByVerdict) -> list[str]:
    better, worse = by_verdict["better"], by_verdict["worse"]
    lines = [f"would {effects(study, better)}."] if better else []
    if worse:
        lines.append(f"{'But it would' if better else 'would'} {effects(study, worse)}.")
    return lines or ["would make none of the headline measures clearly better or worse."]


def _further(study: Study, by_verdict: ByVerdict) -> list[str]:
    """What is clearly better or worse and found no room in the sentences."""
    rest = {verdict: ranked(study, by_verdict[verdict])[MOST_NAMED:] for verdict in ("better", "worse")}
    return [f"Also {verdict}: {_some(rows)}." for verdict, rows in rest.items() if rows]


def _some(rows: list[tuple[Measure, pd.Series]]) -> str:
    if len(rows) > MOST_LISTED:
        return count_word(len(rows), "more headline measure")
    return listing([topic(measure) for measure, _ in rows])


def _listed(by_verdict: ByVerdict) -> list[str]:
    heads = {
        "changed": "Also changed, neither good nor bad in itself",
        "too small to matter": "Too small to matter",
        "too close to call": "Too close to call",
        "no change": "Exactly as before",
    }
    return [
        f"{head}: {_topics(by_verdict[verdict], sum(map(len, by_verdict.values())))}."
        for verdict, head in heads.items()
        if by_verdict[verdict]
    ]


def _topics(rows: list[tuple[Measure, pd.Series]], of: int) -> str:
    if len(rows) > MOST_LISTED:
        return f"{'all' if len(rows) == of else 'the other'} {count_word(len(rows), 'headline measure')}"
    return listing([topic(measure) for measure, _ in rows])


def _without_interval(study: Study, rows: list[tuple[Measure, pd.Series]]) -> list[str]:
    changes = [pair for pair in rows if pair[1]["difference"]]
    told = effects(study, changes) if changes else "change no headline measure"
    return [f"would, in the one replication that ran, {told}. {ONCE}"]
