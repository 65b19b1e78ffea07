"""Care on time: assessments, first dose, checks, doses, how people feel, and how busy staff are."""

from functools import partial
from math import nan

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, quantile, share_pct
from sim.measures.window import Bools, Floats
from sim.vocabulary import Band, Event, Level, Work

measure = partial(declare, group="care")

FROM_ADMISSION = "Hours from admission to {}; people to whom it happened in the window."


@measure(
    "Admission to nursing assessment, mean",
    "h",
    FROM_ADMISSION.format("the start of the nursing assessment"),
    kind="per patient",
    better="lower",
)
def assessment_wait_mean_h(seen: Seen) -> float:
    return mean(since_admission_h(seen, seen.start_of(Work.NURSING_ASSESSMENT)))


@measure(
    "Admission to prescriber, mean",
    "h",
    FROM_ADMISSION.format("the start of the prescriber's history and physical"),
    kind="per patient",
    better="lower",
)
def prescriber_wait_mean_h(seen: Seen) -> float:
    return mean(since_admission_h(seen, seen.start_of(Work.HISTORY_AND_PHYSICAL)))


@measure(
    "Admission to first dose, mean",
    "h",
    FROM_ADMISSION.format("the first dose"),
    kind="per patient",
    better="lower",
    headline=True,
)
def first_dose_wait_mean_h(seen: Seen) -> float:
    return mean(since_admission_h(seen, seen.time_of(Event.DOSED)))


@measure(
    "Admission to first dose, 90th percentile",
    "h",
    FROM_ADMISSION.format("the first dose"),
    kind="per patient",
    better="lower",
)
def first_dose_wait_p90_h(seen: Seen) -> float:
    return quantile(since_admission_h(seen, seen.time_of(Event.DOSED)), 0.9)


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
    return _share_of_due(seen, Work.CHECK, "on time")


@measure(
    "Checks late",
    "%",
    CHECKS_DUE.format("late means not on time, also when the person left before anybody came"),
    kind="per task",
    better="lower",
)
def checks_late_pct(seen: Seen) -> float:
    return _share_of_due(seen, Work.CHECK, "late")


@measure(
    "Checks missed",
    "%",
    CHECKS_DUE.format("missed means not started before the next one was due"),
    kind="per task",
    better="lower",
)
def checks_missed_pct(seen: Seen) -> float:
    return _share_of_due(seen, Work.CHECK, "missed")


@measure(
    "Doses on time",
    "%",
    "Share of doses after the first that fell due in the window, started within the scenario's grace for doses.",
    kind="per task",
    better="higher",
)
def doses_on_time_pct(seen: Seen) -> float:
    return _share_of_due(seen, Work.DOSE, "on time")


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
    "Daily reviews missed",
    "%",
    "Share of the prescriber's daily reviews due in the window that were not started before the next one was due.",
    kind="per task",
    better="lower",
)
def reviews_missed_pct(seen: Seen) -> float:
    return _share_of_due(seen, Work.DAILY_REVIEW, "missed")


@measure(
    "Time with a felt score",
    "h a patient-day",
    "Hours of each day in a bed during which the felt score is in the band; people in withdrawal care.",
    kind="time-weighted",
    by="band",
)
def felt_h_per_day(seen: Seen, band: int) -> float:
    return 24 * _share_in_bands(seen, band, band)


@measure(
    "Time in moderate withdrawal or worse",
    "h a patient-day",
    "Hours of each day in a bed during which the felt score is 13 or more; people in withdrawal care.",
    kind="time-weighted",
    better="lower",
)
def moderate_or_worse_h_per_day(seen: Seen) -> float:
    return 24 * _share_in_bands(seen, Band.MODERATE, Band.SEVERE)


@measure(
    "Staff use",
    "%",
    "Hours spent on the tasks of the model, of hours on shift; work outside the model is not counted.",
    kind="time-weighted",
    by="role",
)
def staff_use_pct(seen: Seen, role: int) -> float:
    on_shift_h = seen.steps(Level.ON_SHIFT, role).area()
    busy_h = seen.steps(Level.BUSY, role).area()
    return 100 * busy_h / on_shift_h if 0 < on_shift_h < float("inf") else nan


@measure(
    "Overtime",
    "h a week",
    "Person-hours at work past the end of the shift.",
    kind="time-weighted",
    better="lower",
    by="role",
)
def overtime_h_per_week(seen: Seen, role: int) -> float:
    return 168 * seen.steps(Level.OVERTIME, role).mean()


def since_admission_h(seen: Seen, time_h: Floats) -> Floats:
    """From admission to something that happened to people in the window."""
    return (time_h - seen.time_of(Event.ADMITTED))[seen.window.holds(time_h)]


def lateness_h(seen: Seen, work: Work) -> Floats:
    """From due to start, 0 when early, of started tasks that fell due in the window; nan for a missed one."""
    jobs = seen.jobs(work)
    return np.maximum(jobs.lateness_h, 0.0)[seen.window.holds(jobs.due_h)]


def fates(seen: Seen, work: Work) -> dict[str, Bools]:
    """Which tasks that fell due in the window were on time, late or missed.

    A task that was never started because the person left, or the run ended, is
    late when its grace was over by then, and in no class otherwise.
    """
    task = getattr(seen.scenario.tasks, work.name.lower())
    jobs = seen.jobs(work)
    grace_h = (task.on_time_within_h if task else 0.0) + ROUNDING_H
    due = seen.window.holds(jobs.due_h)
    started = ~np.isnan(jobs.start_h)
    in_grace = np.where(started, jobs.start_h, jobs.end_h) <= jobs.due_h + grace_h
    return {
        "on time": (started & in_grace)[due],
        "late": (~in_grace & ~jobs.lapsed)[due],
        "missed": jobs.lapsed[due],
    }


def _share_of_due(seen: Seen, work: Work, fate: str) -> float:
    known = fates(seen, work)
    return share_pct(known[fate], np.any(list(known.values()), axis=0))


def _share_in_bands(seen: Seen, lowest: int, highest: int) -> float:
    """Share of person-hours in withdrawal care, inside the window, with the felt score in these bands."""
    rows = np.flatnonzero(seen.events["event"] == Event.BAND)
    person = seen.rows_of(seen.events["patient"][rows])
    order = np.argsort(person, kind="stable")
    person, start_h = person[order], seen.events["time_h"][rows][order]
    band = seen.events["value"][rows][order]
    next_h = np.append(start_h[1:], np.nan)
    is_last = np.append(person[1:] != person[:-1], True) if person.size else np.zeros(0, dtype=bool)
    end_h = np.where(is_last, np.fmin(seen.left_h[person], seen.window.end_h), next_h)
    hours = np.clip(end_h, *_ends(seen)) - np.clip(start_h, *_ends(seen))
    total_h = float(hours.sum())
    return float(hours[(band >= lowest) & (band <= highest)].sum()) / total_h if total_h else nan


def _ends(seen: Seen) -> tuple[float, float]:
    return seen.window.start_h, seen.window.end_h
