"""Sentences for the stay: first contacts, how people feel, how long they are there, and when they leave."""

from collections.abc import Mapping

import pandas as pd

from reports.captions.naming import across, in_base
from reports.figures.week_of_leaving import part_name, stands_out
from reports.words import count_word, estimate, number

WEEK_H = 168


def contacts(times: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Within how much time nine in ten have had the last of the contacts."""
    last = times["contact"].iloc[-1]
    at = times[(times["contact"] == last) & (times["percentile"] == 90)].set_index("scenario")["mean"]
    unit = times["unit"].iloc[-1]
    said = {scenario: f"{number(at[scenario], 1)} {unit}" for scenario in names if scenario in at.index}
    return f"{last}: of the people who came to it, nine in ten had waited no longer than {across(said, names)}."


def scores(felt: pd.DataFrame, names: Mapping[str, str], protocols: Mapping[str, str]) -> str:
    """Where the median is highest under the base."""
    own = felt[felt["scenario"] == next(iter(names))]
    if own.empty:
        return "The score that was last found of the people who are there."
    top = own.sort_values("mean", ascending=False, kind="stable").iloc[0]
    protocol = protocols.get(top["protocol"], top["protocol"])
    said = (
        f"the median score is highest {top['hour']:.0f} h after admission under the protocol “{protocol}”: "
        f"{top['mean']:.0f} points"
    )
    return f"{in_base(names, said)} From 13 points on, withdrawal is called moderate."


def presence(shares: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Who is still there after a week, and who has left early by then."""
    week = shares[shares["hour"] == min(WEEK_H, shares["hour"].max())]
    by_state = {state: rows.set_index("scenario")["mean"] for state, rows in week.groupby("state")}
    here, left = (by_state.get(state, pd.Series(dtype=float)) for state in ("still in the unit", "self-discharged"))
    said = {
        scenario: f"{here.get(scenario, 0.0):.0f} % still there and {left.get(scenario, 0.0):.0f} % gone early"
        for scenario in names
    }
    days = f"{week['hour'].max() / 24:.0f} days"
    return f"Of the people admitted in the measured time, {days} after they came: {across(said, names)}."


def week_of_leaving(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The part of the week that stands out most under the base, or that none does."""
    own = table[table["scenario"] == next(iter(names))]
    if not own["mean"].sum() > 0:
        return "People who leave early in each part of the week."
    out, even = stands_out(own), f"an even spread would be {number(own['mean'].mean(), 1)} a year in each"
    if out.empty:
        said = f"no part of the week stands out: chance alone could make {len(own)} parts differ as much; {even}"
        return in_base(names, said)
    top = out.iloc[0]
    people = estimate(top["mean"], top["low"], top["high"], "people")
    others = f", and so {_do(len(out) - 1)} by less" if len(out) > 1 else ""
    said = f"{part_name(int(top['part']))} stands out beyond chance{others}: {people} a year leave early then; {even}"
    return in_base(names, said)


def _do(count: int) -> str:
    return f"{'does' if count == 1 else 'do'} {count_word(count, 'other part')}"
