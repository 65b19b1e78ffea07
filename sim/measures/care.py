"""First contacts: from admission to assessment, prescriber and first dose."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, quantile
from sim.measures.window import Floats
from sim.vocabulary import Event, Work

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
    return mean(since_admission_h(seen, first_dose_h(seen)))


@measure(
    "Admission to first dose, 90th percentile",
    "h",
    FROM_ADMISSION.format("the first dose"),
    kind="per patient",
    better="lower",
)
def first_dose_wait_p90_h(seen: Seen) -> float:
    return quantile(since_admission_h(seen, first_dose_h(seen)), 0.9)


def since_admission_h(seen: Seen, time_h: Floats) -> Floats:
    """From admission to something that happened to people in the window."""
    return (time_h - seen.time_of(Event.ADMITTED))[seen.window.holds(time_h)]


def first_dose_h(seen: Seen) -> Floats:
    """When each stay's first dose was given, before the run for some of the census; nan for never."""
    before_h = -seen.population.traits.first_dose_ago_h
    return np.where(np.isnan(before_h), seen.time_of(Event.DOSED), before_h)
