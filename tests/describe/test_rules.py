"""What is said of each part of the model: only what is in use, in the words of the author, with figures that hold."""

import re

import pytest

from sim.describe.word_names import who
from tests.describe.everything import everything, logic, rule, told

pytestmark = pytest.mark.unit

WITHOUT = {
    "demand.screening.outpatient=null": ("Outpatient withdrawal management",),
    "demand.harm_while_waiting=null": ("Harm while waiting",),
    "unit.bed_groups=null": ("Bed groups",),
    "counselling.individual=null tasks.counselling=null": ("Counselling for one person",),
    "counselling.groups=null tasks.group=null": ("Groups",),
    "complications=null tasks.response=null tasks.constant_observation=null": (
        "Complications",
        "Response",
        "Constant observation",
        "Hospital",
    ),
    "leaving.by_facility_per_1000_days=0": ("Discharge by the unit",),
    "afterwards=null": ("Aftercare", "Return to use", "Coming back", "Expected deaths"),
    "afterwards.comes_back=null": ("Coming back",),
    "afterwards.deaths=null": ("Expected deaths",),
    "money=null": ("Costs and income",),
    "staff.roles.nurse.handover=null": ("Handover",),
    "staff.roles.nurse.meal_break=null": ("Meal breaks",),
    "staff.roles.nurse.unfilled_pct=0 staff.roles.nurse.agency_pct=0": ("Unfilled shifts",),
    "protocols.continued.take_home=null": ("Tablets to take home",),
}
"""What takes rules away, and the rules that are then not told."""
NO_COMPLICATIONS = ("complications=null", "tasks.response=null", "tasks.constant_observation=null")
NO_COUNSELLING = ("counselling=null", "tasks.counselling=null", "tasks.group=null")


@pytest.mark.parametrize("changes", WITHOUT)
def test_only_rules_in_use_are_told(changes: str) -> None:
    with_all, without = told(), told(*changes.split())
    for name in WITHOUT[changes]:
        assert f"**{name}.**" in with_all
        assert f"**{name}.**" not in without


def test_headings_without_rules_are_left_out() -> None:
    assert re.findall(r"^#### (.+)$", told("money=null", "afterwards=null", *NO_COMPLICATIONS), re.MULTILINE) == [
        "Who comes", "From referral to the bed", "Withdrawal and its care", "Protocols", "Counselling",
        "Ends of a stay before it is completed", "The way out", "Work and staff",
    ]  # fmt: skip


def test_odds_ratios_stand_beside_the_hazard_ratios_that_they_become() -> None:
    text = told()
    # 20 % of the group of reference leave; with odds 2.6 times 0.25, 39.4 % leave; ln 0.606 / ln 0.8 = 2.244
    assert "| ten points more of felt score | odds ratio 2.6 | 2.24 |" in text
    assert "0.2 a day × 2.24^((felt score − 8.5) ÷ 10)" in text
    # ln 0.7 / ln 0.8 = 1.598
    assert "| “Under 30” | 30 % leave early | 1.6 |" in text
    assert "| admitted on a Friday | hazard ratio 1.3 | 1.3 |" in text


def test_sources_are_compared_with_their_mean() -> None:
    # 0.7 x 20 + 0.3 x 9 = 16.7; ln 0.91 / ln 0.833 = 0.516
    assert "| referred by “Criminal justice” | 9 % leave early, 16.7 % over all sources | 0.516 |" in told()


def test_modifiers_that_nothing_brings_about_are_not_told() -> None:
    no_lofexidine = ("protocols.lofexidine=null", "complications.kinds.precipitated_withdrawal.not_for=null")
    text = told("tasks.discharge_planning=null", "tasks.blood_pressure=null", *NO_COUNSELLING, *no_lofexidine)
    assert "aftercare is arranged" not in text
    assert "first counselling" not in text
    assert "alpha-2" not in text


def test_a_ratio_that_changes_nothing_is_not_told() -> None:
    assert "Friday" not in told("leaving.friday_admission_ratio=1")


def test_who_is_meant_is_said_with_labels() -> None:
    scenario = everything().scenario
    assert who(scenario, ()) == "everyone"
    assert who(scenario, (), ("pregnant",)) == "everyone but people with “Pregnant”"
    assert who(scenario, ("heroin", "court"), ("taper",)) == (
        "people with “Heroin” or “Criminal justice” but not with “Buprenorphine taper”"
    )


def test_traits_say_what_they_depend_on_and_do() -> None:
    text = told()
    assert "- Injecting: 80 % with “Heroin”; 50 % with “Women”; 60 % of all others" in text
    assert "- Daily use: 63 %; the peak score is multiplied by 1.2; the time from the peak" in text
    assert "- Under 30: everyone aged 0 to below 30" in text


def test_rules_that_protocols_share_are_told_once() -> None:
    assert told().count("**Review and readiness.**") == 1
    assert told("protocols.symptomatic.ready.score_below=10").count("**Review and readiness.**") == 7


def test_each_protocol_says_when_it_is_done() -> None:
    text = told()
    for words in ("4 days after the first dose", "5 days after admission", "when naltrexone has been injected"):
        assert f"It is done {words}." in text


def test_the_rest_of_the_first_day_is_told_where_there_is_one() -> None:
    none_left = [f"protocols.{name}.induction.dose_mg=20" for name in ("taper", "continued", "methadone_taper")]
    none_left += [f"protocols.{name}.induction.dose_mg=20" for name in ("standard_naltrexone", "rapid_naltrexone")]
    assert "the rest of the first day's dose (16 mg) is given" in told()
    assert "the rest of the first day's dose" not in told(*none_left)


def test_two_ways_to_naltrexone() -> None:
    text = told()
    assert "and the last opioid, doses of the protocol included, is 1 week ago" in text
    assert "Rapid pathway: from protocol day 3 on" in text


def test_a_stay_in_hospital_is_told_as_the_bed_is_held() -> None:
    assert "The bed is held for 24 h" in rule("Hospital")
    assert rule("Hospital", "complications.hospital.bed_held_for=0 h") == (
        " With a transfer the stay in the unit ends; no bed is held."
    )


def test_return_to_use_is_shown_as_shares() -> None:
    # 0.07 x 21 (1 - e^(-28/21)) = 1.0825 leaves 33.9 %; 0.07 x 21 = 1.47 leaves 23.0 %
    text = rule("Return to use")
    assert "66.1 % of those who have completed their stay return to use within four weeks" in text
    assert "77 % ever" in text


def test_wishes_are_shares_as_long_as_they_are_open_to_all() -> None:
    assert "**Clinic** (weight 50, for everyone)" in told()
    assert "**Clinic** (the wish of 50 %)" in told("transition.destinations.house.not_for=null")


def test_the_start_is_empty_or_tonights_census() -> None:
    tonight = logic(everything())
    assert "4 people in a detox bed and 2 people on the waiting list" in tonight
    assert "with an empty unit and an empty list" not in tonight
    empty = logic(everything("census=null"))
    assert "with an empty unit and an empty list" in empty
    assert "census" not in empty


def test_people_who_come_back_are_the_same_people() -> None:
    assert "the same person in a new episode" in logic(everything())
    assert "the model does not follow a person" in logic(everything("afterwards.comes_back=null"))
