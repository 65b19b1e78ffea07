"""The dispatcher: hands waiting work to free staff, the most urgent and longest due first."""

from collections.abc import Sequence
from heapq import heappop, heappush

from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.work.crew import Crew
from sim.unit.work.task import State, Task, nothing
from sim.vocabulary import Outcome

_Waiting = tuple[int, float, int, Task]


class Dispatcher:
    """Highest priority, then earliest due, then first asked; no pre-emption.

    Tasks that the same roles may do wait in one heap. A task goes to the first
    of its roles, in order of preference, that has somebody free.
    """

    def __init__(self, clock: Clock, log: Log, crews: Sequence[Crew]):
        self._clock, self._log, self._crews = clock, log, crews
        self._queues: dict[tuple[int, ...], tuple[list[_Waiting], list[Crew]]] = {}
        self._asked = self._waiting = 0
        self._hand_out_is_set = False

    def ask(self, task: Task) -> None:
        """A task joins the waiting work."""
        self._asked += 1
        task.turn = self._asked
        self._queue(task)
        self._hand_out_soon()

    def withdraw(self, task: Task, waiting: Outcome) -> None:
        """A task is no longer wanted: cut short if somebody is at it, else ended as `waiting`."""
        if task.state is State.IN_HAND:
            self._end(task, Outcome.CUT_SHORT)
            self._hand_out_soon()
        elif task.state is State.WAITING:
            task.state = State.OVER
            self._waiting -= 1
            self._record(task, waiting)

    def change_shift(self, crew: Crew, on_shift: float) -> None:
        """New headcount for one role; what is put down waits again with the rest of its time."""
        for task in crew.change_shift(on_shift):
            self._record(task, Outcome.PUT_DOWN)
            task.put_down(self._clock.now)
            self._queue(task)
        self._hand_out_soon()

    def hand_over(self, crew: Crew, begins: bool) -> None:
        """While a crew hands over it takes no new work, emergencies aside."""
        crew.hands_over = begins
        self._hand_out_soon()

    def close(self) -> None:
        """End of the run: everything that still waits or is in hand goes into the log as it is."""
        for heap, _ in self._queues.values():
            for entry in sorted(heap, key=lambda entry: entry[:3]):
                if _waits(entry):
                    self._record(entry[3], Outcome.WAITING)
        for crew in self._crews:
            for task in crew.everything_in_hand():
                self._record(task, Outcome.IN_HAND)

    def _queue(self, task: Task) -> None:
        self._waiting += 1
        heappush(self._queue_for(task.roles)[0], (task.priority, task.due_h, task.turn, task))

    def _queue_for(self, roles: tuple[int, ...]) -> tuple[list[_Waiting], list[Crew]]:
        if roles not in self._queues:
            self._queues[roles] = ([], [self._crews[role] for role in roles])
        return self._queues[roles]

    def _hand_out_soon(self) -> None:
        """Give work out once all that comes before it at this instant has happened, and what happens now is over."""
        if self._waiting and not self._hand_out_is_set:
            self._hand_out_is_set = True
            self._clock.at(self._clock.now, Order.HAND_OUT, 0, self._hand_out)

    def _hand_out(self) -> None:
        self._hand_out_is_set = False
        while self._waiting and (choice := self._most_urgent()) is not None:
            self._waiting -= 1
            self._start(heappop(choice[0])[3], choice[1])

    def _most_urgent(self) -> tuple[list[_Waiting], Crew] | None:
        """The heap whose first task goes next, and who does it."""
        best: tuple[list[_Waiting], Crew] | None = None
        for heap, crews in self._queues.values():
            if not heap:
                continue
            while heap and not _waits(heap[0]):
                heappop(heap)
            if heap and (best is None or heap[0] < best[0][0]) and (crew := _who_can(crews, heap[0][0])):
                best = (heap, crew)
        return best

    def _start(self, task: Task, crew: Crew) -> None:
        now = self._clock.now
        if task.began and not task.begun:
            task.began()
        task.state, task.role, task.start_h, task.begun = State.IN_HAND, crew.role, now, True
        crew.take(task)
        self._clock.at(now + task.left_h, Order.FINISHED, task.patient, self._finish, task, now)

    def _finish(self, task: Task, started_h: float) -> None:
        if task.state is State.IN_HAND and task.start_h == started_h:
            self._end(task, Outcome.DONE)
            task.done()
            task.done = nothing  # what was to follow refers to the task itself: let both go
            self._hand_out_soon()

    def _end(self, task: Task, outcome: Outcome) -> None:
        task.state = State.OVER
        self._crews[task.role].let_go(task)
        self._record(task, outcome)

    def _record(self, task: Task, outcome: Outcome) -> None:
        self._log.task(
            task.patient, task.work, task.repeat, task.role,
            task.asked_h, task.due_h, task.start_h, self._clock.now, outcome,
        )  # fmt: skip


def _waits(entry: _Waiting) -> bool:
    """Whether the entry still counts; a task that was withdrawn and asked for again has a later one."""
    *_, turn, task = entry
    return task.state is State.WAITING and task.turn == turn


def _who_can(crews: list[Crew], priority: int) -> Crew | None:
    for crew in crews:
        if crew.can_take(priority):
            return crew
    return None
