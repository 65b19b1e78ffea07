"""How one person's wish to leave added up: when, in which band of withdrawal, and while what was late."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import NamedTuple

from sim.cli.story.record import ENDS_OF_STAY, Job, Record
from sim.rules.course import band_of
from sim.unit.watch import Look
from sim.vocabulary import Band, Event, Outcome, Work

Windows = Sequence[tuple[float, float]]
"""Pairs of start and end in h that do not overlap, in order."""
ALWAYS: Windows = ((-inf, inf),)


class Stretch(NamedTuple):
    """From one look to the next, where the felt score and the hazard stay the same. Time away is no stretch."""

    start_h: float
    end_h: float
    band: Band
    added: float

    def within(self, windows: Windows) -> float:
        """Hours of it inside the windows."""
        return sum(max(0.0, min(self.end_h, end_h) - max(self.start_h, start_h)) for start_h, end_h in windows)


class Part(NamedTuple):
    """A part of what added up, and the hours in which it did."""

    added: float
    hours: float


@dataclass(frozen=True)
class AddingUp:
    """What added up during a stay; the person leaves when it reaches `threshold`."""

    threshold: float
    stretches: Sequence[Stretch]

    @property
    def total(self) -> float:
        return sum(stretch.added for stretch in self.stretches)

    def part(self, windows: Windows = ALWAYS, band: Band | None = None) -> Part:
        """What added up inside the windows, and in one band when that is named."""
        added = hours = 0.0
        for stretch in self.stretches:
            inside_h = stretch.within(windows)
            if inside_h > 0 and band in (None, stretch.band):
                hours += inside_h
                added += stretch.added * inside_h / (stretch.end_h - stretch.start_h)
        return Part(added, hours)


def added_up(looks: Sequence[Look], record: Record, threshold: float, horizon_h: float) -> AddingUp:
    """The stretches between the looks at a person, and from the last one to the end of the stay or of the run."""
    over_h = present_until_h(record, horizon_h)
    last = looks[-1]._replace(time_h=over_h, added_up=_reached(looks[-1], over_h))
    away = absences(record, horizon_h)
    stretches = [
        Stretch(look.time_h, following.time_h, band_of(look.felt), following.added_up - look.added_up)
        for look, following in pairwise([*looks, last])
        if following.time_h > look.time_h and not any(start <= look.time_h < end for start, end in away)
    ]
    return AddingUp(threshold, stretches)


def _reached(look: Look, time_h: float) -> float:
    return look.added_up + look.leaving_per_day / 24 * (time_h - look.time_h)


def present_until_h(record: Record, horizon_h: float) -> float:
    """When the person was last in the unit: a stay that ends in hospital was over for them on the way there."""
    end = record.first(*ENDS_OF_STAY)
    over_h = horizon_h if end is None else end.time_h
    return next((start_h for start_h, end_h in absences(record, horizon_h) if end_h >= over_h), over_h)


def absences(record: Record, horizon_h: float) -> list[tuple[float, float]]:
    """Times in hospital while the bed was held."""
    left = [each.time_h for each in record.all(Event.TO_HOSPITAL)]
    end = record.first(Event.TRANSFERRED)
    back = [each.time_h for each in record.all(Event.BACK_FROM_HOSPITAL)] + [end.time_h if end else horizon_h]
    return list(zip(left, back, strict=False))


def overdue(jobs: Iterable[Job]) -> Windows:
    """When work was due and nobody had started it."""
    return merged((job.due_h, job.shown_h) for job in _first_rows(jobs) if job.late_h > 0)


def _first_rows(jobs: Iterable[Job]) -> Iterator[Job]:
    """Without the rest of tasks that were put down once they had begun."""
    begun: set[tuple[Work, int]] = set()
    for job in jobs:
        if (job.work, job.repeat) not in begun:
            yield job
        if job.outcome is Outcome.PUT_DOWN:
            begun.add((job.work, job.repeat))


def merged(windows: Iterable[tuple[float, float]]) -> Windows:
    """The same times as windows that do not overlap."""
    found: list[tuple[float, float]] = []
    for start_h, end_h in sorted(windows):
        if found and start_h <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end_h))
        else:
            found.append((start_h, end_h))
    return found
