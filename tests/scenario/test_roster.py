"""The roster: cover, overlaps, and roles that exist."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.texts import CHILD, WARD, changed, line_of

pytestmark = pytest.mark.unit

DAY = "    day: {days: mon-sun, from: 07:30, to: 19:30, nurse: 2, doctor: 1}\n"
NIGHT = "    night: {days: mon-sun, from: 19:30, to: 07:30, nurse: 1}\n"


def roster(*rows: str) -> str:
    return changed(WARD, (DAY + NIGHT, "".join(f"    {row}\n" for row in rows)))


def test_a_gap_is_told_with_its_hours_at_the_row_it_follows(told: Told) -> None:
    text = roster(
        "early: {days: tue, from: 07:30, to: 19:30, nurse: 1, doctor: 1}",
        "late: {days: tue, from: 19:30, to: 06:30, nurse: 1}",
        "rest: {days: wed-mon, from: 06:30, to: 06:30, nurse: 1}",
    )
    assert told(text) == ["ward.yaml:26: staff.roster.rest.to: nurse has nobody rostered from Tue 06:30 to 07:30"]


def test_a_gap_over_midnight_and_over_the_end_of_the_week(told: Told) -> None:
    text = roster(
        "week: {days: mon-sat, from: 06:00, to: 06:00, nurse: 1, doctor: 1}",
        "sunday: {days: sun, from: 06:00, to: 22:00, nurse: 1}",
    )
    assert told(text) == [
        "ward.yaml:21: staff.roles.nurse: nurse has nobody rostered from Mon 00:00 to 06:00, Sun 22:00 to 24:00"
    ]


def test_many_gaps_are_counted(told: Told) -> None:
    assert told(changed(WARD, (NIGHT, ""))) == [
        "ward.yaml:21: staff.roles.nurse: nurse has nobody rostered from "
        "Mon 00:00 to 07:30, Mon 19:30 to Tue 07:30, Tue 19:30 to Wed 07:30 and 5 more"
    ]


def test_nobody_at_all(told: Told) -> None:
    (sentence, *_) = told(changed(WARD, ("nurse: 2, ", ""), ("nurse: 1", "doctor: 1")))
    assert sentence.endswith("nurse has nobody rostered from Mon 00:00 to Sun 24:00")


def test_a_headcount_of_0_is_nobody(told: Told) -> None:
    (sentence,) = told(changed(WARD, ("nurse: 1", "nurse: 0")))
    assert "staff.roles.nurse: nurse has nobody rostered from Mon 00:00 to 07:30" in sentence


def test_unlimited_is_somebody(load: Loaded) -> None:
    load(changed(WARD, ("nurse: 1", "nurse: unlimited")))


def test_rostered_hours_may_have_gaps(load: Loaded) -> None:
    load(changed(WARD, ("{cover: always}", "{}"), (NIGHT, "")))


@pytest.mark.parametrize("heads", ["1", "0", "unlimited"])
def test_two_rows_at_once_for_a_role(told: Told, heads: str) -> None:
    text = changed(WARD, (NIGHT, f"{NIGHT}    extra: {{days: tue, from: 06:00, to: 08:00, nurse: {heads}}}\n"))
    line = line_of(text, "    extra")
    assert told(text) == [
        f"ward.yaml:{line}: staff.roster.extra.nurse: is also said by staff.roster.day from Tue 07:30 to 08:00; "
        "one row at a time is accepted for a role",
        f"ward.yaml:{line}: staff.roster.extra.nurse: is also said by staff.roster.night from Tue 06:00 to 07:30; "
        "one row at a time is accepted for a role",
    ]


def test_rows_that_overlap_over_the_end_of_the_week(told: Told) -> None:
    text = changed(WARD, ("{cover: always}", "{}"), (NIGHT, NIGHT.replace("mon-sun", "sun").replace("07:30", "08:00")))
    (sentence,) = told(text)
    assert "staff.roster.night.nurse: is also said by staff.roster.day from Mon 07:30 to 08:00" in sentence


def test_rows_of_different_roles_may_overlap(load: Loaded) -> None:
    load(changed(WARD, (NIGHT, f"{NIGHT}    evening: {{days: mon-sun, from: 19:30, to: 22:00, doctor: 1}}\n")))


def test_equal_times_are_a_whole_day(load: Loaded) -> None:
    load(roster("all: {days: mon-sun, from: 00:00, to: 00:00, nurse: 1, doctor: 1}"))
    load(roster("all: {days: mon-sun, from: 00:00, to: 24:00, nurse: 1, doctor: 1}"))
    load(roster("all: {days: mon-sun, from: 07:00, to: 07:00, nurse: 1, doctor: 1}"))


def test_an_unknown_role(told: Told) -> None:
    text = changed(WARD, ("doctor: 1}", "docter: 1}"))
    assert told(text) == ["ward.yaml:24: staff.roster.day.docter: is not one of staff.roles; did you mean doctor?"]


def test_a_row_without_a_role(told: Told) -> None:
    text = changed(WARD, (NIGHT, f"{NIGHT}    idle: {{days: mon, from: 01:00, to: 02:00}}\n"))
    assert told(text) == ["ward.yaml:26: staff.roster.idle: names no role; a headcount such as nurse: 2 is accepted"]


@pytest.mark.parametrize("name", ["days", "from", "staff", "note"])
def test_a_role_with_a_name_that_means_something_else(told: Told, name: str) -> None:
    assert told(changed(WARD, ("    doctor: {}", f"    doctor: {{}}\n    {name}: {{}}"))) == [
        f"ward.yaml:23: staff.roles.{name}: is not accepted as the name of a role; "
        "it has another meaning in a roster row"
    ]


def test_a_task_of_an_unknown_role(told: Told) -> None:
    assert told(changed(WARD, ("roles: [nurse]", "roles: [nurse, docter]"))) == [
        "ward.yaml:28: tasks.check.roles.1: is 'docter', not one of staff.roles; did you mean doctor?"
    ]


def test_a_task_that_nobody_could_ever_do(told: Told) -> None:
    text = changed(WARD, ("roles: [nurse]", "roles: [doctor]"), ("doctor: 1", "doctor: 0"))
    assert told(text) == [
        "ward.yaml:28: tasks.check.roles: the roster never has anybody on shift who may do it (doctor)"
    ]


def test_a_task_without_staff(told: Told) -> None:
    text = changed(WARD, ("  ratio: {role: nurse, patients: 6}\n", ""))
    text = text[: text.index("staff:")] + text[text.index("tasks:") :]
    (sentence,) = told(text)
    assert sentence.endswith("tasks.check: needs people to do it; the scenario has no staff")


def test_the_ratio_rule_counts_a_role_that_exists(told: Told) -> None:
    text = changed(WARD, ("role: nurse, patients", "role: nurses, patients"))
    assert told(text) == ["ward.yaml:17: unit.ratio.role: is 'nurses', not one of staff.roles; did you mean nurse?"]


def test_a_slip_in_a_new_row_is_answered_although_the_row_is_refused(told: Told) -> None:
    row = "staff: {roster: {extra: {dayz: mon-fri, from: 07:00, to: 15:00, nurze: 1}}}\n"
    assert [fault.partition(" is ")[::2] for fault in told(CHILD + row, base=WARD)] == [
        ("ward.yaml:3: staff.roster.extra.dayz:", "not known here; did you mean staff.roster.extra.days?"),
        ("ward.yaml:3: staff.roster.extra.nurze:", "not known here; did you mean staff.roster.extra.nurse?"),
    ]


def test_a_slip_in_the_name_of_a_row_that_the_file_extends(told: Told) -> None:
    (first, *_) = told(CHILD + "staff: {roster: {niht: {nurse: 1}}}\n", base=WARD)
    assert (
        first == "ward.yaml:3: staff.roster.niht.days: is missing; it is needed here; or is staff.roster.night meant?"
    )
