"""Who gets which task, and what the end of a shift does to the one in hand."""

import pytest

from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.work.crew import Crew
from sim.unit.work.dispatcher import Dispatcher
from sim.unit.work.task import Task
from sim.vocabulary import Level, Outcome, Work
from tests.engine.bench import steps

pytestmark = pytest.mark.unit

NURSE, TECHNICIAN = 0, 1


class Bench:
    """A dispatcher with nurses and technicians whose tasks report when they are done."""

    def __init__(self, nurses=1, technicians=0, shift_end="finish"):
        self.clock, self.log, self.done = Clock(), Log(), []
        self.crews = [
            Crew(self.clock, self.log, role, heads, shift_end)
            for role, heads in ((NURSE, nurses), (TECHNICIAN, technicians))
        ]
        self.dispatcher = Dispatcher(self.clock, self.log, self.crews)

    def ask(self, at_h, name, hours=1.0, priority=3, due_h=None, roles=(NURSE,)):
        due_h = at_h if due_h is None else due_h
        task = Task(
            0, Work.CHECK, 0, roles, priority, at_h, due_h, hours, lambda: self.done.append((name, self.clock.now))
        )
        self.clock.at(at_h, Order.DUE, 0, self.dispatcher.ask, task)
        return task

    def shift(self, at_h, heads, role=NURSE):
        self.clock.at(at_h, Order.HOURS, role, self.dispatcher.change_shift, self.crews[role], heads)

    def run(self, until_h=100):
        self.clock.run(until=until_h)
        self.dispatcher.close()
        return self.done


def test_highest_priority_then_earliest_due_then_first_asked():
    bench = Bench()
    bench.ask(0, "in hand")
    bench.ask(0.1, "later asked", due_h=5)
    bench.ask(0.2, "last asked", due_h=5)
    bench.ask(0.3, "due first", due_h=4)
    bench.ask(0.4, "urgent", priority=1, due_h=9)
    assert [name for name, _ in bench.run()] == ["in hand", "urgent", "due first", "later asked", "last asked"]


def test_no_pre_emption():
    bench = Bench()
    bench.ask(0, "small", hours=3, priority=9)
    bench.ask(1, "urgent", priority=1)
    assert bench.run() == [("small", 3.0), ("urgent", 4.0)]


def test_everything_of_one_instant_is_asked_before_work_is_given_out():
    bench = Bench()
    bench.ask(1, "asked first", priority=5)
    bench.ask(1, "urgent", priority=1)
    assert [name for name, _ in bench.run()] == ["urgent", "asked first"]


def test_roles_are_tried_in_the_order_of_preference():
    bench = Bench(nurses=1, technicians=1)
    either = (TECHNICIAN, NURSE)
    tasks = [bench.ask(0, name, roles=either) for name in ("first", "second", "third")]
    bench.run()
    assert [task.role for task in tasks] == [TECHNICIAN, NURSE, TECHNICIAN]


def test_a_task_nobody_may_do_does_not_hold_up_the_others():
    bench = Bench(nurses=1, technicians=0)
    bench.ask(0, "for technicians", priority=1, roles=(TECHNICIAN,))
    bench.ask(0, "for nurses")
    assert bench.run() == [("for nurses", 1.0)]


def test_a_waiting_task_can_be_withdrawn_and_one_in_hand_cut_short():
    bench = Bench()
    in_hand, waiting = bench.ask(0, "in hand", hours=4), bench.ask(0, "waiting")
    bench.ask(1, "next")
    bench.clock.at(2, Order.LEAVING, 0, bench.dispatcher.withdraw, waiting, Outcome.CANCELLED)
    bench.clock.at(2, Order.LEAVING, 0, bench.dispatcher.withdraw, in_hand, Outcome.CANCELLED)
    assert bench.run() == [("next", 3.0)]
    assert bench.log.tasks["outcome"].tolist() == [Outcome.CANCELLED, Outcome.CUT_SHORT, Outcome.DONE]


def shift_end(policy):
    """Two nurses at work on 3 h tasks when at 2 h a shift of one begins; a third task waits."""
    bench = Bench(nurses=2, shift_end=policy)
    for name in ("a", "b", "c"):
        bench.ask(0, name, hours=3)
    bench.shift(2, 1)
    bench.run()
    return bench


def test_finish_holds_the_places_of_the_next_shift():
    bench = shift_end("finish")
    assert bench.done == [("a", 3.0), ("b", 3.0), ("c", 6.0)]
    assert steps(bench.log, Level.OVERTIME) == [(0, 0), (2, 1), (3, 0)]


def test_stop_puts_the_latest_task_down_and_takes_it_up_again():
    bench = shift_end("stop")
    assert bench.done == [("a", 3.0), ("b", 4.0), ("c", 7.0)]
    assert steps(bench.log, Level.OVERTIME) == [(0, 0)]
    outcomes = bench.log.tasks["outcome"].tolist()
    assert outcomes == [Outcome.PUT_DOWN, Outcome.DONE, Outcome.DONE, Outcome.DONE]


def test_handover_starts_the_whole_new_crew_while_the_old_one_finishes():
    bench = shift_end("handover")
    assert bench.done == [("a", 3.0), ("b", 3.0), ("c", 5.0)]
    assert steps(bench.log, Level.OVERTIME) == [(0, 0), (2, 2), (3, 1), (3, 0)]
    assert steps(bench.log, Level.BUSY)[-1] == (5.0, 0)


def test_a_rise_serves_the_waiting_at_once():
    bench = Bench(nurses=0)
    bench.ask(0, "a")
    bench.ask(0, "b")
    bench.shift(5, 2)
    assert bench.run() == [("a", 6.0), ("b", 6.0)]


def test_what_is_unfinished_at_the_end_is_in_the_log():
    bench = Bench()
    bench.ask(0, "in hand", hours=50)
    bench.ask(1, "waiting")
    bench.run(until_h=10)
    tasks = bench.log.tasks
    assert tasks["outcome"].tolist() == [Outcome.WAITING, Outcome.IN_HAND]
    assert tasks["end_h"].tolist() == [10, 10]
