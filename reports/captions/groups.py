"""Sentences for groups of people."""

from collections.abc import Sequence

import pandas as pd

from reports.effects import phrase, topic
from reports.figures.groups import Row
from reports.study import Measure
from reports.words import count_word, decimals, quantity, quoted, sentence


def levels(table: pd.DataFrame, measure: Measure, lines: Sequence[Row], name: str | None) -> str:
    """The groups with the highest and the lowest value of a measure; `name` is the scenario's, where there are more."""
    rows = _shown(table, measure, lines).dropna(subset="mean")
    if rows.empty:
        return "Groups of people beside each other."
    ranked = rows.sort_values("mean", ascending=False, kind="stable")
    highest, lowest = (
        f"“{row['label']}” ({quantity(row['mean'], measure.unit, decimals(row['low'], row['high'], row['mean']))})"
        for row in (ranked.iloc[0], ranked.iloc[-1])
    )
    under = f"under {quoted(name)} " if name else ""
    return sentence(f"{under}{phrase(measure)} is highest for {highest} and lowest for {lowest}")


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
