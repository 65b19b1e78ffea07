"""Numbers that do not say where they come from."""

from pathlib import Path

import pytest

from sim.scenario import load_scenario
from sim.scenario.reading.strict import unsourced
from tests.scenario.conftest import Loaded
from tests.scenario.grown import GROWN
from tests.scenario.texts import CHILD, TAPER, WARD, changed

pytestmark = pytest.mark.unit

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PLAIN = [
    "demand.per_day",
    "demand.sources.self.share_pct",
    "demand.sources.court.share_pct",
    "unit.beds",
    "unit.ratio.patients",
    "staff.roster.day.nurse",
    "staff.roster.day.doctor",
    "staff.roster.night.nurse",
    "tasks.check.takes.lognormal.mean",
    "tasks.check.takes.lognormal.sd",
    "tasks.check.priority",
    "tasks.check.on_time_within",
    "protocols.plain.stay.exponential.mean",
]


def test_every_number_and_length_of_time_but_those_of_the_experiment(load: Loaded) -> None:
    assert unsourced(load(WARD)) == PLAIN


def test_numbers_in_lists(load: Loaded) -> None:
    paths = unsourced(load(TAPER))
    assert [path for path in paths if "mg_by_day" in path] == [
        f"protocols.taper.mg_by_day.{place}" for place in range(3)
    ]
    assert not [path for path in paths if "dose_times" in path or "slot_time" in path]


def test_words_that_look_like_lengths_of_time_are_words(load: Loaded) -> None:
    assert unsourced(load(changed(WARD, ("name: Small ward", "name: 2 weeks\nquestion: 4 h")))) == PLAIN


def test_a_source_or_an_assumption_of_its_own_or_of_what_is_around_it(load: Loaded) -> None:
    text = changed(
        WARD,
        ("per_day: 2", "per_day: {value: 2, assumed: a guess}"),
        (
            "takes: {lognormal: {mean: 10 min, sd: 4 min}}",
            "takes: {value: {lognormal: {mean: 10 min, sd: 4 min}}, assumed: a guess}",
        ),
    )
    assert [path for path in PLAIN if path not in unsourced(load(text))] == [
        "demand.per_day",
        "tasks.check.takes.lognormal.mean",
        "tasks.check.takes.lognormal.sd",
    ]


def test_what_a_planner_decides_may_be_plain_in_a_scenario_that_extends_another(load: Loaded) -> None:
    child = CHILD + "unit: {beds: 12}\ndemand: {factor: 1.2, per_day: 3}\nstaff: {roster: {night: {nurse: 2}}}\n"
    decisions = {"unit.beds", "staff.roster.day.nurse", "staff.roster.day.doctor", "staff.roster.night.nurse"}
    assert unsourced(load(child, base=WARD)) == [path for path in PLAIN if path not in decisions]


def test_the_walk_reaches_every_section_but_a_census(load: Loaded) -> None:
    paths = unsourced(load(GROWN))
    sections = {path.partition(".")[0] for path in paths}
    named = set(load(GROWN).resolved) - {"schema_version", "name", "run", "census"}
    assert sections == named
    assert "leaving.ratios.young.odds_ratio" in paths
    assert "people.traits.injects.where.prescription" in paths


def test_yes_and_no_are_no_numbers(load: Loaded) -> None:
    paths = unsourced(load(GROWN))
    assert not [path for path in paths if path.endswith(("medication", "passes_on", "nowhere_else", "ready"))]


def test_beds_rooms_and_sessions_are_decisions_too(load: Loaded) -> None:
    child = CHILD + "unit: {bed_groups: {shared: {room_beds: 4}}}\n"
    decisions = [
        "unit.beds",
        "unit.bed_groups.women.beds",
        "unit.bed_groups.shared.beds",
        "unit.bed_groups.shared.room_beds",
        "staff.roles.nurse.handover",
        "staff.roles.doctor.meal_break.lasts",
        "staff.roles.doctor.meal_break.priority",
        "staff.roster.day.nurse",
        "staff.roster.day.doctor",
        "staff.roster.night.nurse",
        "counselling.groups.coping.up_to",
        "transition.destinations.house.beds",
        "transition.destinations.clinic.slots_per_day",
    ]
    left = unsourced(load(child, base=GROWN))
    assert [path for path in unsourced(load(GROWN)) if path not in left] == decisions


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_scenario_passes(path: Path) -> None:
    assert unsourced(load_scenario(path)) == []
