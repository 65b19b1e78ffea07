"""The sheets after the first: what the report draws, as tables to filter and to reckon with."""

import pandas as pd

from reports import appendix
from reports.figures.flow import mean_flows, whole_way
from reports.figures.outcomes import day_of_leaving, outcome_shares
from reports.figures.tasks_due import late_and_missed
from reports.figures.waits import waiting_times
from reports.study import Study
from reports.words import difference_unit
from reports.workbook.sheet import Sheet, amounts, table, whole
from reports.workbook.time_sheets import by_day, by_hour

INTERVAL = ("Low (95 %)", "High (95 %)")


def sheets(study: Study) -> list[Sheet]:
    """Every sheet that has rows, in reading order."""
    made = (
        measures(study), differences(study), by_day(study), by_hour(study), waits(study), endings(study),
        leaving(study), ways(study), care(study), groups(study), group_differences(study), changes(study),
        numbers(study), about(study),
    )  # fmt: skip
    return [sheet for sheet in made if sheet.rows]


def measures(study: Study) -> Sheet:
    """Every measure of every scenario."""
    rows = [
        [name, measure.group, measure.label, measure.unit, *amounts(row.to_dict()), whole(row["n"]), measure.definition]
        for scenario, name in study.names.items()
        for measure in study.measures
        if (row := study.value(scenario, measure.name)) is not None
    ]
    heads = ["Scenario", "About", "Measure", "Unit", "Mean", *INTERVAL, "Replications", "What it means"]
    return Sheet("Every measure", "Each measure of each scenario, with the 95 % interval of its mean.", heads, rows)


def differences(study: Study) -> Sheet:
    """Every measure of every alternative, against the base."""
    rows = [
        [scenario["name"], measure.label, difference_unit(measure.unit),
         *amounts(row.to_dict(), ("difference", "low", "high")), row["verdict"]]
        for scenario in study.alternatives
        for measure in study.measures
        if (row := study.difference(scenario["id"], measure.name)) is not None
    ]  # fmt: skip
    says = f"What each alternative changes, against {study.base['name']}."
    return Sheet("Differences", says, ["Scenario", "Measure", "Unit", "Difference", *INTERVAL, "Verdict"], rows)


def waits(study: Study) -> Sheet:
    """Waits for a bed and for care."""
    frame = study.frame("waits")
    times = [waiting_times(frame, what).assign(what=what) for what in frame["what"].unique()]
    rows = table(pd.concat(times), ["what", "percentile"], study.names) if times else []
    heads = ["Scenario", "Wait for", "So many of a hundred people", "Waited at most (h)", *INTERVAL]
    return Sheet("Waits", "Hours within which so many of a hundred people were seen or admitted.", heads, rows)


def endings(study: Study) -> Sheet:
    """How stays end."""
    rows = table(outcome_shares(study.frame("counts")), ["category"], study.names)
    heads = ["Scenario", "How the stay ended", "Share of stays that ended (%)", *INTERVAL]
    says = "Share of the stays that ended in the measured time, by how they ended."
    return Sheet("How stays end", says, heads, rows)


def leaving(study: Study) -> Sheet:
    """Days on which people leave early."""
    rows = table(day_of_leaving(study.frame("counts")), ["category"], study.names)
    heads = ["Scenario", "Day of stay", "Share of stays that ended (%)", *INTERVAL]
    says = "Share of the stays that ended in the measured time which did so in self-discharge on each day of the stay."
    return Sheet("Leaving early", says, heads, rows)


def ways(study: Study) -> Sheet:
    """Where people go, and where they are a month after the stay."""
    frame = whole_way(study.frame("flows"), study.frame("month_after"))
    means = [mean_flows(frame, scenario).assign(scenario=scenario) for scenario in study.names]
    rows = table(pd.concat(means), ["source", "target"], study.names, ("people", "low", "high"))
    heads = ["Scenario", "From", "To", "People", *INTERVAL]
    return Sheet("Where people go", f"People along each step, of those referred in {study.days} days.", heads, rows)


def care(study: Study) -> Sheet:
    """Care that came late or never."""
    rows = table(late_and_missed(study.frame("tasks_due")), ["task", "fate"], study.names)
    heads = ["Scenario", "Task", "How it went", "Share of tasks due (%)", *INTERVAL]
    return Sheet("Late or missed care", "Share of each kind of task that came late, or never.", heads, rows)


def groups(study: Study) -> Sheet:
    """Headline measures of groups of people."""
    shown = {measure.name: measure for measure in study.headline}
    rows = [
        [study.names[row["scenario"]], row["label"], whole(row["people"]),
         shown[row["measure"]].label, shown[row["measure"]].unit, *amounts(row)]
        for row in study.frame("group_summary").to_dict("records")
        if row["measure"] in shown
    ]  # fmt: skip
    heads = ["Scenario", "Group of people", "Admitted", "Measure", "Unit", "Mean", *INTERVAL]
    return Sheet("Groups of people", "The measures that matter, for each group of people.", heads, rows)


def group_differences(study: Study) -> Sheet:
    """What the alternatives change for groups of people."""
    shown = {measure.name: measure for measure in study.headline}
    rows = [
        [study.names[row["scenario"]], row["label"], shown[row["measure"]].label,
         difference_unit(shown[row["measure"]].unit), *amounts(row, ("difference", "low", "high")), row["verdict"]]
        for row in study.frame("group_differences").to_dict("records")
        if row["measure"] in shown
    ]  # fmt: skip
    heads = ["Scenario", "Group of people", "Measure", "Unit", "Difference", *INTERVAL, "Verdict"]
    return Sheet("Who gains, who loses", "What each alternative changes for each group of people.", heads, rows)


def changes(study: Study) -> Sheet:
    """What the alternatives change in the scenario itself."""
    rows = [[scenario["name"], *row] for scenario in study.alternatives for row in appendix.changes(scenario)]
    says = f"Every value that differs from {study.base['name']}."
    return Sheet("What differs", says, ["Scenario", "Where in the file", "In the base", "Here"], rows)


def numbers(study: Study) -> Sheet:
    """The numbers of the base, and where they come from."""
    rows = [[each.path, each.value, each.origin, each.text] for each in appendix.parameters(study)]
    says = f"Every number of {study.base['name']}, and where it comes from."
    return Sheet("Where numbers come from", says, ["Where in the file", "Value", "Origin", "In words"], rows)


def about(study: Study) -> Sheet:
    """What identifies the study, and the files that hold more than the workbook."""
    files = [name for name in study.manifest["files"] if name.endswith(".csv")]
    rows = [*map(list, appendix.facts(study)), ["Command", appendix.command(study)], ["CSV files", ", ".join(files)]]
    says = "How to repeat the study. The CSV files beside this workbook have more: a row for each replication."
    return Sheet("About", says, ["What", ""], rows)
