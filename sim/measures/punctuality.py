"""Checks, doses and reviews: on time, late or missed."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, share_pct
from sim.measures.window import Bools, Floats
from sim.vocabulary import Event, Work

measure = partial(declare, group="care")


CHECKS_DUE = "Share of checks that fell due in the window; {}."
ROUNDING_H = 1e-9
"""A start that is late by less than this was on time."""


@measure(
    "Checks on time",
    "%",
    CHECKS_DUE.format("on time means started within the grace that the scenario gives to checks"),
    kind="per task",
    better="higher",
    headline=True,
)
def checks_on_time_pct(seen: Seen) -> float:
    return share_of_due(seen, Work.CHECK, "on time")


@measure(
    "Checks late",
    "%",
    CHECKS_DUE.format("late means not on time, also when the person left before anybody came"),
    kind="per task",
    better="lower",
)
def checks_late_pct(seen: Seen) -> float:
    return share_of_due(seen, Work.CHECK, "late")


@measure(
    "Checks missed",
    "%",
    CHECKS_DUE.format("missed means not started before the next one was due"),
    kind="per task",
    better="lower",
)
def checks_missed_pct(seen: Seen) -> float:
    return share_of_due(seen, Work.CHECK, "missed")


@measure(
    "Doses on time",
    "%",
    "Share of doses after the first that fell due in the window, started within the scenario's grace for doses.",
    kind="per task",
    better="higher",
)
def doses_on_time_pct(seen: Seen) -> float:
    return share_of_due(seen, Work.DOSE, "on time")


@measure(
    "Lateness of doses, mean",
    "min",
    "Minutes from due to start, of doses after the first that fell due in the window; doses never lapse.",
    kind="per task",
    better="lower",
)
def dose_lateness_mean_min(seen: Seen) -> float:
    return 60 * mean(lateness_h(seen, Work.DOSE))


@measure(
    "Doses withheld",
    "%",
    "Share of the doses in the window of protocols that take blood pressure first: low blood pressure withheld them.",
    kind="per task",
    better="lower",
    needs="blood pressure",
)
def doses_withheld_pct(seen: Seen) -> float:
    plans = list(seen.scenario.protocols.values())
    measured = np.array([plan.kind == "alpha-2 agonist" for plan in plans])[seen.population.protocol]
    given = seen.happened[Event.DOSED].only(measured)
    counts = [np.count_nonzero(seen.window.holds(e.time_h)) for e in (seen.happened[Event.WITHHELD], given)]
    return float(100 * counts[0] / sum(counts)) if sum(counts) else float("nan")


@measure(
    "Blood pressure taken",
    "readings a week",
    "Readings before doses that were begun in the window, a week.",
    kind="count",
    needs="blood pressure",
)
def blood_pressures_per_week(seen: Seen) -> float:
    begun = np.count_nonzero(seen.window.holds(seen.jobs[Work.BLOOD_PRESSURE].start_h))
    return 168 * int(begun) / seen.window.length_h


@measure(
    "Daily reviews missed",
    "%",
    "Share of the prescriber's daily reviews due in the window that were not started before the next one was due.",
    kind="per task",
    better="lower",
)
def reviews_missed_pct(seen: Seen) -> float:
    return share_of_due(seen, Work.DAILY_REVIEW, "missed")


def lateness_h(seen: Seen, work: Work) -> Floats:
    """From due to start, 0 when early, of started tasks that fell due in the window; nan for a missed one."""
    jobs = seen.jobs[work]
    return np.maximum(jobs.lateness_h, 0.0)[seen.window.holds(jobs.due_h)]


def fates(seen: Seen, work: Work) -> dict[str, Bools]:
    """Which tasks that fell due in the window were on time, late or missed.

    A task that was never started because the person left, or the run ended, is
    late when its grace was over by then, and in no class otherwise.
    """
    task = seen.scenario.tasks.of(work)
    jobs = seen.jobs[work]
    grace_h = (task.on_time_within_h if task else 0.0) + ROUNDING_H
    due = seen.window.holds(jobs.due_h)
    started = ~np.isnan(jobs.start_h)
    in_grace = np.where(started, jobs.start_h, jobs.end_h) <= jobs.due_h + grace_h
    return {
        "on time": (started & in_grace)[due],
        "late": (~in_grace & ~jobs.lapsed)[due],
        "missed": jobs.lapsed[due],
    }


def share_of_due(seen: Seen, work: Work, fate: str) -> float:
    """Percentage of the tasks that fell due in the window and whose fate is known."""
    known = fates(seen, work)
    return share_pct(known[fate], np.any(list(known.values()), axis=0))
