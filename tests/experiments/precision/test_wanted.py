"""How a precision is written, and which measures it means."""

import pytest

from sim.experiments.precision.wanted import Aim, Precision, read_aims
from sim.measures import Measure

pytestmark = pytest.mark.unit

KNOWN = ("wait_mean_h", "self_discharge_pct")


def measure(name: str, headline: bool) -> Measure:
    return Measure(name, name, "h", "", "count", "access", headline=headline)


@pytest.mark.parametrize(
    ("word", "aim"),
    [
        ("5%", Aim("", 0.05, True)),
        (" 2.5 % ", Aim("", 0.025, True)),
        ("wait_mean_h=5%", Aim("wait_mean_h", 0.05, True)),
        ("wait_mean_h=0.5", Aim("wait_mean_h", 0.5, False)),
        ("self_discharge_pct=.5", Aim("self_discharge_pct", 0.5, False)),
    ],
)
def test_written(word: str, aim: Aim) -> None:
    assert read_aims([word], KNOWN) == (aim,)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["5"], "'5' says no measure"),
        (["five"], "'five' is no precision"),
        (["wait_mean=1"], "did you mean wait_mean_h"),
        (["0%"], "above 0, below 100 %"),
        (["100%"], "above 0, below 100 %"),
        (["wait_mean_h=0"], "above 0"),
        (["wait_mean_h=-1"], "is no precision"),
        (["wait_mean_h=1", "wait_mean_h=5%"], "wait_mean_h is given twice"),
        (["5%", "6%"], "every headline measure is given twice"),
    ],
)
def test_what_is_not_accepted_is_a_sentence(words: list[str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_aims(words, KNOWN)


def test_every_headline_measure_but_those_with_an_aim_of_their_own() -> None:
    measures = [measure("wait_mean_h", True), measure("self_discharge_pct", True), measure("other", False)]
    everything, wait = Aim("", 0.05, True), Aim("wait_mean_h", 0.5, False)
    assert Precision((everything, wait)).of(measures) == [("wait_mean_h", wait), ("self_discharge_pct", everything)]
    assert Precision((Aim("other", 1, False),)).of(measures) == [("other", Aim("other", 1, False))]


def test_a_mean_near_zero_is_judged_as_one_unit() -> None:
    aim = Aim("", 0.05, True)
    assert aim.half_width(-42.0) == pytest.approx(2.0)
    assert aim.half_width(0.2) == pytest.approx(0.05 / 1.05)
    assert Aim("", 3.0, False).half_width(1e9) == 3.0
