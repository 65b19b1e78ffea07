"""The examples of the Python functions run as they stand, and print nothing else."""

import ast
import doctest
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sim
from sim import api

pytestmark = pytest.mark.docs


def test_the_examples_do_what_they_say(capsys: pytest.CaptureFixture[str]) -> None:
    found = doctest.testmod(api)
    assert found.attempted >= 8
    assert found.failed == 0, capsys.readouterr().out
    assert capsys.readouterr().out == ""


def test_every_function_is_at_hand_and_has_an_example_or_says_what_comes_back() -> None:
    functions = [getattr(sim, name) for name in sim.__all__ if name != "__version__"]
    assert [function.__module__ for function in functions] == ["sim.api"] * 4
    assert all("Raises" in (function.__doc__ or "") for function in functions)


def test_the_help_of_compare_names_every_wish_and_the_widened_intervals() -> None:
    told = sim.compare.__doc__ or ""
    wishes = set(inspect.signature(sim.compare).parameters) - {"workers", "events"}
    assert wishes == {"scenarios", "precision", "most", "correction", "all_pairs", "matters"}
    assert [wish for wish in wishes - {"most"} if wish not in told] == []
    assert "(Bonferroni)" in told


def test_importing_is_light() -> None:
    line = "import sys, sim; print(sorted({'pandas', 'scipy', 'pydantic', 'simpy'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", line], text=True).strip() == "[]"


def test_the_readme_names_wishes_that_compare_accepts() -> None:
    text = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    (said,) = re.findall(r"`sim\.compare` takes too: ([^.]+)\.", text)
    wishes = dict(wish.split("=", 1) for wish in re.findall(r"`(\w+=[^`]+)`", said))
    assert len(wishes) >= 5
    inspect.signature(sim.compare).bind([], **{name: ast.literal_eval(value) for name, value in wishes.items()})
