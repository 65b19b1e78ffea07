"""There is a protocol, a destination and a bed for everybody, and somebody for each of them."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import TAPER, changed, line_of

pytestmark = pytest.mark.unit

PROTOCOLS = "one without only_for and not_for, or one for these, is accepted"


def fixed(**rules: str) -> str:
    """TAPER with fixed stays instead of its protocol, each with these words, and traits to speak of."""
    stays = "".join(f"  {name}: {{kind: fixed stay, stay: 4 days{rule}}}\n" for name, rule in rules.items())
    text = TAPER[: TAPER.index("  taper:\n")] + stays + TAPER[TAPER.index("transition:") :]
    people = "people: {traits: {woman: {share_pct: 30}, pregnant: {share_pct: 0, where: {woman: 5}}}}\n"
    return changed(text, ("demand:\n", f"{people}demand:\n"))


@pytest.mark.parametrize(
    "rules",
    [
        {"some": ", only_for: [woman]", "all": ""},
        {"one": ", only_for: [woman]", "two": ", not_for: [woman]"},
        {"one": ", only_for: [heroin]", "two": ", only_for: [methadone]"},
        {"one": ", only_for: [self]", "two": ", only_for: [court], not_for: [heroin]", "three": ", only_for: [heroin]"},
        {"one": ", only_for: [woman]", "two": ", not_for: [woman, pregnant]"},
        {"one": ", only_for: [self]", "two": ", not_for: [self]", "rare": ", share_pct: 0.5, only_for: [pregnant]"},
    ],
)
def test_one_for_everybody(load: Loaded, rules: dict[str, str]) -> None:
    load(fixed(**rules))


@pytest.mark.parametrize(
    ("rules", "who"),
    [
        ({"one": ", only_for: [woman]", "two": ", only_for: [heroin]"}, "methadone, not woman"),
        ({"one": ", only_for: [heroin]", "two": ", not_for: [heroin, pregnant]"}, "methadone, pregnant"),
        ({"one": ", only_for: [woman]", "two": ", share_pct: 0.5, only_for: [self]"}, "court, not woman"),
    ],
)
def test_some_people_are_left_out(told: Told, rules: dict[str, str], who: str) -> None:
    text = fixed(**rules)
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'protocols:')}: protocols: leave some people out ({who}); {PROTOCOLS}"
    ]


def test_a_protocol_that_is_never_given_is_for_nobody(told: Told) -> None:
    text = fixed(one=", only_for: [woman]", two=", not_for: [woman], share_pct: 0")
    line = line_of(text, "  two:")
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'protocols:')}: protocols: leave some people out (not woman); {PROTOCOLS}",
        f"ward.yaml:{line}: protocols.two.share_pct: is 0, so nobody has it; more is accepted (null takes it away)",
    ]


def test_weights_that_are_all_0(told: Told) -> None:
    text = fixed(one=", only_for: [woman], share_pct: 0", two=", share_pct: 0")
    assert told(text)[0].endswith("protocols: have a share_pct of 0 throughout; at least one above 0 is accepted")


def test_a_protocol_that_only_the_census_has(load: Loaded) -> None:
    text = fixed(all="", old=", share_pct: 0") + "census: {in_bed: [{protocol: old, stay_so_far: 1 day}]}\n"
    load(changed(text, ("  warm_up: 1 week", "  warm_up: 0 h")))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (fixed(all="", none=", only_for: [pregnant], not_for: [woman]"), "protocols.none"),
        (changed(fixed(all="", rare=", only_for: [heroin]"), ("share_pct: 70", "share_pct: 0"),
                 ("share_pct: 30, acting: long", "share_pct: 100, acting: long")), "protocols.rare"),
        (changed(GROWN, ("beds: 2, only_for: [woman]", "beds: 2, only_for: [men]"),
                 ("    woman: {share_pct: 30}", "    woman: {share_pct: 30}\n    men: {share_pct: 0}")),
         "unit.bed_groups.women"),
        (changed(GROWN, ("stay: 14 days, only_for: [woman]", "stay: 14 days, only_for: [pregnant], not_for: [woman]")),
         "transition.destinations.house"),
        (changed(GROWN, ("      not_for: [methadone]", "      only_for: [pregnant]\n      not_for: [woman]")),
         "complications.kinds.precipitated"),
    ],
)  # fmt: skip
def test_one_for_nobody(told: Told, text: str, path: str) -> None:
    (sentence,) = told(text)
    assert sentence.endswith(f"{path}: is for nobody: no person fits its only_for and not_for (null takes it away)")


def test_a_protocol_may_be_what_a_destination_turns_on(load: Loaded, told: Told) -> None:
    home = "home: {kind: none, wish_pct: 10}"
    clinic = "slots_per_day: 2, medication: true}"
    rest = [f"not_for: [{name}]" for name in ("methadone", "taper")]
    text = changed(GROWN, (home, home.replace("}", f", {rest[0]}}}")), (clinic, clinic.replace("}", f", {rest[1]}}}")))
    load(text)
    stuck = changed(text, ("not_for: [taper]", "only_for: [taper]"))
    (sentence,) = told(stuck)
    assert "transition.destinations: leave some people out (not woman, methadone); one with a wish_pct" in sentence


SHARED = "{urgent: {share_pct: 10}, other: {share_pct: 90}}"
DESCRIBED = "{urgent: {all_of: [heroin, woman]}, other: {}}"


@pytest.mark.parametrize(
    ("classes", "rules", "who"),
    [
        (SHARED, {"one": ", only_for: [urgent]", "two": ", only_for: [other]"}, ""),
        (SHARED, {"one": ", only_for: [urgent, woman]", "two": ", only_for: [self]"}, "court, not woman, other"),
        (DESCRIBED, {"one": ", only_for: [heroin]", "two": ", not_for: [urgent]"}, ""),
        (DESCRIBED, {"one": ", only_for: [methadone]", "two": ", only_for: [urgent]"}, "heroin, other"),
    ],
)
def test_classes_that_protocols_turn_on(
    told: Told, load: Loaded, classes: str, rules: dict[str, str], who: str
) -> None:
    text = changed(fixed(**rules), ("  per_day: 2\n", f"  per_day: 2\n  priority_classes: {classes}\n"))
    if who:
        assert f"leave some people out ({who})" in told(text)[0]
    else:
        load(text)


def test_the_class_that_a_source_gives(load: Loaded, told: Told) -> None:
    text = changed(
        fixed(one=", only_for: [urgent]", two=", only_for: [self], not_for: [urgent]"),
        ("  per_day: 2\n", f"  per_day: 2\n  priority_classes: {SHARED}\n"),
        ("share_pct: 40", "share_pct: 40\n      priority: urgent"),
    )
    load(text)
    assert "leave some people out (court, other)" in told(changed(text, ("priority: urgent", "priority: other")))[0]


def test_bed_groups_for_everybody(told: Told) -> None:
    text = changed(GROWN, ("shared: {beds: 8,", "shared: {beds: 8, only_for: [heroin],"))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'bed_groups:')}: unit.bed_groups: leave some people out (prescription, not woman); "
        "one without only_for, or one for these, is accepted"
    ]


def test_ages_that_cover_everybody(load: Loaded, told: Told) -> None:
    ages = "people: {age_years: 30, traits: {young: {ages: {to: 25}}, old: {ages: {from: 25}}}}\n"
    text = fixed(one=", only_for: [young]", two=", only_for: [old]")
    text = text[: text.index("people:")] + ages + text[text.index("demand:") :]
    load(text)
    assert "(not young, not old)" in told(changed(text, ("from: 25", "from: 26")))[0]


def test_more_words_than_can_be_followed(told: Told, load: Loaded) -> None:
    names = [f"t{number}" for number in range(16)]
    traits = "people: {traits: {" + ", ".join(f"{name}: {{share_pct: 50}}" for name in names) + "}}\n"
    text = fixed(one=f", only_for: [{', '.join(names)}]", two=f", not_for: [{', '.join(names)}]")
    text = text[: text.index("people:")] + traits + text[text.index("demand:") :]
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'protocols:')}: protocols: say too much to see whether everybody has one of them; "
        "one without only_for and not_for is accepted"
    ]
    load(changed(text, (f", not_for: [{', '.join(names)}]", "")))
