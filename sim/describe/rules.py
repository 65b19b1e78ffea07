"""All rules of the model that a scenario uses, in the order of the pathway (STRESS-DES 2.2)."""

from collections.abc import Iterable, Iterator
from itertools import chain

from sim.describe.admission import admission
from sim.describe.afterwards import afterwards
from sim.describe.blocks import Block
from sim.describe.complications import complications
from sim.describe.counselling import counselling
from sim.describe.front_door import front_door
from sim.describe.leaving import leaving
from sim.describe.money import money
from sim.describe.people import people
from sim.describe.protocols import protocols
from sim.describe.referral import referral
from sim.describe.way_out import way_out
from sim.describe.withdrawal_care import care
from sim.describe.work import work
from sim.scenario.scenario import Scenario


def rules(scenario: Scenario) -> Iterator[Block]:
    """A heading for each part of the pathway, with its rules below; no heading without rules."""
    for title, told in _parts(scenario):
        below = [block for block in told if block]
        yield from (f"#### {title}", *below) if below else ()


def _parts(scenario: Scenario) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "Who comes", chain(referral(scenario.demand), people(scenario))
    yield "From referral to the bed", chain(front_door(scenario), admission(scenario))
    yield "Withdrawal and its care", care(scenario)
    yield "Protocols", protocols(scenario)
    yield "Counselling", counselling(scenario)
    yield "What may go wrong", complications(scenario)
    yield "Ends of a stay before it is completed", leaving(scenario)
    yield "The way out", way_out(scenario)
    yield "After the unit", afterwards(scenario)
    yield "Work and staff", work(scenario)
    yield "Money", money(scenario)
