"""What the time of the week does to the unit: admission opens and closes."""

from collections.abc import Generator
from typing import Any

import simpy

from sim.unit.clock import Order
from sim.unit.unit import Unit


def follow_admission_hours(unit: Unit) -> Generator[simpy.Event, Any, None]:
    """Opening calls people; closing is what then stands in their way."""
    for time_h, _ in unit.admission_hours.changes():
        yield unit.clock.until(time_h, Order.HOURS, len(unit.crews))
        unit.waiting_list.call_soon()
