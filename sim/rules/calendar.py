"""The week: which hour of it a time falls in, and what holds at that hour.

Every clock time of a run is made in one way, by `time_of`, and none by adding
to another: what falls on one instant has the same number to the last bit.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import floor

DAY_H = 24.0
WEEK_H = 168.0
Span = tuple[float, float]
Row = tuple[Sequence[int], float, float, float]
WeekTime = tuple[int, float]
"""Day of the week, Monday = 0, and hours after its midnight, below 24."""


def time_of(day: int, clock_h: float) -> float:
    """Hours from the midnight at which day 0 begins, of a day of the run or of the week, to a clock time."""
    return day * DAY_H + clock_h


def spans(days: Sequence[int], from_h: float, to_h: float) -> list[Span]:
    """Hours of the week, Monday 00:00 = 0, that a row of a roster covers.

    A row that does not end after it starts runs into the next day; one that
    runs over the end of Sunday is cut there and goes on on Monday.
    """
    pieces: list[Span] = []
    for day in days:
        start, last_day = time_of(day, from_h), _last_day(day, from_h, to_h)
        if last_day < 7:
            pieces.append((start, time_of(last_day, to_h)))
        else:
            pieces += [(start, WEEK_H), (0.0, to_h)]
    return sorted(piece for piece in pieces if piece[1] > piece[0])


def _last_day(day: int, from_h: float, to_h: float) -> int:
    return day if to_h > from_h else day + 1


def _edges(row: Row) -> Iterator[WeekTime]:
    days, from_h, to_h, _ = row
    for day in days:
        yield day, from_h
        midnight, clock_h = divmod(to_h, DAY_H)
        yield (_last_day(day, from_h, to_h) + int(midnight)) % 7, clock_h


@dataclass(frozen=True)
class Timetable:
    """A value for every hour of the week, repeated for ever.

    `values[i]` holds from `starts[i]` to the next start; `starts[0]` is Monday
    00:00. At `edges` a row begins or ends: a shift may change without its
    headcount, and Monday 00:00 is no change for a night shift. `first_weekday`
    is the weekday of time 0, Monday = 0.
    """

    starts: tuple[WeekTime, ...]
    values: tuple[float, ...]
    edges: frozenset[WeekTime] = frozenset()
    first_weekday: int = 0

    @classmethod
    def of(cls, rows: Iterable[Row], first_weekday: int, otherwise: float = 0.0) -> "Timetable":
        """From rows of (days, from, to, value); hours that no row covers have `otherwise`."""
        rows = list(rows)
        pieces = [(start, end, row[3]) for row in rows for start, end in spans(*row[:3])]
        edges = {edge for row in rows for edge in _edges(row)}
        starts = sorted({(0, 0.0)} | edges)
        hours = (time_of(*start) for start in starts)
        values = (next((value for start, end, value in pieces if start <= hour < end), otherwise) for hour in hours)
        return cls(tuple(starts), tuple(values), frozenset(edges), first_weekday)

    @property
    def starts_h(self) -> tuple[float, ...]:
        """Hours of the week."""
        return tuple(time_of(*start) for start in self.starts)

    def at(self, time_h: float) -> float:
        """The value that holds at `time_h`, hours since the start of the run."""
        week = self._week(time_h)
        begun = bisect_right(self.starts, time_h, key=lambda start: self._time_h(week, start))
        return self.values[begun - 1]  # before the first start of a week, what held at the end of the last one

    def changes(self) -> Iterator[tuple[float, float]]:
        """(time_h, value) after time 0, each time a row begins or ends; for ever, unless there is none."""
        for week in count() if self.edges else ():
            for start, value in zip(self.starts, self.values, strict=True):
                time_h = self._time_h(week, start)
                if time_h > 0 and start in self.edges:
                    yield time_h, value

    def next_positive(self, time_h: float) -> float:
        """The first time from `time_h` on at which the value is above 0."""
        if self.at(time_h) > 0:
            return time_h
        week = self._week(time_h)
        for later in (week, week + 1):
            for start, value in zip(self.starts, self.values, strict=True):
                opens_h = self._time_h(later, start)
                if value > 0 and opens_h > time_h:
                    return opens_h
        raise ValueError("this timetable is never above 0")

    def mean(self) -> float:
        """Mean value over the week."""
        return sum(value * (end - start) for start, end, value in self._rows()) / WEEK_H

    def area(self, time_h: float) -> float:
        """Integral from time 0 to `time_h`; for a roster, the hours on shift."""
        offset_h = self.first_weekday * DAY_H
        return self._since_monday(time_h + offset_h) - self._since_monday(offset_h)

    def _since_monday(self, time_h: float) -> float:
        weeks, rest_h = divmod(time_h, WEEK_H)
        part = sum(value * max(0.0, min(end, rest_h) - start) for start, end, value in self._rows())
        return weeks * self.mean() * WEEK_H + part

    def _week(self, time_h: float) -> int:
        return floor((time_h + self.first_weekday * DAY_H) / WEEK_H)

    def _time_h(self, week: int, start: WeekTime) -> float:
        day, clock_h = start
        return time_of(7 * week + day - self.first_weekday, clock_h)

    def _rows(self) -> list[tuple[float, float, float]]:
        return list(zip(self.starts_h, (*self.starts_h[1:], WEEK_H), self.values, strict=True))


ALWAYS = Timetable(((0, 0.0),), (1.0,))


def next_clock_time(clock_hours: Sequence[float], not_before_h: float) -> float:
    """The first time at or after `not_before_h` that shows one of the clock hours."""
    today = floor(not_before_h / DAY_H)
    later = (time_of(day, hour) for day in (today, today + 1) for hour in sorted(clock_hours))
    return next(time_h for time_h in later if time_h >= not_before_h)


def last_clock_time(clock_hours: Sequence[float], not_after_h: float) -> float:
    """The last time at or before `not_after_h` that shows one of the clock hours."""
    today = floor(not_after_h / DAY_H)
    earlier = (time_of(day, hour) for day in (today, today - 1) for hour in sorted(clock_hours, reverse=True))
    return next(time_h for time_h in earlier if time_h <= not_after_h)


def next_time_on_days(days: Sequence[int], clock_hour: float, not_before_h: float, first_weekday: int) -> float:
    """The first time at or after `not_before_h` that shows the clock hour on one of the weekdays."""
    day = floor(not_before_h / DAY_H)
    later = (number for number in range(day, day + 9) if (number + first_weekday) % 7 in days)
    return next(time_h for number in later if (time_h := time_of(number, clock_hour)) >= not_before_h)
