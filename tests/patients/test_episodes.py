"""Later episodes: the same person with new luck, which is the same in every scenario."""

import numpy as np
import pytest

from sim.patients.episodes import EPISODE, episode_of, numbered, person_of
from tests.patients.clinic import RICH, STAY, TAPER, drawn

pytestmark = pytest.mark.unit

LASTS = ("opioid", "age_years", "has", "priority", "source_ratio", "leaving_ratio", "bed_groups", "apart")
NEW = (
    "leaves_at", "patience_h", "hours_since_use", "screening_rank", "no_show_rank", "facility_at", "prone_rank",
    "complication_at", "complication_rank", "hospital_h", "outpatient_rank", "outpatient_completes_rank", "show_rank",
    "uses_at", "comes_back_rank", "comes_back_h",
)  # fmt: skip


def test_numbers_say_who_and_which_time():
    first = np.array([1000, 9_999_990])
    third = numbered(first, 3)
    assert third.tolist() == [20_000_001_000, 20_009_999_990]
    assert episode_of(third).tolist() == [3, 3]
    assert person_of(third).tolist() == first.tolist()
    assert (episode_of(1000), person_of(EPISODE + 1000)) == (1, 1000)


def test_what_lasts_of_a_person_is_the_same_in_every_episode():
    people = drawn(**RICH)
    for episode in (2, 3):
        later = people.episode(episode)
        assert np.array_equal(later.number, numbered(people.number, episode))
        assert np.array_equal(later.source, people.source)
        for name in LASTS:
            np.testing.assert_array_equal(getattr(later.traits, name), getattr(people.traits, name), err_msg=name)


def test_each_episode_has_luck_of_its_own():
    people = drawn(**RICH)
    episodes = [people, people.episode(2), people.episode(3)]
    for name in NEW:
        columns = [getattr(each.traits, name).ravel() for each in episodes]
        for one, other in ((0, 1), (0, 2), (1, 2)):
            assert abs(np.corrcoef(columns[one], columns[other])[0, 1]) < 4 / people.size**0.5, name
    assert not np.isfinite(episodes[1].referral_h).any()


def test_protocol_and_wish_are_drawn_again():
    people = drawn(**RICH, protocols={"taper": TAPER | {"share_pct": 50}, "stay": STAY | {"share_pct": 50}})
    later = people.episode(2)
    for column in (people.protocol == later.protocol, people.traits.wish == later.traits.wish):
        assert 0.4 < column.mean() < 0.6


def test_the_luck_of_an_episode_is_the_same_in_two_scenarios():
    one = drawn(**RICH).episode(2)
    other = drawn(**RICH, protocols={"stay": STAY}, demand={"factor": 0.7}).episode(2)
    rows = [one.row(number) for number in other.number.tolist()]
    for name in NEW:
        np.testing.assert_array_equal(getattr(other.traits, name), getattr(one.traits, name)[rows], err_msg=name)


def test_an_episode_is_drawn_once():
    people = drawn(length="2 weeks")
    assert people.episode(2) is people.episode(2)


def test_returns_stand_beside_first_episodes_in_the_order_of_their_times():
    people = drawn(length="4 weeks", **RICH)
    who = people.number[[5, 9, 5]]
    numbers = who + np.array([1, 1, 2]) * EPISODE
    table = people.with_returns(numbers, np.array([400.0, 300.0, 500.0]))
    assert table.size == people.size + 3
    assert np.all(np.diff(table.referral_h) >= 0)
    for number, episode, time_h in zip(numbers.tolist(), (2, 2, 3), (400.0, 300.0, 500.0), strict=True):
        row, own = table.row(number), people.row(number % EPISODE)
        assert table.referral_h[row] == time_h
        assert table.traits.leaves_at[row] == people.episode(episode).traits.leaves_at[own]
        assert np.array_equal(table.traits.has[row], people.traits.has[own])
        assert table.source[row] == people.source[own]
    first = table.number < EPISODE
    assert np.array_equal(table.traits.complication_at[first], people.traits.complication_at)


def test_a_table_without_returns_stays_as_it_is():
    people = drawn(length="2 weeks")
    table = people.with_returns(np.zeros(0, dtype=np.int64), np.zeros(0))
    assert np.array_equal(table.number, people.number)


def test_a_return_of_nobody_is_refused():
    people = drawn(length="2 weeks")
    with pytest.raises(KeyError):
        people.with_returns(np.array([EPISODE + 7]), np.array([10.0]))
