"""After the stay: links, return to use, coming back; outpatient withdrawal; the census. Worked out by hand."""

from math import exp, inf

import numpy as np
import pytest

from sim.patients.episodes import EPISODE
from sim.patients.population import draw_population
from sim.rules.afterwards import reached_at
from sim.scenario.scenario import Scenario
from sim.vocabulary import Aftercare, Event, Level, Work
from tests.engine.bench import CLINIC, WARD, run, steps, story, work

pytestmark = pytest.mark.unit

USE = {"per_day": 2.0, "decays_over": "30 days"}
CLINIC_PLACE = {
    "kind": "outpatient", "wish_pct": 100, "medication": True, "days": "mon-sun", "slot_time": "10:00",
    "slots_per_day": 5,
}  # fmt: skip


def ward(place=None, after=None, **more):
    """One person, in a bed from 0 to 24 h."""
    tree = WARD | more
    if place:
        tree |= {"transition": {"destinations": {"clinic": place}}}
    return tree | ({"afterwards": after} if after else {})


def traits(tree):
    return draw_population(Scenario.model_validate(tree), 0).traits


def at(log, event):
    return [time_h for time_h, *_ in story(log, event)]


def test_care_begins_with_the_first_appointment():
    log = run(ward(CLINIC_PLACE))
    assert story(log, Event.APPOINTMENT) == [(24, "APPOINTMENT", 10)]
    assert story(log, Event.LINKED) == [(34, "LINKED", 0)]
    assert story(log, Event.AFTERCARE) == [
        (24, "AFTERCARE", Aftercare.NOTHING), (34, "AFTERCARE", Aftercare.MEDICATION),
    ]  # fmt: skip


def test_it_lasts_as_long_as_people_are_retained():
    log = run(ward(CLINIC_PLACE | {"retained": "5 days"}))
    assert story(log, Event.AFTERCARE)[-1] == (34 + 120, "AFTERCARE", Aftercare.NOTHING)


def test_a_missed_appointment_is_no_link():
    log = run(ward(CLINIC_PLACE | {"no_show": {"at_once_pct": 100, "per_day_pct": 0}}))
    assert at(log, Event.APPOINTMENT)
    assert not at(log, Event.LINKED)


def test_a_lead_time_and_telehealth_slots():
    late = CLINIC_PLACE | {"lead_time": "5 days"}
    assert story(run(ward(late)), Event.APPOINTMENT)[0][2] == pytest.approx(5 * 24 + 10)
    telehealth = late | {"telehealth": {"days": "mon-sun", "slot_time": "01:00", "slots_per_day": 1}}
    assert story(run(ward(telehealth)), Event.APPOINTMENT)[0][2] == pytest.approx(5 * 24 + 1)


def test_a_funder_can_keep_people_in_the_bed():
    place = {"kind": "outside place", "wish_pct": 100, "programme": True, "wait": "2 h", "funder_delay": "3 days"}
    log = run(ward(place))
    assert at(log, Event.PLACED) == [24 + 72]
    assert story(log, Event.AFTERCARE) == [(96, "AFTERCARE", Aftercare.PROGRAMME)]


def test_return_to_use_is_where_the_hazard_reaches_the_threshold():
    tree = ward(after={"return_to_use": USE})
    wait_h = reached_at(float(traits(tree).uses_at[0]), 2.0, 720.0, [(0.0, inf, 1.0)])
    assert at(run(tree), Event.RETURNED_TO_USE) == [pytest.approx(24 + wait_h)]
    assert 2.0 / 24 * 720 * (1 - exp(-wait_h / 720)) == pytest.approx(float(traits(tree).uses_at[0]))


def test_medication_puts_it_off():
    after = {"return_to_use": USE | {"on_medication_ratio": 0.1}}
    plain, protected = run(ward(after=after)), run(ward(CLINIC_PLACE | {"slot_time": "00:30"}, after))
    assert at(protected, Event.RETURNED_TO_USE)[0] > at(plain, Event.RETURNED_TO_USE)[0]


def test_some_come_back_as_a_new_episode_of_the_same_person():
    after = {"return_to_use": USE, "comes_back": {"share_pct": 100, "after": "2 days"}}
    log = run(ward(after=after, run=WARD["run"] | {"length": "8 weeks"}))
    rows = log.events["event"] == Event.REFERRED
    referred = list(zip(log.events["time_h"][rows].tolist(), log.events["patient"][rows].tolist(), strict=True))
    used = at(log, Event.RETURNED_TO_USE)
    assert referred[1][0] == pytest.approx(used[0] + 48)
    assert [who - referred[0][1] for _, who in referred] == [EPISODE * n for n in range(len(referred))]
    assert len(referred) > 2


def test_each_episode_has_luck_of_its_own_and_the_same_in_another_ward():
    after = {"return_to_use": USE, "comes_back": {"share_pct": 100, "after": "2 days"}}
    tree = ward(after=after, run=WARD["run"] | {"length": "8 weeks"})
    tree |= {"protocols": {"stay": {"kind": "fixed stay", "stay": {"exponential": {"mean": "2 days"}}}}}

    def stays_h(log):
        return [
            ready - admitted for admitted, ready in zip(at(log, Event.ADMITTED), at(log, Event.READY), strict=False)
        ]

    stays, in_another = stays_h(run(tree)), stays_h(run(tree | {"unit": {"beds": 9}}))
    assert len(set(stays)) == len(stays) > 2
    assert stays == pytest.approx(in_another)


def test_outpatient_withdrawal_is_completed_or_not():
    outpatient = {"share_pct": 100, "lasts": "10 days", "completes_pct": 100}
    demand = {
        "sources": {"listed": {"listed": ("0 h",)}},
        "screening": {"diverted_pct": 0, "lost_pct": 0, "outpatient": outpatient},
    }
    tree = CLINIC | {"demand": demand, "tasks": CLINIC["tasks"] | {"screening": CLINIC["tasks"]["check"]}}
    log = run(tree)
    assert story(log, Event.DIVERTED) == [(pytest.approx(0.2), "DIVERTED", 1)]
    assert story(log, Event.OUTPATIENT_ENDED) == [(pytest.approx(240.2), "OUTPATIENT_ENDED", 1)]
    assert not at(log, Event.ADMITTED)


def test_a_census_fills_beds_and_the_list_before_the_run():
    census = {"in_bed": ({"stay_so_far": "10 h"}, {"stay_so_far": "30 h"}), "waiting": ({"waited_so_far": "5 h"},)}
    log = run(WARD | {"census": census, "demand": {"sources": {"listed": {"listed": ("3 h",)}}}})
    assert at(log, Event.ADMITTED) == [-30, -10, 0, 14]
    assert at(log, Event.DISCHARGED) == [0, 14, 24, 38]
    assert sorted(at(log, Event.LISTED)) == [-30, -10, -5, 3]
    assert steps(log, Level.OCCUPIED)[-1][1] == 0


def test_what_is_left_of_a_stay_forgets_nothing_and_adds_nothing():
    """Exponential stays have no memory; a stay that has lasted as long as any can is over."""
    stay = {"stay": {"kind": "fixed stay", "stay": {"exponential": {"mean": "50 h"}}}}
    census = {"in_bed": ({"stay_so_far": "200 h", "people": 400},)}
    log = run(WARD | {"protocols": stay, "unit": {"beds": 500}, "census": census})
    rest = np.array(at(log, Event.DISCHARGED))[:400]
    assert rest.mean() == pytest.approx(50, abs=7)
    fixed = run(WARD | {"census": {"in_bed": ({"stay_so_far": "90 h"},)}})
    assert at(fixed, Event.DISCHARGED)[0] == 0


def test_somebody_of_the_census_goes_on_with_their_protocol():
    row = {"stay_so_far": "30 h", "first_dose_ago": "28 h", "aftercare_planned": True}
    log = run(CLINIC | {"census": {"in_bed": (row,)}, "demand": {"sources": {"listed": {"listed": ("20 days",)}}}})
    patient = log.events["patient"][0]
    mine = log.tasks["patient"] == patient
    kinds = {Work(kind) for kind in log.tasks["work"][mine]}
    assert Work.FIRST_DOSE not in kinds
    assert Work.NURSING_ASSESSMENT not in kinds
    assert Work.HISTORY_AND_PHYSICAL not in kinds
    assert work(log, Work.DOSE)[0][0] == 8
    ready_h = at(log, Event.READY)[0]
    assert 20 <= ready_h < 24 * 5  # protocol days are done 48 h after the first dose


def test_from_home_people_take_no_place_that_is_limited():
    outpatient = {"share_pct": 100, "lasts": "10 days", "completes_pct": 100}
    demand = {
        "sources": {"listed": {"listed": ("0 h", "1 h")}},
        "screening": {"diverted_pct": 0, "lost_pct": 0, "outpatient": outpatient},
    }
    house = {"kind": "own step-down", "wish_pct": 100, "beds": 1, "stay": "10 days", "otherwise": "clinic"}
    places = {"house": house, "clinic": CLINIC_PLACE | {"wish_pct": 0}}
    tree = CLINIC | {
        "demand": demand, "tasks": CLINIC["tasks"] | {"screening": CLINIC["tasks"]["check"]},
        "transition": {"destinations": places},
    }  # fmt: skip
    log = run(tree)
    assert [value for *_, value in story(log, Event.LINKED)] == [1, 1]
    assert steps(log, Level.STEP_DOWN) == [(0, 0)]
