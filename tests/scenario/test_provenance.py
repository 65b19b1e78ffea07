"""Where numbers come from: sources, assumptions, and what becomes of them when a child speaks."""

import pytest

from sim.scenario.tree.node import Provenance
from tests.scenario.conftest import Loaded, Told
from tests.scenario.texts import CHILD, WARD, changed

pytestmark = pytest.mark.unit

ROW = "capacity_beds_vancouver_units"
OTHER = "monitor_cows_interval_first_24h"
SOURCED = changed(WARD, ("beds: 10", f"beds: {{value: 10, source: {ROW}}}"))
STAY = "exponential: {mean: 5 days}"


def test_a_source_and_an_assumption_are_recorded_by_path(load: Loaded) -> None:
    text = changed(SOURCED, ("per_day: 2", "per_day: {value: 2, assumed: a guess, note: to be counted}"))
    loaded = load(text)
    assert loaded.scenario.unit.beds == 10
    assert loaded.provenance == {
        "unit.beds": Provenance("source", ROW),
        "demand.per_day": Provenance("assumed", "a guess", "to be counted"),
    }
    assert loaded.resolved["unit"]["beds"] == 10


def test_several_sources(load: Loaded) -> None:
    loaded = load(changed(WARD, ("beds: 10", f"beds: {{value: 10, source: [{ROW}, {OTHER}]}}")))
    assert loaded.provenance["unit.beds"].sources == (ROW, OTHER)
    assert loaded.provenance["unit.beds"].text == f"{ROW}, {OTHER}"


def test_an_assumption_has_no_sources() -> None:
    assert Provenance("assumed", "a guess, no more").sources == ()


def test_any_value_may_be_annotated(load: Loaded) -> None:
    text = changed(
        WARD,
        (STAY, f"value: {{exponential: {{mean: 5 days}}}}\n      source: {OTHER}"),
        ("{mean: 10 min, sd: 4 min}", "{mean: {value: 10 min, assumed: a guess}, sd: 4 min}"),
        ("[nurse]", "[{value: nurse, assumed: by law}]"),
        ("{days: mon-sun, from: 19:30, to: 07:30, nurse: 1}",
         "{value: {days: mon-sun, from: 19:30, to: 07:30, nurse: {value: 1, assumed: lean}}, assumed: usual}"),
    )  # fmt: skip
    loaded = load(text)
    assert sorted(loaded.provenance) == [
        "protocols.plain.stay",
        "staff.roster.night",
        "staff.roster.night.nurse",
        "tasks.check.roles.0",
        "tasks.check.takes.lognormal.mean",
    ]
    assert loaded.resolved == load(WARD).resolved


def test_a_child_that_speaks_plainly_drops_what_its_parent_said_of_the_number(load: Loaded) -> None:
    assert load(CHILD, base=SOURCED).provenance == {"unit.beds": Provenance("source", ROW)}
    assert load(CHILD + "unit: {beds: 12}\n", base=SOURCED).provenance == {}
    assert load(CHILD, "unit.beds=12", base=SOURCED).provenance == {}


def test_a_child_with_a_source_of_its_own(load: Loaded) -> None:
    child = CHILD + "unit: {beds: {value: 12, assumed: two more}}\n"
    loaded = load(child, base=SOURCED)
    assert loaded.scenario.unit.beds == 12
    assert loaded.provenance == {"unit.beds": Provenance("assumed", "two more")}
    assert load(CHILD, "unit.beds={value: 12, assumed: two more}", base=SOURCED).provenance == loaded.provenance


def test_an_annotated_map_replaces_the_parents(told: Told) -> None:
    child = CHILD + f"staff: {{roster: {{night: {{value: {{nurse: 2}}, source: {ROW}}}}}}}\n"
    (sentence, *more) = told(child, base=WARD)
    assert sentence == "ward.yaml:3: staff.roster.night.days: is missing; it is needed here"
    assert len(more) == 2


def test_what_was_said_of_a_whole_map_stays_with_the_rest_of_it(load: Loaded) -> None:
    row = "{days: mon-sun, from: 19:30, to: 07:30, nurse: 1}"
    base = changed(WARD, (row, f"{{value: {row}, source: {OTHER}}}"))
    loaded = load(CHILD + "staff: {roster: {night: {nurse: 2}}}\n", base=base)
    assert loaded.resolved["staff"]["roster"]["night"] == {
        "days": "mon-sun",
        "from": "19:30",
        "to": "07:30",
        "nurse": 2,
    }
    assert sorted(loaded.provenance) == ["staff.roster.night.days", "staff.roster.night.from", "staff.roster.night.to"]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("{value: 10, source: capacity_beds_vancouver_unit}",
         f"unit.beds: source 'capacity_beds_vancouver_unit' is no row of the evidence table; did you mean {ROW}?"),
        (f"{{value: 10, source: [{ROW}, xyz]}}",
         "unit.beds: source 'xyz' is no row of the evidence table; say 'assumed: why' for a number without one"),
        ("{value: 10, source: 4}", "unit.beds: 'source' is 4; a row of the evidence table is accepted"),
        ("{value: 10, source: []}",
         "unit.beds: 'source' is an empty list; at least one row of the evidence table is accepted"),
        ("{value: 10}", "unit.beds: one of 'source' and 'assumed' is accepted beside a value"),
        (f"{{value: 10, source: {ROW}, assumed: x}}",
         "unit.beds: one of 'source' and 'assumed' is accepted beside a value"),
        ("{value: 10, assumed: ''}", "unit.beds: 'assumed' is ''; a few words are accepted"),
        ("{value: 10, assumed: true}", "unit.beds: 'assumed' is true; a few words are accepted"),
        ("{value: 10, assumed: x, note: [a]}", "unit.beds: 'note' is a list; a few words are accepted"),
        ("{value: 10, assumed: x, nte: a}", "unit.beds.nte: is not known beside a value; did you mean note?"),
        (f"{{source: {ROW}}}", "unit.beds: has a source or an assumption but no value"),
        ("{value: ten, assumed: x}", "unit.beds: is 'ten'; a whole number from 1 to 10000, or unlimited, is accepted"),
    ],
)  # fmt: skip
def test_what_is_no_provenance(told: Told, value: str, sentence: str) -> None:
    assert told(changed(WARD, ("beds: 10", f"beds: {value}"))) == [f"ward.yaml:16: {sentence}"]


def test_the_line_is_that_of_the_value_within(told: Told) -> None:
    text = changed(WARD, ("  beds: 10\n", f"  beds:\n    source: {ROW}\n    value: ten\n"))
    (sentence,) = told(text)
    assert sentence.startswith("ward.yaml:18: unit.beds: is 'ten'")
