"""`--from` and `--days`: which stretch of the measured time is meant."""

import re

import typer

from sim.experiments.motion.window import Window
from sim.rules.calendar import DAY_H, WEEK_H, next_time_on_days
from sim.scenario.run import Run
from sim.scenario.values.hours import DAY_NAMES, clock_time, duration, say_hours

WEEK = re.compile(
    rf"week +([1-9][0-9]{{0,3}})(?: +({'|'.join(DAY_NAMES)})(?: +([0-9]{{2}}:[0-9]{{2}}))?)?", re.IGNORECASE
)
ACCEPTED = "'week 30', 'week 30 mon 00:00', or a length of time into the measured time such as '200 h' or '12 days'"


def window(run: Run, starts: str, days: int | None) -> Window:
    """So many days from there on, or up to the end of the run. Raises typer.BadParameter."""
    from_h = run.warm_up_h + _into_the_measured_time(run, starts)
    if from_h >= run.horizon_h:
        raise typer.BadParameter(
            f"{starts} is not in the measured time, which lasts {say_hours(run.length_h)}.", param_hint="--from"
        )
    to_h = run.horizon_h if days is None else min(from_h + days * DAY_H, run.horizon_h)
    return Window(run, from_h, to_h)


def _into_the_measured_time(run: Run, starts: str) -> float:
    found = WEEK.fullmatch(starts.strip())
    try:
        return duration(starts.strip()) if found is None else _of_a_week(run, *found.groups())
    except ValueError:
        raise typer.BadParameter(f"{starts!r}: accepted are {ACCEPTED}.", param_hint="--from") from None


def _of_a_week(run: Run, week: str, day: str | None, clock: str | None) -> float:
    """The first such day and time at or after the start of that week; weeks begin when the measured time does."""
    begins_h = (int(week) - 1) * WEEK_H
    if day is None:
        return begins_h
    hour = clock_time(clock) if clock else 0.0
    earliest_h = run.warm_up_h + begins_h
    return next_time_on_days([DAY_NAMES.index(day.lower())], hour, earliest_h, run.first_weekday) - run.warm_up_h
