"""The JSON Schema for editors: made from the types, and true of the files."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from ruamel.yaml import YAML

from sim.scenario import load_scenario
from sim.scenario.editors.schema import json_schema, schema_text
from sim.scenario.editors.sharing import shared
from sim.scenario.editors.template import template
from tests.scenario.grown import GROWN
from tests.scenario.texts import CHILD, TAPER, WARD, changed

pytestmark = pytest.mark.unit

SCENARIOS = Path(__file__).parents[2] / "scenarios"
VALIDATOR = Draft202012Validator(json_schema())


def complaints(text: str) -> list[str]:
    """Paths at which the schema objects, those of every alternative included."""
    return list(_paths(VALIDATOR.iter_errors(YAML(typ="safe", pure=True).load(text))))


def _paths(errors: Iterable[ValidationError]) -> Iterator[str]:
    for error in errors:
        yield error.json_path
        yield from _paths(error.context)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(child)


def test_the_committed_copy_is_that_of_the_types() -> None:
    """When this fails: `detox-sim schema > scenarios/scenario.schema.json`."""
    assert (SCENARIOS / "scenario.schema.json").read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema_of_the_stated_draft() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(schema_text()) == json_schema()
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_nothing_is_required_and_no_mark_is_left() -> None:
    for node in nodes(json_schema()):
        assert not {"required", "oneOf", "discriminator", "$comment"} & set(node)


def test_every_reference_leads_somewhere() -> None:
    schema = json_schema()
    references = {node["$ref"] for node in nodes(schema) if "$ref" in node}
    assert {reference.removeprefix("#/$defs/") for reference in references} <= set(schema["$defs"])


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_scenario_is_accepted(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


def test_a_new_scenario_is_accepted() -> None:
    baseline = load_scenario(SCENARIOS / "baseline.yaml").scenario
    assert complaints(template("New", "baseline", baseline)) == []


@pytest.mark.parametrize(
    "text",
    [
        WARD,
        TAPER,
        GROWN,
        CHILD,
        CHILD + "unit: {ratio: null}\n",
        CHILD + "protocols: {taper: {share_pct: 50}}\n",
        CHILD + "demand: {sources: {court: null}}\n",
        CHILD + "unit: {beds: {value: 4, assumed: why}}\n",
        CHILD + "protocols: {a: {stay: {value: {gamma: {mean: 1 h, sd: 1 h}}, source: [a, b], note: c}}}\n",
        CHILD + "protocols: {a: {stay: {gamma: {mean: {value: 1 h, assumed: why}}}}}\n",
        CHILD + "protocols: {a: {mg_by_day: [8, {value: 6, assumed: why}]}}\n",
        CHILD + "staff: {roster: {night: {nurse: {value: 2, assumed: why}}}}\n",
        CHILD + "withdrawal: {check_every: {value: {none: 4 h}, assumed: why}}\n",
    ],
)
def test_what_an_editor_must_not_underline(text: str) -> None:
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("beds: 10", "bedz: 10", "$.unit"),
        ("beds: 10", "beds: ten", "$.unit.beds"),
        ("beds: 10", "beds: {valu: 10}", "$.unit.beds"),
        ("length: 10 weeks", "length: 10", "$.run.length"),
        ("length: 10 weeks", "length: 2 months", "$.run.length"),
        ("from: 07:30", "from: '7:30'", "$.staff.roster.day"),
        ("nurse: 2", "nurse: two", "$.staff.roster.day.nurse"),
        ("kind: fixed stay", "kind: fixed sty", "$.protocols.plain"),
        ("exponential: {mean: 5 days}", "exponential: {mean: 5}", "$.protocols.plain"),
        ("schema_version: 1", "schema_version: 2", "$.schema_version"),
    ],
)
def test_what_an_editor_must_underline(old: str, new: str, path: str) -> None:
    assert any(where.startswith(path) for where in complaints(changed(WARD, (old, new))))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("{odds_ratio: 1.5}", "{odds_ratoi: 1.5}", "$.leaving.ratios"),
        ("prone_pct: 30", "prone_pct: 130", "$.protocols.lofexidine"),
        ("ages: {from: 0, to: 25}", "ages: {form: 0, to: 25}", "$.people.traits.young"),
        ("up_to: 16", "up_to: 0", "$.counselling.groups.coping"),
        ("ready: true}", "ready: soon}", "$.census.in_bed[1].ready"),
    ],
)
def test_what_an_editor_must_underline_in_the_grown_parts(old: str, new: str, path: str) -> None:
    assert any(where.startswith(path) for where in complaints(changed(GROWN, (old, new))))


def test_what_is_the_same_is_written_once() -> None:
    texts = [json.dumps({**node, "description": ""}) for node in nodes(json_schema()) if "anyOf" in node]
    assert not [text for text in texts if len(text) > 150 and texts.count(text) > 1]


def test_definitions_with_the_same_holding_have_numbers() -> None:
    one, two = ({"anyOf": [{"type": "number", "minimum": least, "maximum": 10**100}]} for least in (0, 1))
    schema = {"properties": {"a": one, "b": two, "c": {**one, "description": "C"}, "d": two}, "$defs": {}}
    assert shared(schema) == {
        "properties": {
            "a": {"$ref": "#/$defs/number_said"},
            "b": {"$ref": "#/$defs/number_said_2"},
            "c": {"description": "C", "$ref": "#/$defs/number_said"},
            "d": {"$ref": "#/$defs/number_said_2"},
        },
        "$defs": {"number_said": one, "number_said_2": two},
    }
