"""The functions for people who work in Python: every figure by name, with an example that is true."""

import doctest
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pathlib import Path
from pkgutil import iter_modules

import pytest

import reports
from reports import analysts, figures
from sim.errors import ResultsError

pytestmark = pytest.mark.unit

BUILDING_BLOCKS = ("curves", "dots", "panels")
"""Modules of what several figures are made of."""


def examples(name: str) -> Iterator[doctest.DocTest]:
    found = doctest.DocTestFinder(recurse=False).find(getattr(figures, name), name, globs={})
    return (each for each in found if each.examples)


def test_every_function_that_returns_a_figure_is_at_hand_by_name() -> None:
    modules = [each.name for each in iter_modules(figures.__path__) if each.name not in BUILDING_BLOCKS]
    made = {
        name: module
        for module in modules
        for name, function in getmembers(import_module(f"reports.figures.{module}"), isfunction)
        if not name.startswith("_") and function.__module__ == f"reports.figures.{module}"
        if str(signature(function).return_annotation).endswith("Figure | None")
    }
    assert made == figures.HOMES


@pytest.mark.parametrize("name", figures.__all__)
def test_each_example_is_true(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = examples(name)
    example.globs = {"reports": reports, "figures": figures}
    assert doctest.DocTestRunner().run(example).failed == 0, capsys.readouterr().out


def test_the_examples_of_reading_are_true(capsys: pytest.CaptureFixture[str]) -> None:
    found = doctest.testmod(analysts)
    assert found.attempted >= 4
    assert found.failed == 0, capsys.readouterr().out


def test_a_folder_that_is_none_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="there is no such folder"):
        reports.load(str(tmp_path / "nowhere"))


def test_what_is_not_there_is_said_by_name() -> None:
    with pytest.raises(AttributeError, match=r"'reports\.figures' has no attribute 'pie'"):
        figures.pie  # noqa: B018
    with pytest.raises(AttributeError, match="'reports' has no attribute 'pie'"):
        reports.pie  # noqa: B018


def test_importing_is_light() -> None:
    line = "import sys, reports.figures; print(sorted({'pandas', 'scipy', 'plotly'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", line], text=True).strip() == "[]"
