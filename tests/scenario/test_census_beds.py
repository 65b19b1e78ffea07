"""A census that passes the check finds a bed for everybody, whatever is drawn; one that may not is refused."""

from typing import Any

import pytest

from sim.errors import ModelError
from sim.patients.population import draw_population
from sim.scenario.checks.cross_checks import cross_faults
from sim.scenario.scenario import Scenario
from sim.unit.run import simulate
from sim.vocabulary import Event
from tests.engine.bench import WARD

pytestmark = pytest.mark.functional

Groups = dict[str, dict[str, Any]]
WOMEN: Groups = {"women": {"beds": 2, "only_for": ("woman",)}, "all": {"beds": 4}}
SINGLE: Groups = {"single": {"beds": 2, "only_for": ("ill",), "nowhere_else": True}, "all": {"beds": 4}}
DOUBLE: Groups = {"rooms": {"beds": 6, "room_beds": 2, "rooms_apart": "woman"}}
RAGGED: Groups = {"rooms": {"beds": 5, "room_beds": 2, "rooms_apart": "woman"}}
CROSSED: Groups = {
    "women": {"beds": 1, "only_for": ("woman",)}, "ill": {"beds": 1, "only_for": ("ill",)}, "all": {"beds": 1},
}  # fmt: skip


def lie(people: int, *has: str, lacks: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"people": people, "has": has, "has_not": lacks, "stay_so_far": "1 h"}


def ward(groups: Groups, rows: list[dict[str, Any]], woman_pct: float = 50) -> Scenario:
    traits = {"woman": {"share_pct": woman_pct}, "ill": {"share_pct": 20}}
    return Scenario.model_validate(
        WARD
        | {
            "unit": {"beds": sum(group["beds"] for group in groups.values()), "bed_groups": groups},
            "people": {"traits": traits},
            "census": {"in_bed": tuple(rows)},
            "run": WARD["run"] | {"length": "2 h"},
        }
    )


def faults(scenario: Scenario) -> list[tuple[Any, str]]:
    return list(cross_faults({name: getattr(scenario, name) for name in Scenario.model_fields}))


def fails(scenario: Scenario, replications: int = 60) -> bool:
    """Whether some replication finds no bed for somebody; when none does, everybody has one."""
    for replication in range(replications):
        people = draw_population(scenario, replication)
        try:
            events = simulate(scenario, people).events
        except ModelError:
            return True
        assert scenario.census is not None
        beds = int(((events["event"] == Event.ADMITTED) & (events["time_h"] < 0)).sum())
        assert beds == sum(row.number_of_people for row in scenario.census.in_bed)
    return False


@pytest.mark.parametrize(
    ("groups", "rows"),
    [
        (WOMEN, [lie(4, lacks=("woman",)), lie(2, "woman")]),
        (WOMEN, [lie(4)]),
        (SINGLE, [lie(2, "ill"), lie(4, lacks=("ill",))]),
        (DOUBLE, [lie(5)]),
        (DOUBLE, [lie(2, "woman"), lie(4, lacks=("woman",))]),
        (DOUBLE, [lie(1, lacks=("woman",)), lie(2, "woman"), lie(1, lacks=("woman",)), lie(2, "woman")]),
        (RAGGED, [lie(4)]),
        (CROSSED, [lie(1, "woman", "ill"), lie(2, "woman", lacks=("ill",))]),
    ],
)
def test_what_passes_finds_a_bed_for_everybody(groups: Groups, rows: list[dict[str, Any]]) -> None:
    scenario = ward(groups, rows)
    assert faults(scenario) == []
    assert not fails(scenario)


@pytest.mark.parametrize(
    ("groups", "rows", "people", "where", "room"),
    [
        (WOMEN, [lie(5, lacks=("woman",))], 5, "all", 4),
        (WOMEN, [lie(6)], 6, "all", 4),
        (SINGLE, [lie(3, "ill")], 3, "single", 2),
        (SINGLE, [lie(1, "ill"), lie(3)], 4, "single", 2),
        (DOUBLE, [lie(6)], 6, "rooms", 5),
        (DOUBLE, [lie(3, "woman"), lie(3, lacks=("woman",))], 6, "rooms", 5),
    ],
)
def test_what_may_leave_somebody_without_a_bed_is_refused(
    groups: Groups, rows: list[dict[str, Any]], people: int, where: str, room: int
) -> None:
    scenario = ward(groups, rows)
    assert faults(scenario) == [
        (
            ("census", "in_bed"),
            f"has {people} people who may need the bed groups {where}, where {room} find a bed whoever they are; "
            "fewer people, or more in has and has_not, is accepted",
        )
    ]
    assert fails(scenario, 400)


def test_what_can_be_nobody_is_not_feared() -> None:
    assert faults(ward(DOUBLE, [lie(6)], woman_pct=0)) == []
