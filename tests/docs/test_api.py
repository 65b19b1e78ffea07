"""The examples of the Python functions run as they stand, and print nothing else."""

import doctest
import subprocess
import sys

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


def test_importing_is_light() -> None:
    line = "import sys, sim; print(sorted({'pandas', 'scipy', 'pydantic', 'simpy'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", line], text=True).strip() == "[]"
