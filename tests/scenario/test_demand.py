"""Sources, profile, classes and screening against each other."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.texts import WARD, changed, line_of

pytestmark = pytest.mark.unit

SELF = "      share_pct: 60\n"
SCREENING_TASK = "  screening: {roles: [nurse], takes: 20 min, priority: 5, on_time_within: 1 day}\nprotocols:"
SCREENING = "  screening: {diverted_pct: 10, lost_pct: 10}\nunit:"


def with_demand(line: str) -> str:
    return changed(WARD, ("unit:\n", f"  {line}\nunit:\n"))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("      label: Nobody\n", "none of them"),
        ("      share_pct: 60\n      listed: [1 h]\n", "share_pct and listed"),
        ("      scheduled: {every: 6 h}\n      listed: [1 h]\n", "scheduled and listed"),
    ],
)
def test_exactly_one_way_of_referral(told: Told, lines: str, said: str) -> None:
    assert told(changed(WARD, (SELF, lines))) == [
        f"ward.yaml:11: demand.sources.self: says {said}; "
        "exactly one of share_pct, scheduled, listed is accepted (null takes one away)"
    ]


def test_shares_of_sources_need_not_add_up(load: Loaded) -> None:
    load(changed(WARD, ("share_pct: 60", "share_pct: 30")))


def test_shares_need_a_rate(told: Told, load: Loaded) -> None:
    assert told(changed(WARD, ("  per_day: 2\n", ""))) == [
        "ward.yaml:8: demand.per_day: is missing; sources with share_pct need it"
    ]
    scheduled = changed(
        WARD, ("  per_day: 2\n", ""), (SELF, "      listed: [3 h, 1 h]\n"), ("share_pct: 40", "scheduled: {every: 8 h}")
    )
    assert load(scheduled).scenario.demand.per_day is None


def test_all_shares_of_0(told: Told) -> None:
    text = changed(WARD, ("share_pct: 60", "share_pct: 0"), ("share_pct: 40", "share_pct: 0"))
    assert told(text) == ["ward.yaml:10: demand.sources: every share_pct is 0; at least one above 0 is accepted"]


def test_at_most_ten_sources(told: Told) -> None:
    more = "".join(f"    s{number}: {{share_pct: 1}}\n" for number in range(9))
    (sentence,) = told(changed(WARD, ("unit:\n", f"{more}unit:\n")))
    assert sentence.endswith("demand.sources: is a map; at most 10 entries are accepted")


@pytest.mark.parametrize(("share", "total"), [("40.02", "100.02"), ("39.98", "99.98"), ("0", "60")])
def test_shares_of_classes_add_up(told: Told, share: str, total: str) -> None:
    text = with_demand(f"priority_classes: {{first: {{share_pct: 60}}, second: {{share_pct: {share}}}}}")
    assert told(text) == [f"ward.yaml:15: demand.priority_classes: the shares add up to {total}; 100 is accepted"]


def test_shares_add_up_but_for_rounding(load: Loaded) -> None:
    thirds = "{a: {share_pct: 33.33}, b: {share_pct: 33.33}, c: {share_pct: 33.33}}"
    load(with_demand(f"priority_classes: {thirds}"))


def test_the_priority_of_a_source_is_one_of_the_classes(told: Told, load: Loaded) -> None:
    text = changed(WARD, (SELF, f"{SELF}      priority: urgnt\n"))
    assert told(text) == ["ward.yaml:13: demand.sources.self.priority: is 'urgnt', not one of demand.priority_classes"]
    classes = "  priority_classes: {urgent: {share_pct: 10}, other: {share_pct: 90}}\nunit:\n"
    assert told(changed(text, ("unit:\n", classes))) == [
        "ward.yaml:13: demand.sources.self.priority: is 'urgnt', "
        "not one of demand.priority_classes; did you mean urgent?"
    ]
    load(changed(text, ("unit:\n", classes), ("urgnt", "urgent")))


WEEK = "[{days: mon-fri, from: 08:00, to: 20:00, weight: 2}, {days: mon-fri, from: 20:00, to: 08:00, weight: 1}, %s]"


@pytest.mark.parametrize(
    ("rows", "path", "says"),
    [
        (WEEK % "{days: sat, from: 08:00, to: 08:00, weight: 1}", "demand.profile",
         "says nothing for Mon 00:00 to 08:00, Sun 08:00 to 24:00; its rows must cover the week"),
        (WEEK % "{days: sat-sun, from: 07:00, to: 08:00, weight: 1}", "demand.profile.2",
         "overlaps row 2 from Sat 07:00 to 08:00; each hour of the week is accepted once"),
        ("[{days: mon-sun, from: 00:00, to: 24:00, weight: 0}]", "demand.profile",
         "every weight is 0; at least one above 0 is accepted"),
        ("[]", "demand.profile", "is an empty list; at least 1 entry is accepted"),
    ],
)  # fmt: skip
def test_a_profile_covers_the_week_once(told: Told, rows: str, path: str, says: str) -> None:
    assert f"ward.yaml:15: {path}: {says}" in told(with_demand(f"profile: {rows}"))


def test_a_profile_of_a_source(load: Loaded, told: Told) -> None:
    profile = "      profile: [{days: mon-sun, from: 06:00, to: 06:00, weight: 1}]\n"
    load(changed(WARD, (SELF, SELF + profile)))
    assert told(changed(WARD, (SELF, "      listed: [1 h]\n" + profile))) == [
        "ward.yaml:13: demand.sources.self.profile: has no effect on scheduled or listed referrals; "
        "it is accepted beside share_pct"
    ]
    (sentence,) = told(changed(WARD, (SELF, SELF + profile.replace("06:00, to: 06:00", "06:00, to: 05:00"))))
    assert "demand.sources.self.profile: says nothing for Mon 05:00 to 06:00" in sentence


def test_screening_is_a_finding_and_a_task(load: Loaded, told: Told) -> None:
    finding, task = changed(WARD, ("unit:", SCREENING)), changed(WARD, ("protocols:", SCREENING_TASK))
    load(changed(finding, ("protocols:", SCREENING_TASK)))
    assert told(finding) == ["ward.yaml:27: tasks.screening: is missing; demand.screening needs it"]
    assert told(task) == [
        f"ward.yaml:{line_of(task, 'screening:')}: tasks.screening: has no effect, because demand.screening is missing "
        "(null takes it away)"
    ]


def test_screening_cannot_turn_away_more_than_everybody(told: Told) -> None:
    text = changed(WARD, ("unit:", SCREENING), ("protocols:", SCREENING_TASK), ("lost_pct: 10", "lost_pct: 91"))
    assert told(text) == ["ward.yaml:15: demand.screening: diverted_pct and lost_pct add up to more than 100"]


def test_a_no_show_needs_no_travel(load: Loaded) -> None:
    load(with_demand("no_show: {at_once_pct: 10, per_day_pct: 5}"))


@pytest.mark.parametrize("window", ["{days: mon-fri, from: 09:00, to: 17:00}", "{days: mon, from: 22:00, to: 06:00}"])
def test_windows_of_admission(load: Loaded, window: str) -> None:
    loaded = load(changed(WARD, ("  beds: 10", f"  beds: 10\n  admission_hours: [{window}]")))
    assert loaded.scenario.unit.admission_hours is not None


def test_a_unit_that_never_opens(told: Told) -> None:
    assert told(changed(WARD, ("  beds: 10", "  beds: 10\n  admission_hours: []"))) == [
        "ward.yaml:17: unit.admission_hours: is an empty list; at least 1 entry is accepted"
    ]
