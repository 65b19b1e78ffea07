"""Sheets over time: the beds by day, the staff by hour of the week."""

from reports.figures.staff_load import WEEKDAYS, load
from reports.frames import spread
from reports.study import Study
from reports.workbook.sheet import Amount, Cell, Sheet, amounts, whole

LEVELS = {"occupied": "Beds occupied", "waiting": "People waiting", "boarding": "Ready to leave"}
EIGHT_IN_TEN = ("one in ten below", "one in ten above")


def by_day(study: Study) -> Sheet:
    """Levels of each measured day, over the replications."""
    daily, keys = study.frame("daily"), ["scenario", "day"]
    beds = daily.groupby(keys, sort=False)["beds"].mean().reset_index().to_dict("records")
    levels = [spread(daily, keys, column).to_dict("records") for column in LEVELS]
    rows: list[list[Cell]] = [
        [
            study.names[first["scenario"]],
            whole(first["day"] + 1),
            Amount(first["beds"], 1),
            *(cell for level in others for cell in amounts(level)),
        ]
        for first, *others in zip(beds, *levels, strict=True)
    ]
    heads = [head for title in LEVELS.values() for head in (title, *(f"{title}: {edge}" for edge in EIGHT_IN_TEN))]
    says = "Means of each day since measuring began. Of ten replications, eight lie between the two edges."
    return Sheet("By day", says, ["Scenario", "Day", "Beds", *heads], rows)


def by_hour(study: Study) -> Sheet:
    """Staff on shift and busy, over the replications."""
    hourly = study.frame("hourly").replace({"role": study.roles})
    rows = [
        [study.names[row["scenario"]], row["role"], WEEKDAYS[row["hour_of_week"] // 24],
         f"{row['hour_of_week'] % 24}:00", *(Amount(row[key], 2) for key in ("on_shift", "busy", "low", "high")),
         Amount(row["load_pct"], 0)]
        for row in (load(hourly).to_dict("records") if len(hourly) else ())
    ]  # fmt: skip
    heads = ["Scenario", "Role", "Day", "Hour", "On shift", "Busy", "Low (95 %)", "High (95 %)", "Share busy (%)"]
    says = "People on shift and people busy in each hour of the week, on average."
    return Sheet("By hour of the week", says, heads, rows)
