"""What the roster does to a crew in time: shifts change, hand over, and take their meals."""

from collections.abc import Callable, Generator, Sequence
from typing import Any, NamedTuple

import simpy

from sim.rules.staffing import meal_times
from sim.scenario.staff import MealBreak, Role
from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.work.crew import Crew
from sim.unit.work.dispatcher import Dispatcher
from sim.unit.work.task import NO_PATIENT, State, Task, nothing
from sim.vocabulary import Level, Outcome, Work


class Shift(NamedTuple):
    """From one change of a role's roster to the next."""

    start_h: float
    end_h: float
    on_shift: float
    unfilled: float
    agency: float


class Shifts:
    """The shifts of one role, one after the other; `changed` is called at the start of each."""

    def __init__(
        self,
        clock: Clock,
        log: Log,
        dispatcher: Dispatcher,
        crew: Crew,
        rule: Role,
        shifts: Sequence[Shift],
        changed: Callable[[], None],
    ):
        self._clock, self._log, self._dispatcher, self._crew, self._rule = clock, log, dispatcher, crew, rule
        self._shifts, self._changed = shifts, changed
        self._meals = 0

    def follow(self) -> Generator[simpy.Event, Any, None]:
        """Each change of the roster reaches the crew."""
        for number, shift in enumerate(self._shifts):
            if number > 0:
                yield self._clock.until(shift.start_h, Order.HOURS, self._crew.role)
                self._dispatcher.change_shift(self._crew, shift.on_shift)
                self._hand_over(shift)
                self._changed()
            self._log.level(shift.start_h, Level.UNFILLED, shift.unfilled, self._crew.role)
            self._log.level(shift.start_h, Level.AGENCY, shift.agency, self._crew.role)
            if self._rule.meal_break:
                self._plan_meals(shift, self._rule.meal_break)

    def _hand_over(self, shift: Shift) -> None:
        over_h = shift.start_h + self._rule.handover_h
        if self._rule.handover_h and shift.on_shift:
            self._dispatcher.hand_over(self._crew, True)
            self._clock.at(over_h, Order.HOURS, self._crew.role, self._dispatcher.hand_over, self._crew, False)

    def _plan_meals(self, shift: Shift, rule: MealBreak) -> None:
        for time_h in meal_times(shift.start_h, shift.end_h, shift.on_shift, rule.lasts_h, rule.shifts_from_h):
            self._clock.at(time_h, Order.DUE, NO_PATIENT, self._meal_due, shift.end_h, rule)

    def _meal_due(self, shift_ends_h: float, rule: MealBreak) -> None:
        now = self._clock.now
        self._meals += 1
        roles = (self._crew.role,)
        meal = Task(NO_PATIENT, Work.MEAL_BREAK, self._meals, roles, rule.priority, now, now, rule.lasts_h, nothing)
        self._dispatcher.ask(meal)
        self._clock.at(shift_ends_h, Order.DUE, NO_PATIENT, self._missed, meal)

    def _missed(self, meal: Task) -> None:
        """Nobody of the next shift takes it, or the rest of it, for them."""
        if meal.state is State.WAITING:
            self._dispatcher.withdraw(meal, Outcome.LAPSED)
