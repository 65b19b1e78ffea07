"""Counselling: sessions for one person, and groups."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.punctuality import share_of_due
from sim.measures.seen import Seen
from sim.measures.statistics import share_pct
from sim.measures.window import Bools
from sim.vocabulary import Event, Outcome, Work

measure = partial(declare, group="care")


@measure(
    "Counselling sessions held",
    "sessions a week",
    "Sessions for one person that were begun in the window, a week.",
    kind="count",
    better="higher",
    needs="sessions",
)
def counselling_per_week(seen: Seen) -> float:
    begun = np.count_nonzero(seen.window.holds(seen.jobs[Work.COUNSELLING].start_h))
    return 168 * int(begun) / seen.window.length_h


@measure(
    "Counselling sessions missed",
    "%",
    "Share of the sessions for one person due in the window that were not started before the next one was due.",
    kind="per task",
    better="lower",
    needs="sessions",
)
def counselling_missed_pct(seen: Seen) -> float:
    return share_of_due(seen, Work.COUNSELLING, "missed")


@measure(
    "People in a group session, mean",
    "people a session",
    "People who attended in the window, for each group session due in it that took place.",
    kind="per session",
    needs="groups",
)
def group_attendance_mean(seen: Seen) -> float:
    held = np.count_nonzero(_due(seen, Outcome.DONE, Outcome.IN_HAND))
    attended = np.count_nonzero(seen.window.holds(seen.happened[Event.ATTENDED].time_h))
    return int(attended) / int(held) if held else float("nan")


@measure(
    "Group sessions cancelled",
    "%",
    "Share of the group sessions due in the window that nobody could begin within their grace.",
    kind="per session",
    better="lower",
    needs="groups",
)
def groups_cancelled_pct(seen: Seen) -> float:
    return share_pct(_due(seen, Outcome.LAPSED), _due(seen, Outcome.DONE, Outcome.IN_HAND, Outcome.LAPSED))


def _due(seen: Seen, *outcomes: Outcome) -> Bools:
    """Rows of the task log: group sessions that fell due in the window and ended so; one put down ends later."""
    tasks = seen.tasks
    due = seen.window.holds(tasks["due_h"])
    return np.asarray((tasks["work"] == Work.GROUP) & np.isin(tasks["outcome"], outcomes) & due)
