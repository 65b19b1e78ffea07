"""Time as people write it: `1 day 6 h`, `07:30`, `mon-fri`. Hours inside the program."""

import re
from datetime import date, datetime
from typing import Any

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_UNIT_H = {
    "min": 1 / 60, "minute": 1 / 60, "minutes": 1 / 60,
    "h": 1.0, "hour": 1.0, "hours": 1.0,
    "day": 24.0, "days": 24.0,
    "week": 168.0, "weeks": 168.0,
}  # fmt: skip
_TERM = r"([0-9]{1,7}(?:\.[0-9]{1,9})?) *(minutes|minute|min|hours|hour|h|days|day|weeks|week)"
DURATION_PATTERN = rf"^{_TERM}( +{_TERM})*$"
CLOCK_PATTERN = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
END_PATTERN = r"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
_DAY = "(" + "|".join(DAY_NAMES) + ")"
DAYS_PATTERN = rf"^{_DAY}(-{_DAY})?( *, *{_DAY}(-{_DAY})?)*$"


def duration(value: Any) -> float:
    """Hours in a length of time written with its unit.

    Raises ValueError with what would be accepted.
    """
    if isinstance(value, str) and re.fullmatch(DURATION_PATTERN, value):
        return sum(float(number) * _UNIT_H[unit] for number, unit in re.findall(_TERM, value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        raise ValueError(f"a length of time needs its unit, for example '{value} h'")
    if isinstance(value, str) and re.search(r"\b(month|year)", value):
        raise ValueError("months and years have no fixed length; write days or weeks")
    raise ValueError("a length of time is accepted, for example '90 min', '4 h' or '1 day 6 h'")


def clock_time(value: Any) -> float:
    """Hours after midnight in a clock time, 0 to below 24. Raises ValueError with what would be accepted."""
    if isinstance(value, str) and re.fullmatch(CLOCK_PATTERN, value):
        return _clock_hours(value)
    raise ValueError("a clock time from 00:00 to 23:59 is accepted, for example 07:30")


def end_time(value: Any) -> float:
    """As `clock_time`, and `24:00` for the end of the day."""
    if isinstance(value, str) and re.fullmatch(END_PATTERN, value):
        return _clock_hours(value)
    raise ValueError("a clock time from 00:00 to 24:00 is accepted, for example 19:30")


def _clock_hours(text: str) -> float:
    hour, minute = text.split(":")
    return int(hour) + int(minute) / 60


def days(value: Any) -> tuple[int, ...]:
    """Weekday numbers, Monday = 0, sorted and without repeats; `fri-mon` runs over the weekend.

    Raises ValueError with what would be accepted.
    """
    if not (isinstance(value, str) and re.fullmatch(DAYS_PATTERN, value)):
        raise ValueError("days are accepted as 'mon-fri' or 'mon, wed, sat-sun'")
    named: set[int] = set()
    for part in value.split(","):
        first, _, last = part.strip().partition("-")
        start = DAY_NAMES.index(first)
        end = DAY_NAMES.index(last) if last else start
        named.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return tuple(sorted(named))


def calendar_day(value: Any) -> date | None:
    """A date written 2027-01-04. Raises ValueError with what would be accepted."""
    if value is None or isinstance(value, date):
        return value
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except (TypeError, ValueError):
        raise ValueError("a date is accepted as year-month-day, for example 2027-01-04") from None


def say_hours(hours: float) -> str:
    """A length of time in the unit a reader would choose."""
    if 0 < hours < 1:
        return f"{hours * 60:.4g} min"
    if hours < 48 or hours % 24:
        return f"{hours:.4g} h"
    if hours % 168 == 0:
        return f"{hours / 168:.4g} week{'s' * (hours > 168)}"
    return f"{hours / 24:.4g} days"


def say_clock(hour: float) -> str:
    """A clock time as it is written in a scenario."""
    minutes = round(hour * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def say_hour_of_week(hour: float) -> str:
    """An hour of the week, Monday 00:00 = 0, as `Tue 06:30`."""
    day, minutes = divmod(round(hour * 60), 24 * 60)
    return f"{DAY_NAMES[day % 7].title()} {say_clock(minutes / 60)}"
