"""How long people stay: the estimator on answers known by hand, and through a log."""

import numpy as np
import pytest

from sim.measures.presence import PRESENT, cumulative_incidence
from sim.vocabulary import Event
from tests.measures.hand import A, B, C, D, E, clinic, log_of, tables

pytestmark = pytest.mark.unit

AT_H = np.array([0.0, 1, 2, 3, 4, 5])


def test_competing_ends_by_hand():
    """Five people: ends by the first cause at 1 and 4, by the second at 3; watching stops at 2 and 5."""
    found = cumulative_incidence(np.array([4.0, 1, 3, 2, 5]), np.array([0, 0, 1, -1, -1]), 2, AT_H)
    third = 0.8 / 3
    assert found[0] == pytest.approx([0, 0.2, 0.2, 0.2, 0.2 + third, 0.2 + third])
    assert found[1] == pytest.approx([0, 0, 0, third, third, third])


def test_those_who_end_at_the_very_hour_at_which_watching_stops_for_others_were_still_watched():
    """Two of four end at 1 while one is lost at 1: 2/4 have ended, not 2/3."""
    found = cumulative_incidence(np.array([1.0, 1, 1, 9]), np.array([-1, 0, 0, 0]), 1, np.array([1.0, 9]))
    assert found[0] == pytest.approx([0.5, 1.0])


def test_without_anybody_lost_it_is_the_share_that_has_ended():
    rng = np.random.default_rng(7)
    time_h, how = rng.exponential(50, 400).round(), rng.integers(0, 3, 400)
    found = cumulative_incidence(time_h, how, 3, AT_H * 20)
    expected = [[np.mean((time_h <= hour) & (how == cause)) for hour in AT_H * 20] for cause in range(3)]
    assert found == pytest.approx(np.array(expected))


def test_nothing_is_known_after_the_last_one_watched_is_lost_from_sight():
    found = cumulative_incidence(np.array([1.0, 3]), np.array([0, -1]), 1, AT_H)
    assert found[0, :4] == pytest.approx([0, 0.5, 0.5, 0.5])
    assert np.isnan(found[0, 4:]).all()


STORIES = {
    A: ((10, Event.ADMITTED), (40, Event.DISCHARGED, -1)),  # before the window
    B: ((100, Event.ADMITTED), (112, Event.SELF_DISCHARGED)),
    C: ((100, Event.ADMITTED), (136, Event.DISCHARGED, -1)),
    D: ((120, Event.ADMITTED), (162, Event.DISCHARGED, -1)),
    E: ((150, Event.ADMITTED),),  # lost from sight after 18 h
}


def test_stays_that_began_in_the_window_are_followed_to_its_end():
    table = tables(clinic(5, days=3, warm_up_h=96), log_of(STORIES))["presence"]
    share = table.pivot(index="hour", columns="state", values="share_pct")
    assert share[PRESENT].loc[[0.0, 12.0, 18.0, 36.0, 42.0]].tolist() == pytest.approx([100, 75, 75, 37.5, 0])
    assert share["self-discharged"].iloc[-1] == 25
    assert share["completed"].loc[42.0] == 75
    assert share.sum(axis=1).to_numpy() == pytest.approx(100)


def test_a_window_without_admissions_has_no_rows():
    assert tables(clinic(1, days=3, warm_up_h=96), log_of({A: STORIES[A]}))["presence"].empty
