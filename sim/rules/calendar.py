"""The week: which hour of it a time falls in, and what holds at that hour."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import floor

DAY_H = 24.0
WEEK_H = 168.0
Span = tuple[float, float]
Row = tuple[Sequence[int], float, float, float]


def spans(days: Sequence[int], from_h: float, to_h: float) -> list[Span]:
    """Hours of the week, Monday 00:00 = 0, that a row of a roster covers.

    A row that does not end after it starts runs into the next day; one that
    runs over the end of Sunday is cut there and goes on on Monday.
    """
    pieces: list[Span] = []
    for day in days:
        start, end = (day * DAY_H + hour for hour in _ends(from_h, to_h))
        pieces.append((start, min(end, WEEK_H)))
        if end > WEEK_H:
            pieces.append((0.0, end - WEEK_H))
    return sorted(piece for piece in pieces if piece[1] > piece[0])


def _ends(from_h: float, to_h: float) -> Span:
    return from_h, (to_h if to_h > from_h else to_h + DAY_H)


@dataclass(frozen=True)
class Timetable:
    """A value for every hour of the week, repeated for ever.

    `values[i]` holds from `starts_h[i]` (hour of the week) to the next start;
    `starts_h[0]` is 0. `edges_h` are the hours at which a row begins or ends:
    a shift may change without its headcount, and Monday 00:00 is no change for
    a night shift. `first_weekday` is the weekday of time 0, Monday = 0.
    """

    starts_h: tuple[float, ...]
    values: tuple[float, ...]
    edges_h: frozenset[float] = frozenset()
    first_weekday: int = 0

    @classmethod
    def of(cls, rows: Iterable[Row], first_weekday: int, otherwise: float = 0.0) -> "Timetable":
        """From rows of (days, from, to, value); hours that no row covers have `otherwise`."""
        rows = list(rows)
        pieces = [(start, end, row[3]) for row in rows for start, end in spans(*row[:3])]
        edges = {(day * DAY_H + hour) % WEEK_H for row in rows for day in row[0] for hour in _ends(row[1], row[2])}
        starts = sorted({0.0} | edges)
        values = (next((v for a, b, v in pieces if a <= start < b), otherwise) for start in starts)
        return cls(tuple(starts), tuple(values), frozenset(edges), first_weekday)

    def at(self, time_h: float) -> float:
        """The value that holds at `time_h`, hours since the start of the run."""
        return self.values[bisect_right(self.starts_h, self.hour_of_week(time_h)) - 1]

    def hour_of_week(self, time_h: float) -> float:
        return (time_h + self.first_weekday * DAY_H) % WEEK_H

    def changes(self) -> Iterator[tuple[float, float]]:
        """(time_h, value) after time 0, each time a row begins or ends; for ever, unless there is none.

        Times are computed from the number of the week, never added up.
        """
        offset_h = self.first_weekday * DAY_H
        for week in count() if self.edges_h else ():
            for start_h, value in zip(self.starts_h, self.values, strict=True):
                time_h = week * WEEK_H + start_h - offset_h
                if time_h > 0 and start_h in self.edges_h:
                    yield time_h, value

    def next_positive(self, time_h: float) -> float:
        """The first time from `time_h` on at which the value is above 0."""
        if self.at(time_h) > 0:
            return time_h
        week = floor((time_h + self.first_weekday * DAY_H) / WEEK_H)
        for later in (week, week + 1):
            for start_h, value in zip(self.starts_h, self.values, strict=True):
                opens_h = later * WEEK_H + start_h - self.first_weekday * DAY_H
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

    def _rows(self) -> list[tuple[float, float, float]]:
        return list(zip(self.starts_h, (*self.starts_h[1:], WEEK_H), self.values, strict=True))


ALWAYS = Timetable((0.0,), (1.0,))


def next_clock_time(clock_hours: Sequence[float], not_before_h: float) -> float:
    """The first time at or after `not_before_h` that shows one of the clock hours."""
    day_h = floor(not_before_h / DAY_H) * DAY_H
    later = (day_h + extra + hour for extra in (0.0, DAY_H) for hour in sorted(clock_hours))
    return next(time_h for time_h in later if time_h >= not_before_h)


def last_clock_time(clock_hours: Sequence[float], not_after_h: float) -> float:
    """The last time at or before `not_after_h` that shows one of the clock hours."""
    day_h = floor(not_after_h / DAY_H) * DAY_H
    earlier = (day_h - extra + hour for extra in (0.0, DAY_H) for hour in sorted(clock_hours, reverse=True))
    return next(time_h for time_h in earlier if time_h <= not_after_h)


def next_time_on_days(days: Sequence[int], clock_hour: float, not_before_h: float, first_weekday: int) -> float:
    """The first time at or after `not_before_h` that shows the clock hour on one of the weekdays."""
    day = floor(not_before_h / DAY_H)
    later = (number for number in range(day, day + 9) if (number + first_weekday) % 7 in days)
    return next(time_h for number in later if (time_h := number * DAY_H + clock_hour) >= not_before_h)
