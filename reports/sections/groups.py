"""Who fares how, and who gains and who loses."""

from collections.abc import Iterator

import pandas as pd

from reports import figure_tables, theme
from reports.captions import groups as captions
from reports.figures import groups
from reports.sections.afterwards import named
from reports.sections.section import Section
from reports.study import Measure, Study

SHOWN = ("wait_mean_h", "self_discharge_pct", "linked_30_days_pct")
BY_CHANCE = "Of twenty groups for whom nothing changes, about one is still marked as clear by chance."
FEW = f"Groups of fewer than {groups.FEWEST} people admitted in a replication are in the table only."


def by_group(study: Study) -> Iterator[Section]:
    """Groups of people beside each other under the base."""
    every, measures, lines = _material(study)
    own = every[every["scenario"] == study.base["id"]]
    fig = groups.group_levels(own, measures, lines)
    if fig is not None:
        name = study.base["name"] if study.alternatives else None
        seen = [measure for measure in measures if (own["measure"] == measure.name).any()]
        asked = next((measure for measure in seen if measure.name == SHOWN[1]), seen[0])
        sentence = captions.levels(own, asked, lines, name)
        rows = figure_tables.groups(own, "mean", seen, own, "Means of each group of people (95 % interval)")
        title = f"Groups of people: {study.base['name']}" if study.alternatives else "Groups of people"
        yield Section(
            "groups", title, sentence, _note(study, f"Markers: means of {study.replications} replications."), fig, rows
        )


def who_gains(study: Study) -> Iterator[Section]:
    """What each alternative changes for each group; those after the first are folded."""
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
            note = _note(study, "Filled: a clear difference. Hollow: too close to call. " + BY_CHANCE)
            title = f"Who gains and who loses: {scenario['name']}"
            yield Section(f"groups-{place}", title, sentence, note, fig, rows, folded=place > 0)


def _material(study: Study) -> tuple[pd.DataFrame, list[Measure], list[groups.Row]]:
    """Every row of groups, the measures shown, and the lines of the figures."""
    every = study.frame("group_summary")
    base = every[every["scenario"] == study.base["id"]]
    return every, named(study, SHOWN), groups.rows_of(base)


def _note(study: Study, key: str) -> str:
    if study.replications < 2:
        return f"One replication: no interval can be drawn. {FEW}"
    return f"{key} Whiskers: intervals. {FEW}"
