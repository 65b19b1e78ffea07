"""A number with a comma, a per cent sign or gaps is answered with how to write it."""

import pytest

from sim.scenario.values.number_slips import plainly
from sim.scenario.values.spreads import plain_number
from tests.scenario.conftest import Told
from tests.scenario.texts import CHILD, WARD

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("written", "meant"),
    [("5,5", "5.5"), ("-0,25", "-0.25"), ("1,000", "1000 or 1.000"), ("12,345,678", "12345678"),
     ("1 000 000", "1000000"), ("1_000", "1000"), ("50%", "50"), ("12.5 %", "12.5")],
)  # fmt: skip
def test_what_is_meant(written: str, meant: str) -> None:
    assert plainly(written) == f"; write {meant}"
    with pytest.raises(ValueError, match=f"accepted; write {meant}$"):
        plain_number(written)


@pytest.mark.parametrize("value", ["5", "two", "1,2,3", "", "010", True, None, (1, 2)])
def test_nothing_is_made_of_anything_else(value: object) -> None:
    assert not plainly(value)


def test_it_is_told_of_a_scenario(told: Told) -> None:
    assert told(CHILD + "demand: {per_day: 2,5}\n".replace("2,5", '"2,5"'), base=WARD) == [
        "ward.yaml:3: demand.per_day: is '2,5'; a number in plain digits, without quotes, is accepted; write 2.5"
    ]
