"""Time as people write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.values.hours import (
    calendar_day,
    clock_time,
    days,
    duration,
    end_time,
    say_clock,
    say_hour_of_week,
    say_hours,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("90 min", 1.5),
        ("1 minute", 1 / 60),
        ("45 minutes", 0.75),
        ("1 hour", 1.0),
        ("3 days", 72.0),
        ("4 h", 4.0),
        ("4h", 4.0),
        ("0 h", 0.0),
        ("2.5 hours", 2.5),
        ("1 day 6 h", 30.0),
        ("1 day 6 h 30 min", 30.5),
        ("2 weeks", 336.0),
        ("1 week", 168.0),
    ],
)
def test_durations(written: str, hours: float) -> None:
    assert duration(written) == pytest.approx(hours, abs=1e-12)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "4",
        "h",
        "-4 h",
        "4 H",
        "4 d",
        "1,5 h",
        "4 h and 2 min",
        "4 hh",
        "1e2 h",
        "٤ h",
        "4 h\n",
        f"{'9' * 400} h",
        " 4 h",
        True,
        None,
    ],
)
def test_what_is_no_duration(written: object) -> None:
    with pytest.raises(ValueError, match="a length of time is accepted, for example '90 min', '4 h' or '1 day 6 h'"):
        duration(written)


@pytest.mark.parametrize("written", [4, 0.5])
def test_a_bare_number_is_told_its_unit(written: float) -> None:
    with pytest.raises(ValueError, match=f"a length of time needs its unit, for example '{written} h'"):
        duration(written)


@pytest.mark.parametrize("written", ["2 months", "1 year", "1 month 2 days"])
def test_months_and_years_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="months and years have no fixed length"):
        duration(written)


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_said_as_it_was_written(hour: int, minute: int) -> None:
    written = f"{hour:02d}:{minute:02d}"
    assert clock_time(written) == pytest.approx(hour + minute / 60)
    assert end_time(written) == clock_time(written)
    assert say_clock(clock_time(written)) == written


def test_only_an_end_may_be_midnight_at_the_end_of_the_day() -> None:
    assert end_time("24:00") == 24.0
    with pytest.raises(ValueError, match="from 00:00 to 23:59"):
        clock_time("24:00")


@pytest.mark.parametrize(
    "written", ["7:30", "12:60", "24:01", "25:00", "0730", "07:30:00", "07:30\n", "", 7.5, 450, True, None]
)
def test_what_is_no_clock_time(written: object) -> None:
    with pytest.raises(ValueError, match="a clock time from 00:00"):
        clock_time(written)
    with pytest.raises(ValueError, match="a clock time from 00:00"):
        end_time(written)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("mon", (0,)),
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("fri-mon", (0, 4, 5, 6)),
        ("mon, wed, sat-sun", (0, 2, 5, 6)),
        ("sun,mon", (0, 6)),
        ("mon-mon", (0,)),
        ("tue, mon-wed", (0, 1, 2)),
    ],
)
def test_days(written: str, numbers: tuple[int, ...]) -> None:
    assert days(written) == numbers


@pytest.mark.parametrize(
    "written", ["", "monday", "Mon", "mon to fri", "mon-", "mon--fri", "1-5", "mon fri", 1, None, ("mon",)]
)
def test_what_is_no_days(written: object) -> None:
    with pytest.raises(ValueError, match="days are accepted as 'mon-fri' or 'mon, wed, sat-sun'"):
        days(written)


def test_a_day_of_the_calendar() -> None:
    assert calendar_day("2027-01-04") == date(2027, 1, 4)
    assert calendar_day(None) is None


@pytest.mark.parametrize("written", ["2027-02-30", "04.01.2027", "2027-W01-1", "", 2027, True])
def test_what_is_no_day_of_the_calendar(written: object) -> None:
    with pytest.raises(ValueError, match="a date is accepted as year-month-day"):
        calendar_day(written)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "0 h"),
        (0.5, "30 min"),
        (1, "1 h"),
        (47, "47 h"),
        (48, "2 days"),
        (50, "50 h"),
        (168, "1 week"),
        (336, "2 weeks"),
        (192, "8 days"),
    ],
)
def test_hours_in_the_unit_of_a_reader(hours: float, said: str) -> None:
    assert say_hours(hours) == said


@pytest.mark.parametrize(
    ("hour", "said"), [(0, "Mon 00:00"), (30.5, "Tue 06:30"), (167.9999999, "Mon 00:00"), (168, "Mon 00:00")]
)
def test_hours_of_the_week(hour: float, said: str) -> None:
    assert say_hour_of_week(hour) == said


def test_a_clock_time_just_below_the_hour_is_not_said_with_sixty_minutes() -> None:
    assert say_clock(1.9999999) == "02:00"
