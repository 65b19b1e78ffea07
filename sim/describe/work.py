"""Work and time in prose: the dispatcher, the end of a shift, and what comes first at one instant."""

from collections.abc import Iterator

from sim.scenario.scenario import Scenario
from sim.scenario.staff import Staff
from sim.unit.clock import Order

SHIFT_END = {
    "finish": (
        "The task in hand is finished; whoever finishes it holds one of the next shift's places meanwhile, and is on "
        "overtime if there is no such place."
    ),
    "stop": (
        "The task in hand is put down, unless somebody of the next shift can take it over at once, and waits with "
        "the rest of its time."
    ),
    "handover": "The whole new crew starts at once, while the old one finishes its tasks in hand on overtime.",
}
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
        yield _shift_end(scenario.staff)


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


def _shift_end(staff: Staff) -> str:
    return f"**End of a shift.** {SHIFT_END[staff.shift_end]} Waiting work passes to the next shift."
