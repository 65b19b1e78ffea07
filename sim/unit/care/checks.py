"""Checks: COWS, vital signs and charting, as often as the last one says; comfort medication after them."""

from collections.abc import Callable
from math import inf

from sim.rules.checks import check_interval_h
from sim.rules.course import band_of
from sim.scenario.withdrawal import Withdrawal
from sim.unit.care.bedside import Bedside
from sim.unit.clock import Order
from sim.unit.work.task import State, Task
from sim.vocabulary import Event, Work


class Checks:
    """The round of checks of one person; `found` is told the score of each."""

    def __init__(self, bedside: Bedside, rules: Withdrawal, found: Callable[[float], None]):
        every, comfort = rules.check_every, rules.comfort_by_band
        self._bedside, self._found = bedside, found
        self._by_band_h = (every.none_h, every.mild_h, every.moderate_h, every.moderately_severe_h, every.severe_h)
        self._first_day_h = every.first_day_h
        self._comfort = (comfort.none, comfort.mild, comfort.moderate, comfort.moderately_severe, comfort.severe)
        self._task: Task | None = None
        self._turn = 0
        self._recheck_h = inf

    def charted(self) -> None:
        """A score has been taken, by a check or by the admission assessment."""
        bedside, band = self._bedside, band_of(self._bedside.condition.felt)
        bedside.note(Event.CHECKED, bedside.condition.felt)
        if self._comfort[band] > 0 and bedside.includes(Work.COMFORT_MEDICATION):
            bedside.ask(Work.COMFORT_MEDICATION, bedside.look, self._comfort[band])
        self._set_next()
        self._found(bedside.condition.felt)

    def due_now(self) -> None:
        """A person of the census, of whom nobody knows when the last check was."""
        self._turn += 1
        self._bedside.at(self._bedside.now, Order.DUE, self._fall_due, self._turn)

    def recheck(self, time_h: float) -> None:
        """An extra look at a set time, whatever the band says."""
        self._recheck_h = time_h
        self._set_next()

    def _set_next(self) -> None:
        now = self._bedside.now
        due_h = now + self._interval_h()
        if now < self._recheck_h:
            due_h = min(due_h, self._recheck_h)
        self._turn += 1
        self._bedside.at(due_h, Order.DUE, self._fall_due, self._turn)

    def _interval_h(self) -> float:
        bedside = self._bedside
        return check_interval_h(
            band_of(bedside.condition.felt), bedside.since_admission_h, self._by_band_h, self._first_day_h
        )

    def _fall_due(self, turn: int) -> None:
        """Ask for a check; one that still waits from the last time is missed."""
        if turn != self._turn or (self._task is not None and self._task.is_under_way):
            return
        self._bedside.lapse(self._task)
        self._task = self._bedside.ask(Work.CHECK, self._done)
        if self._task.state is State.WAITING:
            self._set_next()

    def _done(self) -> None:
        self._bedside.look()
        self.charted()
