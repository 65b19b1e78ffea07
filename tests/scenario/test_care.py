"""What protocols and destinations need of the rest of the scenario."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.texts import TAPER, WARD, changed, line_of

pytestmark = pytest.mark.unit

NEEDED = "is missing; the buprenorphine taper protocols.taper needs it"


def without(section: str, following: str) -> str:
    return TAPER[: TAPER.index(f"\n{section}:") + 1] + TAPER[TAPER.index(f"\n{following}:") + 1 :]


def test_a_whole_taper(load: Loaded) -> None:
    scenario = load(TAPER).scenario
    assert scenario.withdrawal is not None
    assert scenario.transition is not None
    assert (scenario.leaving, scenario.tasks.comfort_medication, scenario.tasks.discharge_planning) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "task", ["nursing_assessment", "history_and_physical", "first_dose", "dose", "check", "daily_review", "discharge"]
)
def test_a_taper_needs_its_tasks(told: Told, task: str) -> None:
    row = next(line for line in TAPER.splitlines(keepends=True) if line.startswith(f"  {task}: "))
    assert told(changed(TAPER, (row, ""))) == [f"ward.yaml:{line_of(TAPER, 'tasks:')}: tasks.{task}: {NEEDED}"]


def test_a_taper_needs_a_course_of_withdrawal(told: Told) -> None:
    assert told(without("withdrawal", "protocols")) == [f"ward.yaml:1: withdrawal: {NEEDED}"]


def test_each_thing_that_a_taper_lacks_is_a_sentence(told: Told) -> None:
    text = changed(without("staff", "withdrawal"), ("  ratio: {role: nurse, patients: 6}\n", ""))
    sentences = told(text)
    assert sentences[:2] == [f"ward.yaml:1: staff: {NEEDED}", f"ward.yaml:1: tasks.check: {NEEDED}"]
    assert len(sentences) == 8


def test_a_fixed_stay_needs_none_of_them(load: Loaded) -> None:
    text = changed(WARD, ("  ratio: {role: nurse, patients: 6}\n", ""))
    load(text[: text.index("staff:")] + text[text.index("protocols:") :])


def test_shares_of_protocols_add_up(told: Told) -> None:
    text = changed(WARD, ("    kind: fixed stay", "    share_pct: 90\n    kind: fixed stay"))
    assert told(text) == ["ward.yaml:32: protocols: the shares add up to 90; 100 is accepted"]


def test_shares_of_opioids_add_up(told: Told) -> None:
    text = changed(TAPER, ("share_pct: 70", "share_pct: 50"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'opioids:')}: withdrawal.opioids: the shares add up to 80; 100 is accepted"
    ]


@pytest.mark.parametrize("times", ["[20:00, 08:00]", "[08:00, 08:00]"])
def test_dose_times_rise_through_the_day(told: Told, times: str) -> None:
    (sentence,) = told(changed(TAPER, ("[08:00, 20:00]", times)))
    assert sentence == (
        f"ward.yaml:{line_of(TAPER, 'dose_times')}: protocols.taper.dose_times: are not in order; "
        "clock times that rise through the day are accepted"
    )


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("rise: 27 h", "rise: 0 h", "withdrawal.opioids.heroin.rise"),
        ("decline: 4 days", "decline: 0 h", "withdrawal.opioids.heroin.decline"),
        ("none: 12 h", "none: 0 h", "withdrawal.check_every.none"),
        ("wears_off_over: 24 h", "wears_off_over: 0 h", "protocols.taper.wears_off_over"),
        ("look_again_every: 4 h", "look_again_every: 0 h", "withdrawal.look_again_every"),
    ],
)
def test_times_that_must_pass(told: Told, old: str, new: str, path: str) -> None:
    (sentence,) = told(changed(TAPER, (old, new)))
    assert f"{path}: is '0 h'; " in sentence


def test_shares_of_wishes_add_up(told: Told) -> None:
    text = changed(TAPER, ("wish_pct: 40", "wish_pct: 50"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'destinations:')}: transition.destinations: "
        "the shares add up to 110; 100 is accepted"
    ]


def test_the_next_option_is_one_of_the_destinations(told: Told) -> None:
    text = changed(TAPER, ("otherwise: clinic", "otherwise: clinc"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'clinc')}: transition.destinations.programme.otherwise: "
        "is 'clinc', not one of transition.destinations; did you mean clinic?"
    ]


def test_a_boarding_limit_needs_a_next_option(told: Told, load: Loaded) -> None:
    text = changed(TAPER, (", otherwise: clinic", ""))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'programme: {')}: transition.destinations.programme.otherwise: "
        "is missing; with a boarding_limit the next option is needed"
    ]
    load(changed(text, ("  boarding_limit: 2 days\n", "")))


def test_a_circle_of_next_options_is_told_once(told: Told) -> None:
    text = changed(TAPER, ("otherwise: clinic", "otherwise: house"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'house: {')}: transition.destinations.house.otherwise: "
        "goes round in a circle: house -> programme -> house"
    ]


def test_a_destination_that_is_its_own_next_option(told: Told) -> None:
    (sentence,) = told(changed(TAPER, ("otherwise: clinic", "otherwise: programme")))
    assert sentence.endswith(
        "transition.destinations.programme.otherwise: goes round in a circle: programme -> programme"
    )


def test_nobody_is_in_care_without_aftercare(told: Told) -> None:
    text = changed(TAPER, ("home: {kind: none, wish_pct: 10}", "home: {kind: none, wish_pct: 10, medication: true}"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'home: {')}: transition.destinations.home.medication: has no effect, because nobody "
        "is in care there; false is accepted"
    ]


def test_wishes_are_weights_once_some_are_for_some_people(load: Loaded, told: Told) -> None:
    text = changed(TAPER, ("wish_pct: 40", "wish_pct: 50, only_for: [heroin]"))
    load(text)
    nobody = changed(
        text, ("wish_pct: 30", "wish_pct: 0"), ("wish_pct: 20", "wish_pct: 0"), ("wish_pct: 10", "wish_pct: 0"),
        ("wish_pct: 50", "wish_pct: 0"),
    )  # fmt: skip
    assert told(nobody) == [
        f"ward.yaml:{line_of(text, 'destinations:')}: transition.destinations: have a wish_pct of 0 throughout; "
        "at least one above 0 is accepted"
    ]
