"""Sentences for short hours of the roster, and for care that came late or never."""

from collections.abc import Mapping

import pandas as pd

from reports.captions.naming import in_base
from reports.figures.week_clock import MARK, SHORT_PCT, short_hours
from reports.words import listing, quoted, sentence

KEY = f"{MARK} marks an hour in which at least {SHORT_PCT:.0f} % of the staff on shift are busy."


def short_roster(load: pd.DataFrame, name: str | None) -> str:
    """In how many hours of the week each role is short; `name` is the scenario's, where there are several."""
    short = short_hours(load)
    counts = short.groupby("role", sort=False).size()
    under = f"under {quoted(name)} " if name else ""
    if counts.empty:
        return f"{sentence(f'{under}no role is short in any hour of the week')} {KEY}"
    roles = listing([f"{role} in {hours} hour{'' if hours == 1 else 's'}" for role, hours in counts.items()])
    return f"{sentence(f'{under}short in a week of 168 hours: {roles}')} {KEY}"


def tasks_due(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The task that most often comes late or never under the base."""
    own = table[table["scenario"] == next(iter(names))]
    both = own.groupby("task", sort=False)["mean"].sum()
    if not both.max() > 0:
        return "Share of tasks that came late, or not before the next one was due."
    task = both.idxmax()
    at = own[own["task"] == task].set_index("fate")["mean"]
    shares = f"of those that fell due, {at['late']:.1f} % came late and {at['missed']:.1f} % never"
    return in_base(names, f"the task that most often comes late or never is “{task}”: {shares}")
