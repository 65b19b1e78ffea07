"""A new scenario to fill in."""

import re

import pytest

from sim.scenario.editors.template import template
from tests.scenario.conftest import Loaded
from tests.scenario.grown import GROWN
from tests.scenario.texts import TAPER, WARD, changed

pytestmark = pytest.mark.unit


def test_a_new_scenario_is_valid_and_differs_in_nothing_yet(load: Loaded) -> None:
    base = load(TAPER)
    new = load(template("A night nurse more", "base", base.scenario), base=TAPER)
    assert new.scenario.name == "A night nurse more"
    assert new.scenario.question
    assert new.scenario.rationale
    assert {**new.resolved, "name": 0, "question": 0, "rationale": 0} == {
        **base.resolved,
        "name": 0,
        "question": 0,
        "rationale": 0,
    }


def test_every_example_works_when_its_marks_are_taken_away(load: Loaded) -> None:
    text = template("All of them", "base", load(WARD).scenario)
    head, *examples = text.split("\n\n")[1:]
    assert len([example for example in examples if example.strip()]) == 3
    body = "\n\n".join(re.sub(r"^# (?=[ a-z])(?! ?[A-Z])", "", example, flags=re.MULTILINE) for example in examples)
    scenario = load(f"{head}\n\n{body}", base=WARD).scenario
    assert scenario.unit.beds == 12
    assert scenario.demand.factor == 1.2
    assert scenario.staff is not None
    assert scenario.staff.roster["day"].staff == {"nurse": 3, "doctor": 1}


def test_more_beds_belong_to_a_group(load: Loaded) -> None:
    text = template("More beds", "base", load(GROWN).scenario)
    head, beds, *_ = text.split("\n\n")[1:]
    said = re.sub(r"^# (?=[ a-z])", "", beds, flags=re.MULTILINE)
    unit = load(f"{head}\n\n{said}", base=GROWN).scenario.unit
    assert unit.bed_groups is not None
    assert (unit.beds, unit.bed_groups["women"].beds) == (12, 4)


def test_a_parent_without_staff_or_with_unlimited_beds_gets_fewer_examples(load: Loaded) -> None:
    text = changed(WARD, ("  ratio: {role: nurse, patients: 6}\n", ""), ("beds: 10", "beds: unlimited"))
    bare = load(text[: text.index("staff:")] + text[text.index("protocols:") :]).scenario
    said = template("Bare", "base", bare)
    assert "beds:" not in said
    assert "roster:" not in said
    assert "factor: 1.2" in said


@pytest.mark.parametrize("name", ['With "quotes"', "yes", "12", "a: b # c", "Ümläut — dash", "back\\slash", "{x}"])
def test_any_name_can_be_given(load: Loaded, name: str) -> None:
    parent = load(WARD).scenario
    assert load(template(name, "base", parent), base=WARD).scenario.name == name


def test_the_schema_is_named_relative_to_the_new_file(load: Loaded) -> None:
    parent = load(WARD).scenario
    assert template("x", "baseline", parent).startswith("# yaml-language-server: $schema=scenario.schema.json\n")
    assert template("x", "../baseline", parent).startswith("# yaml-language-server: $schema=../scenario.schema.json\n")
