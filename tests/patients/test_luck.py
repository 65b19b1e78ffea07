"""The luck of one episode: thresholds of what may happen, and what the words for a person do to them."""

import numpy as np
import pytest

from sim.vocabulary import Work
from tests.engine.bench import response
from tests.patients.clinic import CLINIC, DEMAND, RICH, STAY, TAPER, drawn, has, is_share, task, uses

pytestmark = pytest.mark.unit

GOES_ON = {"ends": {"continue_pct": 100}}
KINDS = {
    "seizure": GOES_ON | {"per_1000_patient_days": 2, "only_for": ("injects",), "not_for": ("pregnant",)},
    "low_pressure": GOES_ON | {"per_1000_patient_days": 5},
    "never": GOES_ON | {"per_1000_patient_days": 0},
    "precipitated": GOES_ON | {"at_first_dose": {"share_pct": 1, "where": {"fentanyl": 20}}, "not_for": ("pregnant",)},
}
LEAVING = {
    "per_day": 0.05, "reference_score": 10, "reference_pct": 30.0, "ratio_per_10_points": 1.5,
    "medication_started_ratio": 0.5, "aftercare_plan_ratio": 0.8,
    "settling": {"ratio": 0.5, "per": "1 day", "floor": 0.2},
}  # fmt: skip
PRESSURE = {"kind": "alpha-2 agonist", "blood_pressure": {"prone_pct": 30, "low_pct": 20}}


def with_complications(**kinds):
    return {"complications": {"reference_score": 10, "kinds": kinds}}


def test_complications_have_thresholds_only_for_those_who_may_have_them():
    people = drawn(**with_complications(**KINDS))
    at, brings = people.traits.complication_at, people.traits.first_dose_brings
    may = has(people, "injects") & ~has(people, "pregnant")
    assert np.array_equal(np.isfinite(at[:, 0]), may)
    assert np.isfinite(at[:, 1]).all()
    assert np.isinf(at[:, 2:]).all()
    assert at[:, 1].mean() == pytest.approx(1, abs=4 / people.size**0.5)
    assert not brings[:, :3].any()


def test_the_first_dose_brings_a_complication_to_a_share_by_word():
    people = drawn(**with_complications(**KINDS))
    brings = people.traits.first_dose_brings[:, 3]
    fentanyl, pregnant = uses(people, "fentanyl"), has(people, "pregnant")
    assert not brings[pregnant].any()
    assert is_share(brings[fentanyl & ~pregnant], 0.2)
    assert is_share(brings[~fentanyl & ~pregnant], 0.01)


def test_one_more_kind_of_complication_leaves_the_luck_of_the_others():
    alone = drawn(**with_complications(low_pressure=KINDS["low_pressure"])).traits
    among_others = drawn(**with_complications(**KINDS)).traits
    for name in ("complication_at", "complication_rank"):
        assert np.array_equal(getattr(alone, name)[:, 0], getattr(among_others, name)[:, 1])


def test_a_rate_may_change_without_changing_who_is_at_risk():
    often = KINDS["low_pressure"] | {"per_1000_patient_days": 50}
    before, after = (drawn(**with_complications(low_pressure=kind)) for kind in (KINDS["low_pressure"], often))
    assert np.array_equal(before.traits.complication_at, after.traits.complication_at)


def test_without_complications_the_columns_are_empty():
    traits = drawn().traits
    assert traits.complication_at.shape == traits.first_dose_brings.shape == (traits.priority.size, 0)
    assert np.isnan(traits.hospital_h).all()


def test_ratios_of_leaving_of_all_words_that_are_true_are_multiplied():
    ratios = {"female": 0.8, "injects": {"odds_ratio": 1.5}, "fentanyl": {"leaves_early_pct": 45}}
    people = drawn(leaving=LEAVING | {"ratios": ratios})
    odds = 1.5 * 0.3 / 0.7
    injects = np.log(1 - odds / (1 + odds)) / np.log(0.7)
    fentanyl = np.log(0.55) / np.log(0.7)
    expected = (
        np.where(has(people, "female"), 0.8, 1)
        * np.where(has(people, "injects"), injects, 1)
        * np.where(uses(people, "fentanyl"), fentanyl, 1)
    )
    np.testing.assert_allclose(people.traits.leaving_ratio, expected, rtol=1e-12)
    assert set(people.traits.source_ratio.tolist()) == {1.0}


def test_a_class_may_be_a_word_for_leaving():
    classes = {"urgent": {"all_of": ("pregnant",)}, "others": {}}
    people = drawn(demand={"priority_classes": classes}, leaving=LEAVING | {"ratios": {"urgent": 0.5}})
    assert np.array_equal(people.traits.leaving_ratio, np.where(has(people, "pregnant"), 0.5, 1.0))


def test_outpatient_withdrawal_is_open_to_those_who_are_eligible():
    outpatient = {
        "share_pct": 50, "not_for": ("pregnant", "fentanyl"), "lasts": {"exponential": {"mean": "6 days"}},
        "completes_pct": 40,
    }  # fmt: skip
    screening = {"diverted_pct": 0, "lost_pct": 0, "outpatient": outpatient}
    people = drawn(demand=DEMAND | {"screening": screening})
    assert np.array_equal(people.traits.outpatient_ok, ~has(people, "pregnant") & ~uses(people, "fentanyl"))
    assert people.traits.outpatient_h.mean() == pytest.approx(144, rel=4 / people.size**0.5)
    assert not drawn().traits.outpatient_ok.any()


def test_blood_pressure_has_readings_when_a_protocol_takes_it():
    dosed = {name: value for name, value in TAPER.items() if name != "induction"}
    plain, taken = drawn(), drawn(protocols={"clonidine": dosed | PRESSURE})
    assert plain.traits.pressure_rank.shape == (plain.size, 0)
    assert taken.traits.pressure_rank.shape == (taken.size, 64)
    assert np.array_equal(plain.traits.prone_rank, taken.traits.prone_rank)
    stay = drawn(protocols={"clonidine": dosed | PRESSURE, "stay": STAY})
    assert np.array_equal(stay.traits.pressure_rank, taken.traits.pressure_rank)


def test_each_repetition_of_a_task_takes_its_own_time():
    spread = {"uniform": {"low": "10 min", "high": "20 min"}}
    tasks = (
        CLINIC["tasks"]
        | {"response": response(spread)}
        | {name: task("nurse", spread) for name in ("blood_pressure", "counselling", "group", "injection")}
    )
    takes_h = drawn(tasks=tasks).traits.task_h
    repeats = {
        Work.CHECK: 64, Work.BLOOD_PRESSURE: 64, Work.COUNSELLING: 32, Work.DOSE: 32, Work.RESPONSE: 8,
        Work.INJECTION: 1, Work.DISCHARGE: 1,
    }  # fmt: skip
    assert {work: takes_h[work].shape[1] for work in repeats} == repeats
    assert Work.GROUP not in takes_h
    assert Work.MEAL_BREAK not in takes_h
    pressure_h = takes_h[Work.BLOOD_PRESSURE]
    assert np.unique(pressure_h).size == pressure_h.size
    assert 1 / 6 <= pressure_h.min() < pressure_h.max() < 1 / 3


def test_people_come_back_after_a_drawn_time():
    people = drawn(**RICH)
    assert people.traits.comes_back_h.mean() == pytest.approx(480, rel=4 / people.size**0.5)
    assert np.isinf(drawn().traits.comes_back_h).all()
