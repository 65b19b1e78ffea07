"""What the saved results know of the warm-up: the days that MSER-5 would leave out of each daily series."""

import shlex
from collections.abc import Mapping
from typing import Any

from reports.settled import SERIES, is_unsettled, on_the_command_line, settled, warned_of
from reports.study import Study
from reports.tables import Table
from reports.words import listing, quoted


def judged(study: Study) -> list[str]:
    """Whether the warm-up was long enough, for researchers: the warning and how to heed it, or why there is none."""
    entry, said = warned_of(study.manifest), list(settled(study.manifest))
    if entry is None:
        return said or [otherwise(study)]
    return [*said, on_the_command_line(entry)]


def judged_series(study: Study) -> Table | None:
    """Series down, scenarios across; None where the results say nothing of any series."""
    entries = [each for each in study.manifest["warm_up"] if each["series"]] if study.manifest.get("warm_up") else []
    if not entries:
        return None
    found = {(each["scenario"], row["series"]): row for each in entries for row in each["series"]}
    judged = list(dict.fromkeys(series for _, series in found))
    rows = [
        [SERIES[series][0], *(_days(found.get((each["scenario"], series))) for each in entries)] for series in judged
    ]
    chosen = ", ".join(dict.fromkeys(f"{each['chosen_days']:g}" for each in entries))
    caption = (
        "Days that MSER-5 would leave out of each series from its start, so that the mean of the rest is the most "
        f"precise; {chosen} days were left out"
    )
    return Table(caption, ["Series", *(study.names[each["scenario"]] for each in entries)], rows)


def _days(series: Mapping[str, Any] | None) -> str:
    if series is None or series["days"] is None:
        return "cannot be judged"
    said = "1 day" if series["days"] == 1 else f"{series['days']} days"
    if series["too_short"]:
        return f"{said}, more than were left out"
    return f"{said}, not settled" if is_unsettled(series) else said


def otherwise(study: Study) -> str:
    """What is said of the warm-up where there is neither a warning nor a reason why there is none."""
    if judged_series(study) is None:
        command = shlex.join(["detox-sim", "warm-up", str(study.base["file"])])
        return f"The saved results say nothing of it. This command does: {command}"
    rows = [row for each in study.manifest["warm_up"] for row in each["series"]]
    unsettled = list(dict.fromkeys(quoted(SERIES[row["series"]][0]) for row in rows if is_unsettled(row)))
    if not unsettled:
        return "Yes: by MSER-5 no series needs more left out than was, or more would change nothing that matters."
    return (
        f"As far as can be told: {listing(unsettled)} had not settled, so a longer run may call for more. "
        "Leaving out more would change their means by less than their intervals, or than 3 %."
    )
