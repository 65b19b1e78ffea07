"""A child over its parent: what is merged, what is replaced, what is taken away."""

import pytest

from sim.scenario.protocols import FixedStay
from sim.scenario.values.distributions import Constant, Gamma, Lognormal
from sim.scenario.values.ratios import Ratio
from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import CHILD, TAPER, WARD, changed

pytestmark = pytest.mark.unit

EXPONENTIAL = "exponential: {mean: 5 days}"


def with_stay(spread: str) -> str:
    return CHILD + f"protocols: {{plain: {{stay: {spread}}}}}\n"


def stay(load: Loaded, child: str, base: str = WARD) -> object:
    protocol = load(child, base=base).scenario.protocols["plain"]
    assert isinstance(protocol, FixedStay)
    return protocol.stay


def test_maps_are_merged_deeply_and_keep_their_order(load: Loaded) -> None:
    scenario = load(CHILD + "staff: {roster: {night: {nurse: 3}}}\n", base=WARD).scenario
    assert scenario.staff is not None
    assert {name: row.staff for name, row in scenario.staff.roster.items()} == {
        "day": {"nurse": 2, "doctor": 1},
        "night": {"nurse": 3},
    }
    assert (scenario.staff.roster["night"].from_h, scenario.staff.roster["night"].to_h) == (19.5, 7.5)


def test_lists_are_replaced(load: Loaded) -> None:
    scenario = load(CHILD + "tasks: {check: {roles: [doctor]}}\n", base=WARD).scenario
    assert scenario.tasks.check is not None
    assert scenario.tasks.check.roles == ("doctor",)


def test_another_family_replaces_the_spread(load: Loaded) -> None:
    assert stay(load, with_stay("{gamma: {mean: 4 days, sd: 2 days}}")) == Gamma(96.0, 48.0)


def test_the_same_family_is_merged(load: Loaded) -> None:
    base = changed(WARD, (EXPONENTIAL, "lognormal: {mean: 5 days, sd: 2 days}"))
    assert stay(load, with_stay("{lognormal: {mean: 4 days}}"), base) == Lognormal(96.0, 48.0)


def test_a_bare_length_replaces_a_family_and_a_family_a_bare_length(load: Loaded) -> None:
    assert stay(load, with_stay("3 days")) == Constant(72.0)
    base = changed(WARD, (EXPONENTIAL, "  empirical: [1 day, 2 days]"))
    assert stay(load, with_stay("{gamma: {mean: 4 days, sd: 2 days}}"), base) == Gamma(96.0, 48.0)


@pytest.mark.parametrize(
    ("said", "ratio"),
    [
        ("{leaves_early_pct: 30}", Ratio(30.0, "leaves_early_pct")),
        ("{odds_ratio: 1.2}", Ratio(1.2, "odds_ratio")),
        ("0.8", Ratio(0.8)),
    ],
)
def test_a_ratio_that_is_published_in_another_way_replaces_it(load: Loaded, said: str, ratio: Ratio) -> None:
    child = f"{CHILD}leaving: {{ratio_per_10_points: {said}, ratios: {{woman: {said}}}}}\n"
    leaving = load(child, base=GROWN).scenario.leaving
    assert leaving is not None
    assert leaving.ratio_per_10_points == leaving.ratios["woman"] == ratio
    assert leaving.ratios["young"] == Ratio(1.5, "odds_ratio")


def test_another_family_with_half_its_words_is_not_filled_from_the_old_one(told: Told) -> None:
    assert told(
        with_stay("{gamma: {mean: 4 days}}"), base=changed(WARD, (EXPONENTIAL, "lognormal: {mean: 5 h, sd: 2 h}"))
    ) == ["ward.yaml:3: protocols.plain.stay.gamma.sd: is missing; 'gamma' takes mean, sd"]


def test_entries_that_only_look_like_families_are_merged(load: Loaded) -> None:
    base = changed(WARD, ("unit:\n", "  priority_classes: {normal: {share_pct: 50}}\nunit:\n"))
    child = CHILD + "demand: {priority_classes: {uniform: {share_pct: 50}}}\n"
    classes = load(child, base=base).scenario.demand.priority_classes
    assert classes is not None
    assert list(classes) == ["normal", "uniform"]


def test_another_kind_replaces_the_map(load: Loaded) -> None:
    child = CHILD + "protocols: {taper: {kind: fixed stay, stay: 5 days}}\n"
    protocol = load(child, base=TAPER).scenario.protocols["taper"]
    assert isinstance(protocol, FixedStay)
    assert protocol.stay == Constant(120.0)


def test_the_same_kind_said_again_is_merged(load: Loaded) -> None:
    child = CHILD + "protocols: {taper: {kind: buprenorphine taper, efficacy: 0.5}}\n"
    protocol = load(child, base=TAPER).scenario.protocols["taper"]
    assert protocol.kind == "buprenorphine taper"
    assert (protocol.efficacy, protocol.mg_by_day) == (0.5, (8.0, 6.0, 4.0))


@pytest.mark.parametrize("null", ["null", "~", "Null"])
def test_null_takes_away_an_optional_part(load: Loaded, null: str) -> None:
    loaded = load(CHILD + f"unit: {{ratio: {null}}}\n", base=WARD)
    assert loaded.scenario.unit.ratio is None
    assert "ratio" not in loaded.resolved["unit"]


def test_null_takes_away_an_entry(load: Loaded) -> None:
    child = CHILD + "demand: {sources: {court: null, street: {share_pct: 10}}}\n"
    assert list(load(child, base=WARD).scenario.demand.sources) == ["self", "street"]


def test_what_was_taken_away_can_be_said_anew(load: Loaded) -> None:
    child = CHILD + "unit: {ratio: {role: nurse, patients: 8}}\n"
    scenario = load(child, base=changed(WARD, ("ratio: {role: nurse, patients: 6}", "ratio: null"))).scenario
    assert scenario.unit.ratio is not None


def test_what_is_needed_cannot_be_taken_away(told: Told) -> None:
    assert told(CHILD + "unit:\n  beds: null\n", base=WARD) == ["ward.yaml:4: unit.beds: is missing; it is needed here"]


def test_one_way_of_referral_for_another(load: Loaded, told: Told) -> None:
    child = CHILD + "demand: {sources: {court: {listed: [3 h, 1 h]}}}\n"
    assert told(child, base=WARD) == [
        "ward.yaml:3: demand.sources.court: says share_pct and listed; "
        "exactly one of share_pct, scheduled, listed is accepted (null takes one away)"
    ]
    child = CHILD + "demand: {sources: {court: {listed: [3 h, 1 h], share_pct: null}}}\n"
    assert load(child, base=WARD).scenario.demand.sources["court"].listed == (3.0, 1.0)
