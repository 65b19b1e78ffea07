"""Who fares how, and who gains and who loses."""

from collections.abc import Iterator

import pandas as pd

from reports import figure_tables, theme
from reports.captions import groups as captions
from reports.figures import groups
from reports.sections.afterwards import named
from reports.sections.section import Section, interval_note, what_interval
from reports.study import Measure, Study

SHOWN = ("wait_mean_h", "self_discharge_pct", "linked_30_days_pct")
BY_CHANCE = "Of twenty groups for whom nothing changes, chance alone may still mark one as clear."
FEW = (
    f"Groups of fewer than {groups.FEWEST} people admitted in a replication stand only in the report's table of this "
    "figure."
)
OPEN = "Open: people without the trait of the row."
CLEAR = f"Filled: a clear difference. Hollow: too close to call. {BY_CHANCE}"


def by_group(study: Study) -> Iterator[Section]:
    """Groups of people beside each other under the base."""
    every, measures, lines = _material(study)
    own = every[every["scenario"] == study.base["id"]]
    fig = groups.group_levels(own, measures, lines)
    if fig is not None:
        name = study.base["name"] if study.alternatives else None
        seen = [measure for measure in measures if (own["measure"] == measure.name).any()]
        asked = next((measure for measure in seen if measure.name == SHOWN[1]), seen[0])
        sentence = captions.levels(own, asked, name)
        rows = figure_tables.groups(own, "mean", seen, own, "Means of each group of people (95 % interval)")
        note = f"{interval_note(study)} {OPEN} {FEW}"
        yield Section("groups", "Groups of people", sentence, note, fig, rows, name or "")


def who_gains(study: Study) -> Iterator[Section]:
    """What each alternative changes for each group."""
    every, measures, lines = _material(study)
    people = every[every["scenario"] == study.base["id"]]
    for place, scenario in enumerate(study.alternatives):
        table = study.frame("group_differences")
        own = table[table["scenario"] == scenario["id"]]
        fig = groups.group_differences(own, measures, lines, theme.style(place + 1))
        if fig is not None:
            seen = [measure for measure in measures if (own["measure"] == measure.name).any()]
            sentence = captions.differences(own, seen, lines, scenario["name"])
            caption = f"Differences from {study.base['name']} for each group of people (with their intervals)"
            rows = figure_tables.groups(own, "difference", seen, people, caption)
            whiskers = f"{CLEAR} Whiskers: {what_interval(study).removesuffix(',')}."
            note = f"{whiskers if study.replications > 1 else interval_note(study)} {FEW}"
            yield Section(f"groups-{place}", "Who gains and who loses", sentence, note, fig, rows, scenario["name"])


def _material(study: Study) -> tuple[pd.DataFrame, list[Measure], list[groups.Row]]:
    """Every row of groups, the measures shown, and the lines of the figures."""
    every = study.frame("group_summary")
    base = every[every["scenario"] == study.base["id"]]
    return every, named(study, SHOWN), groups.rows_of(base)
