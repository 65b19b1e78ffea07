"""The same run seen through groups of people; all groups of a split together are everybody."""

import numpy as np
import pytest

from sim.measures import registry_for
from sim.measures.seen import Seen
from sim.patients.episodes import EPISODE
from sim.patients.population import draw_population
from sim.unit.run import simulate
from sim.vocabulary import Event, Level, Outcome, Work
from tests.engine.bench import CLINIC, OPIOID
from tests.measures.hand import A, B, C, D, clinic, log_of, tables

pytestmark = pytest.mark.unit

TRAITS = {"people": {"traits": {"women": {"label": "Women", "share_pct": 40}}}}
BUSY = CLINIC | {
    "demand": {"per_day": 4, "sources": {"self": {"share_pct": 60}, "court": {"share_pct": 40, "label": "Court"}}},
    "unit": {"beds": 12},
    "withdrawal": CLINIC["withdrawal"] | {
        "opioids": {"heroin": OPIOID | {"share_pct": 70}, "fentanyl": OPIOID | {"share_pct": 30, "label": "Fentanyl"}}
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def busy():
    return clinic(1, days=28, **TRAITS, **{name: BUSY[name] for name in ("demand", "unit", "withdrawal")})


@pytest.fixture(scope="module")
def run(busy):
    population = draw_population(busy, 0)
    return population, simulate(busy, population)


@pytest.fixture(scope="module")
def found(busy, run):
    return tables(busy, run[1])


def test_every_group_has_its_name_and_label(found):
    """One protocol is no split."""
    groups = found["groups"][["split", "group", "label"]].drop_duplicates().to_numpy().tolist()
    assert groups == [
        ["opioid", "heroin", "heroin"],
        ["opioid", "fentanyl", "Fentanyl"],
        ["source", "self", "self"],
        ["source", "court", "Court"],
        ["women", "with", "Women"],
        ["women", "without", "not: Women"],
    ]  # fmt: skip


def test_what_is_taken_of_people_and_of_tasks_is_split(busy, found):
    split = set(found["groups"]["measure"])
    kinds = {measure.name: measure.kind for measure in registry_for(busy)}
    assert {"wait_mean_h", "checks_on_time_pct", "moderate_or_worse_h_per_day", "stay_median_h"} < split
    assert {kinds[name] for name in split} == {"per patient", "per patient-day", "per task"}


@pytest.mark.parametrize("split", ["opioid", "source", "women"])
def test_a_mean_of_all_is_the_mean_of_groups_by_their_size(busy, run, found, split):
    """Every admission belongs to one group, so means over admissions add up."""
    groups = found["groups"].query("split == @split and measure == 'wait_mean_h'")
    runs = found["runs"].set_index("measure")["value"]
    admitted = np.count_nonzero(run[1].events["event"] == Event.ADMITTED)
    assert groups["people"].sum() == admitted
    assert (groups["people"] > 0).all()
    assert np.average(groups["value"], weights=groups["people"]) == pytest.approx(runs["wait_mean_h"])


def test_seen_through_everybody_nothing_changes(busy, run, found):
    seen = Seen.of(busy, *run)
    everybody = seen.only(np.ones(seen.population.size, dtype=bool))
    for work in Work:
        assert everybody.jobs[work].person.tolist() == seen.jobs[work].person.tolist()
    for event in Event:
        np.testing.assert_array_equal(everybody.time_of(event), seen.time_of(event))


def test_others_are_gone_and_levels_are_not():
    scenario = clinic(2)
    log = log_of({A: ((5, Event.ADMITTED),), B: ((6, Event.ADMITTED),)}, {(Level.WAITING, 0): [(0, 3)]})
    log.task(A, Work.CHECK, 0, 0, 10, 10, 10, 11, Outcome.DONE)
    log.task(B, Work.CHECK, 0, 0, 10, 10, 12, 13, Outcome.DONE)
    seen = Seen.of(scenario, draw_population(scenario, 0), log)
    first = seen.only(seen.population.number == A)
    assert np.isnan(first.time_of(Event.ADMITTED)).tolist() == [False, True]
    assert first.jobs[Work.CHECK].start_h.tolist() == [10]
    assert first.steps(Level.WAITING).mean() == 3


def test_a_group_keeps_its_own_numbers():
    """Two from each source: what happens to one group is not seen in the other."""
    sources = {"self": {"listed": ("0 h", "0 h")}, "court": {"listed": ("1 h", "1 h")}}
    scenario = clinic(1, demand={"sources": sources})
    log = log_of({
        1000: ((0, Event.LISTED), (10, Event.ADMITTED), (20, Event.DISCHARGED, -1)),
        2000: ((0, Event.LISTED), (20, Event.ADMITTED), (40, Event.SELF_DISCHARGED, 5)),
        1001: ((1, Event.LISTED), (2, Event.ADMITTED), (50, Event.SELF_DISCHARGED, 5)),
        2001: ((1, Event.LISTED), (9, Event.GAVE_UP)),
    })  # fmt: skip
    table = tables(scenario, log)["groups"].set_index(["group", "measure"])
    assert table["value"]["self", "wait_mean_h"] == 15
    assert table["value"]["court", "wait_mean_h"] == 1
    assert table["value"]["self", "self_discharge_pct"] == 50
    assert table["value"]["court", "self_discharge_pct"] == 100
    assert table["value"]["court", "gave_up_pct"] == 50
    assert table["people"]["self", "gave_up_pct"] == 2
    assert table["people"]["court", "gave_up_pct"] == 1


def test_a_return_counts_also_when_the_next_stay_is_in_another_group():
    scenario = clinic(4, days=200)
    log = log_of({
        A: ((5, Event.ADMITTED), (100, Event.DISCHARGED, -1)),
        A + EPISODE: ((300, Event.REFERRED), (310, Event.ADMITTED)),
        B: ((5, Event.ADMITTED), (90, Event.DISCHARGED, -1)),
        C: ((5, Event.ADMITTED),), D: ((6, Event.ADMITTED),),
    })  # fmt: skip
    seen = Seen.of(scenario, draw_population(scenario, 0), log)
    first = seen.only(seen.population.number < EPISODE)
    row = first.population.number.tolist().index(A)
    assert (first.next_referred_h[row], first.next_admitted_h[row]) == (300, 310)
    assert np.isnan(np.delete(first.next_admitted_h, row)).all()
