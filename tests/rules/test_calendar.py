"""The week: rows of a roster, windows that run overnight, and clock times."""

from itertools import islice, takewhile

import pytest

from sim.rules.calendar import ALWAYS, WEEK_H, Timetable, last_clock_time, next_clock_time, next_time_on_days, spans

pytestmark = pytest.mark.unit

EVERY_DAY = tuple(range(7))
DAY = (EVERY_DAY, 7.0, 19.0, 3.0)
NIGHT = (EVERY_DAY, 19.0, 7.0, 2.0)


def test_a_row_that_ends_before_it_starts_runs_into_the_next_day():
    assert spans((0,), 19.0, 7.0) == [(19.0, 31.0)]


def test_a_row_over_the_end_of_sunday_goes_on_on_monday():
    assert spans((6,), 19.0, 7.0) == [(0.0, 7.0), (163.0, 168.0)]


def test_equal_times_mean_a_whole_day():
    assert spans((2,), 7.0, 7.0) == [(55.0, 79.0)]


def test_a_roster_gives_its_headcount_at_each_hour():
    roster = Timetable.of([DAY, NIGHT], first_weekday=0)
    assert [roster.at(hour) for hour in (0, 6.99, 7, 18.99, 19, 24, 7 + WEEK_H)] == [2, 2, 3, 3, 2, 2, 3]
    assert roster.mean() == pytest.approx(2.5)


def test_changes_come_at_the_edges_of_shifts_and_not_at_midnight_on_sunday():
    roster = Timetable.of([DAY, NIGHT], first_weekday=0)
    assert list(islice(roster.changes(), 4)) == [(7.0, 3.0), (19.0, 2.0), (31.0, 3.0), (43.0, 2.0)]
    assert WEEK_H not in [time_h for time_h, _ in islice(roster.changes(), 30)]


def test_a_shift_changes_even_when_the_headcount_stays():
    assert list(islice(Timetable.of([(EVERY_DAY, 8.0, 8.0, 1.0)], 0).changes(), 2)) == [
        (8.0, 1.0),
        (32.0, 1.0),
    ]


def test_a_run_may_start_on_another_weekday():
    weekend = Timetable.of([((5, 6), 0.0, 24.0, 1.0)], first_weekday=4)
    assert [weekend.at(hour) for hour in (0, 23.9, 24, 71.9, 72)] == [0, 0, 1, 1, 0]
    assert next(weekend.changes()) == (24.0, 1.0)


def test_always_never_changes():
    assert list(ALWAYS.changes()) == []
    assert ALWAYS.next_positive(12.3) == 12.3


def test_the_next_opening_is_found_within_and_across_weeks():
    open_hours = Timetable.of([((0, 1, 2, 3, 4), 9.0, 17.0, 1.0)], first_weekday=0)
    assert open_hours.next_positive(9.0) == 9.0
    assert open_hours.next_positive(16.99) == 16.99
    assert open_hours.next_positive(17.0) == 33.0
    assert open_hours.next_positive(4 * 24 + 17.0) == WEEK_H + 9.0


def test_a_timetable_that_never_opens_says_so():
    with pytest.raises(ValueError, match="never above 0"):
        Timetable(((0, 0.0),), (0.0,)).next_positive(3.0)


def test_area_is_the_sum_of_shifts():
    roster = Timetable.of([DAY, NIGHT], first_weekday=2)
    assert roster.area(3 * WEEK_H) == pytest.approx(3 * 7 * (12 * 3 + 12 * 2))
    assert roster.area(8.0) == pytest.approx(7 * 2 + 1 * 3)


@pytest.mark.parametrize(("not_before", "expected"), [(0, 8), (8, 8), (8.01, 20), (20.5, 32), (1000, 1004)])
def test_next_clock_time(not_before, expected):
    day, hour = divmod(expected, 24)
    assert next_clock_time((20.0, 8.0), not_before) == day * 24 + hour


EVERY_TEN_MINUTES = [minutes / 60 for minutes in range(0, 24 * 60, 10)]
YEAR_H = 366 * 24.0


@pytest.mark.parametrize("first_weekday", range(7))
def test_equal_instants_are_equal_to_the_last_bit_all_through_a_year(first_weekday):
    for clock_h in EVERY_TEN_MINUTES:
        days = [(EVERY_DAY, clock_h, (clock_h + 12) % 24, 1.0), (EVERY_DAY, (clock_h + 12) % 24, clock_h, 2.0)]
        hours = Timetable.of(days, first_weekday)
        changes = list(takewhile(lambda change: change[0] < YEAR_H, hours.changes()))
        own = {day * 24 + hour for day in range(366) for hour in (clock_h, (clock_h + 12) % 24)} - {0.0}
        assert {time_h for time_h, _ in changes} == own
        assert all(hours.at(time_h) == value for time_h, value in changes)
        for time_h, _ in changes[::29]:
            assert hours.next_positive(time_h) == time_h
            assert next_clock_time([time_h_of_day(time_h, clock_h)], time_h) == time_h
            assert last_clock_time([time_h_of_day(time_h, clock_h)], time_h) == time_h
            assert next_time_on_days(EVERY_DAY, time_h_of_day(time_h, clock_h), time_h, first_weekday) == time_h


def time_h_of_day(time_h, clock_h):
    """Which of the two clock times it shows."""
    return min((clock_h, (clock_h + 12) % 24), key=lambda hour: abs(time_h % 24 - hour))


def test_rows_that_meet_leave_no_gap():
    for clock_h in EVERY_TEN_MINUTES[1:]:
        starts = {start for start, _ in spans(EVERY_DAY, clock_h, 24.0)} | {WEEK_H}
        assert {end for _, end in spans(EVERY_DAY, 0.0, clock_h)} <= starts
        assert {end for _, end in spans(EVERY_DAY, 23.99, clock_h)} <= starts
