"""When a dose may be given and how strong it is."""

from collections.abc import Sequence
from math import floor, inf, nextafter

from sim.rules.calendar import DAY_H, next_clock_time


def may_start(score: float, score_at_least: float, since_use_h: float, wait_h: float) -> bool:
    """Induction: enough withdrawal is present and the last use is long enough ago."""
    return score >= score_at_least and since_use_h >= wait_h


def protocol_day(time_h: float, first_dose_h: float) -> int:
    """Day of the protocol, 0 for the 24 hours that start with the first dose."""
    return floor((time_h - first_dose_h) / DAY_H)


def next_round(dose_times: Sequence[float], last_dose_h: float, least_gap_h: float) -> float:
    """The next dose round after the last dose that comes at least `least_gap_h` after it."""
    return next_clock_time(dose_times, max(last_dose_h + least_gap_h, nextafter(last_dose_h, inf)))


def strength(mg: float, full_effect_mg: float) -> float:
    """Share of the full effect that a day's dose has."""
    return min(1.0, mg / full_effect_mg)
