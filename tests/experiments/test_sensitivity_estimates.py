"""Which numbers of a scenario are varied, how far, and what moves with them."""

from pathlib import Path
from typing import Any

import pytest

from sim.errors import ScenarioError
from sim.experiments.sensitivity.estimates import estimates
from sim.experiments.sensitivity.quantities import centre, plain, recentred, written
from sim.experiments.sensitivity.ranges import A_QUARTER, PUBLISHED
from sim.experiments.sensitivity.variants import Varied, varied
from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.evidence import rows
from tests.experiments import ward

pytestmark = pytest.mark.unit

WARD = """\
schema_version: 1
name: 7 days
run: {length: 2 weeks, warm_up: 0 h, replications: 2, seed: 1}
demand:
  per_day: {value: 4, assumed: "Seen on the ward."}
  sources:
    self: {label: Self, share_pct: 60}
    doctor: {share_pct: 30}
    court: {share_pct: 9.6}
  priority_classes: {urgent: {share_pct: 25}, others: {share_pct: 75}}
  profile:
    - {days: mon-sun, from: 00:00, to: 12:00, weight: 1}
    - {days: mon-sun, from: 12:00, to: 24:00, weight: 3}
  screening: {lost_pct: 90, diverted_pct: 10}
  list_limit: 2
unit:
  beds: 8
  turnover: {lognormal: {mean: 1 h, sd: 30 min}}
  admission_hours: [{days: mon-fri, from: 08:00, to: 21:00}]
staff:
  shift_end: finish
  roles: {clerk: {}}
  roster: {all_day: {days: mon-sun, from: 00:00, to: 24:00, clerk: 3}}
tasks:
  screening: {roles: [clerk], takes: 20 min, priority: 1, on_time_within: 0 min}
protocols:
  stay: {kind: fixed stay, share_pct: 99, stay: {empirical: [1 day, 3 days]}}
  none: {kind: fixed stay, share_pct: 1, stay: 1 day 12 h}
"""


NORMAL_AROUND_30 = {"centre": 30, "width": 7.5, "low": 4, "high": 45}
"""The ends are those of the scale, which stays."""


def lognormal(mean: str, sd: str) -> dict[str, dict[str, str]]:
    return {"lognormal": {"mean": mean, "sd": sd}}


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedScenario:
    return ward.plain(tmp_path, text=WARD)


def moved(loaded: LoadedScenario, path: str) -> Varied:
    (estimate,) = estimates(loaded, path)
    return varied(loaded.resolved, estimate)


def ends(loaded: LoadedScenario, path: str) -> tuple[Any, Any]:
    each = moved(loaded, path)
    return each.low.value, each.high.value


def test_estimates_are_the_numbers_that_nobody_decides(loaded: LoadedScenario) -> None:
    assert [each.path for each in estimates(loaded)] == [
        "demand.per_day",
        "demand.sources.self.share_pct",
        "demand.sources.doctor.share_pct",
        "demand.sources.court.share_pct",
        "demand.priority_classes.urgent.share_pct",
        "demand.priority_classes.others.share_pct",
        "demand.profile.0.weight",
        "demand.profile.1.weight",
        "demand.screening.lost_pct",
        "demand.screening.diverted_pct",
        "demand.list_limit",
        "unit.turnover",
        "tasks.screening.takes",
        "tasks.screening.priority",
        "tasks.screening.on_time_within",
        "protocols.stay.share_pct",
        "protocols.stay.stay",
        "protocols.none.share_pct",
        "protocols.none.stay",
    ]


def test_they_have_plain_names_and_grounds(loaded: LoadedScenario) -> None:
    found = {each.path: each for each in estimates(loaded)}
    assert found["demand.sources.self.share_pct"].name == "Self: share of referrals (%)"
    assert found["demand.sources.court.share_pct"].name == "Court: share of referrals (%)"
    assert found["demand.profile.1.weight"].name == "Referrals in part 2 of the week"
    grounds = found["demand.per_day"].grounds
    assert grounds is not None
    assert (grounds.kind, grounds.text) == ("assumed", "Seen on the ward.")
    assert found["unit.turnover"].grounds is None


def test_a_pattern_chooses_and_one_that_fits_nothing_is_refused(loaded: LoadedScenario) -> None:
    assert [each.path for each in estimates(loaded, "demand.pro*")] == [
        "demand.profile.0.weight",
        "demand.profile.1.weight",
    ]
    with pytest.raises(ScenarioError, match=r"'demand\.per_dya'; did you mean demand\.per_day\?"):
        estimates(loaded, "demand.per_dya")


@pytest.mark.parametrize(
    ("path", "low", "high"),
    [
        ("demand.per_day", 3, 5),
        ("demand.list_limit", 1, 3),
        ("tasks.screening.takes", "15 min", "25 min"),
        ("protocols.none.stay", "1620 min", "2700 min"),
        ("unit.turnover", lognormal("45 min", "22.5 min"), lognormal("75 min", "37.5 min")),
        ("protocols.stay.stay", {"empirical": ["1080 min", "3240 min"]}, {"empirical": ["1800 min", "5400 min"]}),
    ],
)
def test_without_a_published_interval_a_quarter_less_and_more(
    loaded: LoadedScenario, path: str, low: object, high: object
) -> None:
    assert ends(loaded, path) == (low, high)
    assert moved(loaded, path).taken_from == A_QUARTER


def test_values_stop_at_what_the_types_accept(loaded: LoadedScenario) -> None:
    each = moved(loaded, "tasks.screening.priority")
    assert (each.low.value, each.high.value) == (1, 2)
    assert (each.low.scenario, each.low.refused) == (None, "")
    assert ends(loaded, "protocols.stay.share_pct")[1] == 100


def test_the_published_interval_of_the_figure_itself(tmp_path: Path) -> None:
    (row,) = rows("demand_referral_self_or_individual")
    source = "source: demand_referral_self_or_individual"
    own = ward.plain(tmp_path, text=ward.PLAIN.replace("per_day: 2", f"per_day: {{value: {row.value}, {source}}}"))
    each = moved(own, "demand.per_day")
    assert (each.taken_from, each.low.value, each.high.value) == (PUBLISHED, row.low, row.high)
    read = ward.plain(tmp_path, text=ward.PLAIN.replace("per_day: 2", f"per_day: {{value: 2, {source}}}"))
    assert moved(read, "demand.per_day").taken_from == A_QUARTER


@pytest.mark.parametrize("written_as", ["{exponential: {mean: 60 min}}", "1 h"])
def test_a_published_time_is_met_in_its_own_unit(tmp_path: Path, written_as: str) -> None:
    (row,) = rows("recalled_nurse_admission_time")
    assert (row.value, row.unit.split()[0]) == (60, "minutes")
    said = f"{{value: {written_as}, source: {row.parameter}}}"
    each = moved(ward.plain(tmp_path, text=ward.PLAIN.replace("{exponential: {mean: 3 days}}", said)), "protocols.*")
    assert each.taken_from == PUBLISHED
    assert [centre(end.value) * 60 for end in (each.low, each.high)] == pytest.approx([row.low, row.high])


@pytest.mark.parametrize(
    ("path", "share_pct"),
    [("demand.sources.self.share_pct", 75), ("demand.priority_classes.urgent.share_pct", 31.25)],
)
def test_shares_of_a_whole_make_room(loaded: LoadedScenario, path: str, share_pct: float) -> None:
    each = moved(loaded, path)
    assert each.high.scenario is not None
    demand = each.high.scenario.demand
    sources = [source.share_pct or 0 for source in demand.sources.values()]
    classes = [group.share_pct or 0 for group in (demand.priority_classes or {}).values()]
    assert sum(sources) == pytest.approx(99.6)
    assert sum(classes) == pytest.approx(100)
    assert each.high.value == share_pct
    assert share_pct in sources + classes
    assert sources[1] / sources[2] == pytest.approx(30 / 9.6)


def test_percentages_beside_each_other_make_room_too(loaded: LoadedScenario) -> None:
    high = moved(loaded, "demand.screening.lost_pct").high
    assert high.scenario is not None
    screening = high.scenario.demand.screening
    assert screening is not None
    assert (screening.lost_pct, screening.diverted_pct) == (100, 0)


def test_what_cannot_be_varied_has_a_reason(loaded: LoadedScenario) -> None:
    nothing = moved(loaded, "tasks.screening.on_time_within")
    assert "is 0" in nothing.low.refused
    assert nothing.low.refused == nothing.high.refused
    rare = moved(loaded, "protocols.stay.share_pct")
    assert "nobody has it" in rare.high.refused


def test_a_refusal_is_in_the_words_of_check(tmp_path: Path) -> None:
    text = ward.PLAIN.replace("per_day: 2", "per_day: 9000")
    each = moved(ward.plain(tmp_path, text=text), "demand.per_day")
    assert each.high.value == 10_000
    only_one = ward.PLAIN.replace("sources: {all", "priority_classes: {one: {share_pct: 100}}, sources: {all")
    each = moved(ward.plain(tmp_path, text=only_one), "demand.priority_classes.one.share_pct")
    assert each.low.refused == "demand.priority_classes the shares add up to 75; 100 is accepted"


@pytest.mark.parametrize(("value", "target", "expected"), [(0.3, 0.375, 0.375), ("2 h", 2.5, "150 min")])
def test_a_number_is_written_again(value: Any, target: float, expected: object) -> None:
    assert recentred(value, target) == expected


@pytest.mark.parametrize(
    ("family", "words", "target", "expected"),
    [
        ("triangular", {"low": 1, "mode": 2, "high": 3}, 4, {"low": 2, "mode": 4, "high": 6}),
        ("uniform", {"low": 2, "high": 4}, 6, {"low": 4, "high": 8}),
        ("weibull", {"mean": "2 h", "shape": 1.5}, 1, {"mean": "60 min", "shape": 1.5}),
        ("normal", {"centre": 24, "width": 6, "low": 4, "high": 45}, 30, NORMAL_AROUND_30),
        ("empirical", [2, 4], 6, [4, 8]),
    ],
)
def test_a_spread_is_scaled_as_one(family: str, words: Any, target: float, expected: object) -> None:
    assert recentred({family: words}, target) == {family: expected}
    assert centre({family: expected}) == target


def test_a_list_is_scaled_as_one() -> None:
    assert recentred([8, 8, 4], 5) == [6, 6, 3]


def test_numbers_are_written_as_scenario_files_have_them(tmp_path: Path) -> None:
    assert [plain(each) for each in (1e-7, 123456789012, 0.1 + 0.2, 100.0)] == [
        "0.0000001", "123456789000", "0.3", "100",
    ]  # fmt: skip
    spread = lognormal("45.5 min", "5 min")
    again = ward.plain(tmp_path, f"protocols.stay.stay={written(spread)}")
    assert again.resolved["protocols"]["stay"]["stay"] == spread


def test_every_end_of_the_baseline_is_a_scenario_or_has_a_reason(scenarios: Path) -> None:
    baseline = load_scenario(scenarios / "baseline.yaml")
    for estimate in estimates(baseline):
        each = varied(baseline.resolved, estimate)
        for end in (each.low, each.high):
            assert (end.scenario is not None) + bool(end.refused) + (end.value == estimate.value) >= 1, estimate.path
            assert end.scenario != baseline.scenario
