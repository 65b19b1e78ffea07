"""Sentences for groups of people."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from reports.effects import phrase, topic
from reports.figures.groups import FEWEST, SPLITS, Row
from reports.study import Measure
from reports.words import count_word, estimate, quoted, sentence

NOT_ALONE = "Groups differ in more than this, so what lies between them need not be due to it."


def levels(table: pd.DataFrame, measure: Measure, name: str | None) -> str:
    """Where the groups of one split lie farthest apart, if beyond their intervals; `name` is the scenario's.

    Only groups of one split are compared: those with a trait with those without it, one protocol with another.
    """
    rows = table[(table["measure"] == measure.name) & (table["people"] >= FEWEST)].dropna(subset="mean")
    ends = [_ends(split) for _, split in rows.groupby("split", sort=False)]
    apart = [pair for pair in ends if _gap(pair) > 0]
    under = f"under {quoted(name)} " if name else ""
    subject = f"{under}{phrase(measure)}"
    if rows["low"].isna().all():
        return sentence(f"{subject}: one replication cannot tell groups apart from chance")
    if not apart:
        return sentence(f"{subject}: no two groups lie apart by more than chance could make them")
    highest, lowest = max(apart, key=_gap)
    split = SPLITS.get(highest["split"])
    within = f"by {quoted(split)}" if split else "between people with and without a trait"
    told = " and ".join(
        f"{estimate(row['mean'], row['low'], row['high'], measure.unit)} for {quoted(row['label'])}"
        for row in (highest, lowest)
    )
    return f"{sentence(f'{subject} differs most {within}: {told}')} {NOT_ALONE}"


def _ends(rows: pd.DataFrame) -> list[Mapping[Hashable, Any]]:
    """The highest and the lowest of the groups of one split."""
    ranked = rows.sort_values("mean", ascending=False, kind="stable").to_dict("records")
    return [ranked[0], ranked[-1]]


def _gap(pair: Sequence[Mapping[Hashable, Any]]) -> float:
    """What lies between the interval of the highest and that of the lowest."""
    return float(pair[0]["low"] - pair[1]["high"])


def differences(table: pd.DataFrame, measures: Sequence[Measure], lines: Sequence[Row], name: str) -> str:
    """For how many of the groups shown an alternative is clearly better or worse, measure by measure."""
    parts, most = [], 0
    for measure in measures:
        rows = _shown(table, measure, lines).dropna(subset="difference")
        counts = {verdict: int(rows["verdict"].str.startswith(verdict).sum()) for verdict in ("better", "worse")}
        said = " and ".join(f"{verdict} for {count}" for verdict, count in counts.items() if count)
        parts.append(f"{topic(measure)}, {said or 'no group'}")
        most = max(most, len(rows))
    return f"Clearly better or worse under {quoted(name)}, of {count_word(most, 'group')}: {'; '.join(parts)}."


def _shown(table: pd.DataFrame, measure: Measure, lines: Sequence[Row]) -> pd.DataFrame:
    keys = {line.key for line in lines}
    kept = [key in keys for key in zip(table["split"], table["group"], strict=True)]
    return table[pd.Series(kept, index=table.index, dtype=bool) & (table["measure"] == measure.name)]
