"""Stories of one to four people, worked out by hand, exact to 1e-9 h. Time 0 is a Monday, midnight."""

import pytest

from sim.vocabulary import Event
from tests.functional.wards import exactly, listed, run, story, ward

pytestmark = pytest.mark.functional

ADMITTED, DISCHARGED, GAVE_UP, REFUSED = Event.ADMITTED, Event.DISCHARGED, Event.GAVE_UP, Event.REFUSED


def test_one_bed_and_three_people() -> None:
    """Stays of ten hours: the second is called when the first leaves, the third finds the bed free."""
    told = story(ward(sources=listed("1 h", "4 h", "30 h")), ADMITTED, DISCHARGED)
    assert told == exactly(
        (1, 0, ADMITTED), (11, 0, DISCHARGED), (11, 1, ADMITTED),
        (21, 1, DISCHARGED), (30, 2, ADMITTED), (40, 2, DISCHARGED),
    )  # fmt: skip


def test_a_stay_in_full() -> None:
    told = story(ward(sources=listed("1 h"), demand={"travel": "2 h"}))
    assert told == exactly(
        (1, 0, Event.REFERRED), (1, 0, Event.LISTED), (1, 0, Event.CALLED),
        (3, 0, ADMITTED), (13, 0, Event.READY), (13, 0, Event.PLACED), (13, 0, DISCHARGED),
    )  # fmt: skip


def test_patience_that_ends_as_the_bed_is_freed_is_long_enough() -> None:
    told = story(ward(sources=listed("0 h", "2 h", patience="8 h")), ADMITTED, GAVE_UP)
    assert told == exactly((0, 0, ADMITTED), (10, 1, ADMITTED))


def test_patience_that_ends_a_minute_sooner_is_not() -> None:
    told = story(ward(sources=listed("0 h", "2 h", patience="7 h 59 min")), ADMITTED, GAVE_UP)
    assert told == exactly((0, 0, ADMITTED), (9 + 59 / 60, 1, GAVE_UP))


def test_a_bed_is_free_only_when_it_is_clean() -> None:
    """Cleaning for two hours is one too many for a patience of nine."""
    unit = {"turnover": "2 h"}
    assert story(ward(sources=listed("0 h", "2 h"), unit=unit), ADMITTED)[1:] == exactly((12, 1, ADMITTED))
    told = story(ward(sources=listed("0 h", "2 h", patience="9 h"), unit=unit), ADMITTED, GAVE_UP)[1:]
    assert told == exactly((11, 1, GAVE_UP))


def test_a_referral_finds_the_bed_that_is_freed_at_that_instant() -> None:
    told = story(ward(sources=listed("0 h", "10 h"), demand={"list_limit": 0}), ADMITTED, REFUSED)
    assert told == exactly((0, 0, ADMITTED), (10, 1, ADMITTED))


def test_the_list_is_full_for_the_second_who_waits() -> None:
    told = story(ward(sources=listed("0 h", "1 h", "2 h", "11 h"), demand={"list_limit": 1}), ADMITTED, REFUSED)
    assert told == exactly((0, 0, ADMITTED), (2, 2, REFUSED), (10, 1, ADMITTED), (20, 3, ADMITTED))


def test_the_more_urgent_class_is_called_first() -> None:
    """Both wait; the later referral is of the first class, and among equals the earlier is called."""
    sources = {
        "routine": {"listed": ("0 h", "1 h", "3 h"), "priority": "others"},
        "urgent": {"listed": ("2 h",), "priority": "pregnant"},
    }
    classes = {"pregnant": {"share_pct": 5}, "others": {"share_pct": 95}}
    told = story(ward(sources=sources, demand={"priority_classes": classes}), ADMITTED)
    assert told == exactly((0, 0, ADMITTED), (10, 2, ADMITTED), (20, 1, ADMITTED), (30, 3, ADMITTED))


def test_at_one_instant_the_lower_number_comes_first() -> None:
    sources = {"first": {"listed": ("5 h",)}, "second": {"listed": ("5 h",)}}
    population, _ = run(ward(sources=sources))
    assert population.number[0] < population.number[1]
    assert story(ward(sources=sources), ADMITTED) == exactly((5, 0, ADMITTED), (15, 1, ADMITTED))


def test_appointments_come_at_equal_distances() -> None:
    sources = {"everyone": {"scheduled": {"every": "12 h", "first": "3 h"}}}
    told = story(ward(sources=sources, length="2 days"), ADMITTED)
    assert told == exactly(*((3 + 12 * k, k, ADMITTED) for k in range(4)))


def test_a_reserved_bed_is_no_bed_for_others() -> None:
    """The first travels for two hours; the second is called when the first has left, and travels too."""
    told = story(ward(sources=listed("0 h", "1 h"), demand={"travel": "2 h"}), Event.CALLED, ADMITTED)
    assert told == exactly((0, 0, Event.CALLED), (2, 0, ADMITTED), (12, 1, Event.CALLED), (14, 1, ADMITTED))


def test_who_does_not_turn_up_gives_the_bed_to_the_next() -> None:
    demand = {"travel": "2 h", "no_show": {"at_once_pct": 100, "per_day_pct": 0}}
    told = story(ward(sources=listed("0 h", "1 h"), demand=demand), Event.CALLED, Event.NO_SHOW)
    assert told == exactly((0, 0, Event.CALLED), (2, 0, Event.NO_SHOW), (2, 1, Event.CALLED), (4, 1, Event.NO_SHOW))
