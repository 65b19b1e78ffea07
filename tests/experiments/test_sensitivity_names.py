"""Every number that can be varied has a name that a planner knows."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from sim.experiments.sensitivity.estimates import DECIDED, estimates
from sim.experiments.sensitivity.naming import fits, plain_name
from sim.experiments.sensitivity.plain_names import PLAIN_NAMES
from sim.experiments.sensitivity.saved import read_rows
from sim.scenario.named import load
from sim.scenario.part import Part
from sim.scenario.reading.strict import SETTINGS
from sim.scenario.scenario import Scenario
from sim.scenario.values.distributions import Constant
from sim.scenario.values.ratios import Ratio

pytestmark = pytest.mark.unit
CLOCK = ("review_at", "dose_times", "slot_time")
"""Hours of the day."""
SHIPPED = Path("scenarios/sensitivity/baseline.csv")


def numbers(kind: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The way to each number, length of time or spread that a scenario may hold; `*` for names and places in lists.

    Days of the week are whole numbers in a row, and none.
    """
    inside = get_args(kind)
    if _is_part(kind):
        for name, field in kind.model_fields.items():
            yield from numbers(field.annotation, (*way, field.alias or name))
    elif get_origin(kind) is dict:
        yield from numbers(inside[1], (*way, "*"))
    elif get_origin(kind) is tuple and _is_part(inside[0]):
        yield from numbers(inside[0], (*way, "*"))
    elif inside and kind != tuple[int, ...]:
        yield from (found for each in inside for found in numbers(each, way))
    elif kind in (float, int, Constant, Ratio):
        yield way


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def is_estimate(way: tuple[str, ...]) -> bool:
    path = ".".join(way)
    hours = way[-1] in ("from", "to") and "ages" not in way
    decided = any(fnmatchcase(path, pattern) for pattern in DECIDED)
    return way[0] not in SETTINGS and way[-1] not in CLOCK and not hours and not decided


WAYS = sorted({way for way in numbers(Scenario) if is_estimate(way)})


def test_every_number_of_a_scenario_has_a_plain_name() -> None:
    assert len(WAYS) > 120
    known = [pattern.split(".") for pattern in PLAIN_NAMES]
    assert [way for way in WAYS if not any(fits(pattern, way) for pattern in known)] == []


def test_no_name_is_for_a_number_that_does_not_exist() -> None:
    """The tasks and the bands have names of their own; a ratio may be a share of leavers."""
    own = ("tasks", "check_every", "comfort_by_band", "leaves_early_pct")
    known = [pattern for pattern in PLAIN_NAMES if not set(own) & set(pattern.split("."))]
    assert [each for each in known if not any(fits(each.split("."), way) for way in WAYS)] == []


def test_a_label_stands_for_what_is_named_also_where_it_is_named_elsewhere() -> None:
    resolved = {
        "people": {"traits": {"psychiatric": {"label": "Psychiatric diagnosis"}}},
        "staff": {"roles": {"nurse": {}}},
        "demand": {"profile": [{"weight": 1}]},
    }
    said = {
        ("leaving", "ratios", "psychiatric", "odds_ratio"): "Leaving early: effect of ‘Psychiatric diagnosis’",
        ("money", "wage_an_hour", "nurse"): "Nurse: wage an hour",
        ("demand", "profile", 0, "weight"): "Referrals in part 1 of the week",
        ("tasks", "first_dose", "takes"): "First dose: time it takes",
        ("no", "such_pct"): "no, such pct (%)",
    }
    assert {steps: plain_name(resolved, steps) for steps in said} == said


def test_a_label_with_braces_is_a_label() -> None:
    resolved = {"demand": {"sources": {"self": {"label": "{0} <b>{nothing}"}}}}
    name = plain_name(resolved, ("demand", "sources", "self", "share_pct"))
    assert name == "{0} <b>{nothing}: share of referrals (%)"


def test_the_shipped_study_has_the_names_that_the_program_gives() -> None:
    named = {each.path: each.name for each in estimates(load(Path("scenarios/baseline.yaml"), None))}
    rows = read_rows(SHIPPED)
    assert {row.path: row.name for row in rows} == {row.path: named[row.path] for row in rows}
