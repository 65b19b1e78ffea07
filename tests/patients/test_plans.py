"""Eligibility: protocols, destinations and bed groups that people may have, and which of them they get."""

import numpy as np
import pytest

from sim.errors import ModelError
from sim.patients.plans import bed_groups
from sim.patients.who import Who
from tests.patients.clinic import HOME, STAY, TAPER, clinic, comes_from, drawn, has, is_share, uses

pytestmark = pytest.mark.unit

SYMPTOMATIC = {
    "kind": "symptomatic", "days": 5, "review_at": "09:00", "ready": {"score_below": 8, "for": "24 h"},
}  # fmt: skip
OUTSIDE = {"kind": "outside place", "wish_pct": 50, "wait": "3 days"}
OFFICE = {"kind": "outpatient", "wish_pct": 50, "days": "mon-fri", "slot_time": "09:00", "slots_per_day": 2}


def test_a_protocol_is_drawn_by_weight_among_those_that_a_person_is_eligible_for():
    people = drawn(
        protocols={
            "taper": TAPER | {"share_pct": 30},
            "for_women": STAY | {"share_pct": 60, "only_for": ("female",)},
            "for_others": SYMPTOMATIC | {"share_pct": 10, "not_for": ("pregnant", "fentanyl")},
        }
    )
    protocol, female = people.protocol, has(people, "female")
    barred = has(people, "pregnant") | uses(people, "fentanyl")
    assert not (protocol[~female] == 1).any()
    assert not (protocol[barred] == 2).any()
    assert (protocol[~female & barred] == 0).all()
    assert is_share(protocol[~female & ~barred] == 0, 3 / 4)
    assert is_share(protocol[female & barred] == 0, 1 / 3)
    assert is_share(protocol[female & ~barred] == 1, 6 / 10)
    assert np.array_equal(~np.isnan(people.traits.stay_h), protocol == 1)


def test_sources_and_classes_are_words_for_protocols():
    classes = {"urgent": {"all_of": ("pregnant",)}, "others": {}}
    people = drawn(
        demand={"priority_classes": classes},
        protocols={"a": STAY | {"only_for": ("court", "urgent")}, "b": STAY | {"not_for": ("court", "urgent")}},
    )
    first = comes_from(people, "court") | (people.traits.priority == 0)
    assert np.array_equal(people.protocol == 0, first)


def test_somebody_who_is_eligible_for_no_protocol_is_told():
    with pytest.raises(ModelError, match=r"^protocols"):
        drawn(protocols={"for_women": STAY | {"only_for": ("female",)}})


def test_a_wish_is_drawn_by_weight_among_destinations_that_a_person_is_eligible_for():
    destinations = {
        "clinic": OFFICE | {"wish_pct": 75, "only_for": ("taper",)},
        "programme": OUTSIDE | {"wish_pct": 25, "not_for": ("injects",)},
        "home": HOME | {"wish_pct": 25},
    }
    people = drawn(
        transition={"destinations": destinations},
        protocols={"taper": TAPER | {"share_pct": 50}, "other": STAY | {"share_pct": 50}},
    )
    wish, on_taper, injects = people.traits.wish, people.protocol == 0, has(people, "injects")
    assert not (wish[~on_taper] == 0).any()
    assert not (wish[injects] == 1).any()
    assert (wish[~on_taper & injects] == 2).all()
    assert is_share(wish[on_taper & ~injects] == 0, 0.6)
    assert is_share(wish[~on_taper & ~injects] == 1, 0.5)


def test_without_a_transition_nobody_wishes_for_anything():
    traits = drawn().traits
    assert (traits.wish == -1).all()
    assert traits.destination_h.shape[1] == traits.retained_h.shape[1] == traits.funder_delay_h.shape[1] == 0


def test_somebody_who_is_eligible_for_no_destination_is_told():
    with pytest.raises(ModelError, match=r"^transition\.destinations"):
        drawn(transition={"destinations": {"home": HOME | {"only_for": ("female",)}}})


def test_each_destination_has_its_own_times():
    house = {"kind": "own step-down", "wish_pct": 50, "beds": 2, "stay": "30 days", "funder_delay": "2 days"}
    destinations = {
        "house": house,
        "programme": OUTSIDE | {"stay": "90 days"},
        "elsewhere": OUTSIDE | {"funder_delay": "5 days"},
        "clinic": OFFICE | {"retained": "60 days"},
        "clinic_for_ever": OFFICE,
        "home": HOME,
    }
    traits = drawn(length="1 week", transition={"destinations": destinations}).traits
    days = 24.0
    nan, inf = float("nan"), float("inf")
    for column, values in (
        (traits.destination_h, [30, 3, 3, nan, nan, nan]),
        (traits.funder_delay_h, [2, 0, 5, 0, 0, 0]),
        (traits.retained_h, [nan, 90, inf, 60, inf, nan]),
    ):
        np.testing.assert_array_equal(column, np.tile(np.array(values) * days, (column.shape[0], 1)))


def groups(who: Who, **rules: dict) -> tuple[list, list]:
    unit = {"beds": sum(rule["beds"] for rule in rules.values()), "bed_groups": rules}
    numbers, apart = bed_groups(clinic(unit=unit), who)
    return numbers.tolist(), apart.tolist()


@pytest.fixture
def three() -> Who:
    """A pregnant woman, another woman, a man."""
    who = Who(3)
    who.tell("female", np.array([True, True, False]))
    who.tell("pregnant", np.array([True, False, False]))
    return who


def test_without_bed_groups_everyone_has_the_one_group():
    traits = drawn().traits
    assert traits.bed_groups.tolist() == traits.apart.tolist() == [[0]] * traits.priority.size


def test_groups_for_fewer_people_come_first_and_then_as_written(three):
    numbers, apart = groups(
        three,
        open={"beds": 1},
        women_or_pregnant={"beds": 1, "only_for": ("pregnant", "female")},
        women={"beds": 1, "only_for": ("female",)},
        expecting={"beds": 1, "only_for": ("pregnant",)},
    )
    assert numbers == [[2, 3, 1, 0], [2, 1, 0, -1], [0, -1, -1, -1]]
    assert apart == [[0] * 4] * 3


def test_those_for_whom_a_group_is_kept_go_nowhere_else(three):
    kept = {"beds": 1, "only_for": ("pregnant",), "nowhere_else": True}
    numbers, _ = groups(three, open={"beds": 1}, kept=kept, women={"beds": 1, "only_for": ("female",)})
    assert numbers == [[1, -1, -1], [2, 0, -1], [0, -1, -1]]
    numbers, _ = groups(three, one=kept, two=kept | {"only_for": ("female",)}, open={"beds": 1})
    assert numbers == [[0, 1, -1], [1, -1, -1], [2, -1, -1]]


def test_the_word_that_keeps_people_apart_is_told_of_each(three):
    shared = {"beds": 2, "room_beds": 2, "rooms_apart": "female"}
    assert groups(three, single={"beds": 1}, shared=shared)[1] == [[0, 1], [0, 1], [0, 0]]


def test_somebody_whom_no_group_admits_is_told(three):
    with pytest.raises(ModelError, match=r"^unit\.bed_groups"):
        groups(three, women={"beds": 1, "only_for": ("female",)})
