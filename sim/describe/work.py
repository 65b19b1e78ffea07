"""Work and time in prose: the dispatcher, and what comes first at one instant."""

from collections.abc import Iterator

from sim.describe.shifts import shifts
from sim.scenario.scenario import Scenario
from sim.unit.clock import Order

TIES = {
    Order.FINISHED: "work that is finished and beds that are released",
    Order.HOURS: "shifts that change and hours that open or close",
    Order.DUE: "care that falls due",
    Order.HAND_OUT: "waiting work that is handed out",
    Order.ADMISSION: "admissions",
    Order.REFERRAL: "referrals",
    Order.LEAVING: "people who give up or leave",
}


def work(scenario: Scenario) -> Iterator[str]:
    """The rules by which work is given out, when the scenario has any."""
    if scenario.staff:
        yield _dispatcher()
        yield from shifts(scenario.staff, scenario.tasks)


def tie_order() -> str:
    """What comes first among things at the same instant."""
    steps = "; ".join(f"({order}) {TIES[order]}" for order in Order)
    return f"At one instant things happen in this order: {steps}. Inside a kind the lower person number comes first."


def _dispatcher() -> str:
    return (
        "**Work.** Work that is asked for waits until somebody of one of its roles is free. It is given out by "
        "priority (1 first), then by the time it is due, then by the time it was asked for; each task to the first "
        "of its roles, in order of preference, that has somebody free. Work in hand is never interrupted for more "
        "urgent work. How long a task takes belongs to the person it is for, whoever does it and whenever. A task is "
        "withdrawn or cut short when its person leaves."
    )
