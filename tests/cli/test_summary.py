"""The terminal tells the money in thousands beside the headline measures, and which alternative does most."""

import pytest

from sim.cli.summary import print_summary
from tests.reports.sample import results
from tests.reports.sample_money import with_money

pytestmark = pytest.mark.functional


def told(capsys: pytest.CaptureFixture[str], names: tuple[str, ...], priced: bool = True) -> str:
    saved = results(days=28, names=names)
    print_summary(with_money(saved) if priced else saved)
    return capsys.readouterr().out.replace("\u00a0", " ")


def test_money_follows_the_headline_measures_in_thousands(capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, ("Now", "Two more beds"))
    assert out.index("Stay, median") < out.index("Cost in total (thousand USD") < out.index("Balance (thousand USD")
    assert "2,86" in out
    assert "2,865,1" not in out


def test_without_prices_there_is_no_line_of_money(capsys: pytest.CaptureFixture[str]) -> None:
    assert "USD" not in told(capsys, ("Now", "Two more beds"), priced=False)


def test_of_several_alternatives_it_says_which_does_most(capsys: pytest.CaptureFixture[str]) -> None:
    assert "would cut the mean wait for a bed" in told(capsys, ("Now", "Two more beds", "One more night nurse"))
    assert "would cut the mean wait for a bed" not in told(capsys, ("Now", "Two more beds"))
