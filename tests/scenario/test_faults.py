"""What the types refuse, in sentences: place, path, value, what is accepted, and did you mean."""

import re

import pytest

from tests.scenario.conftest import Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import TAPER, WARD, changed, line_of

pytestmark = pytest.mark.unit

KINDS = (
    "fixed stay, buprenorphine taper, buprenorphine continued, methadone taper, alpha-2 agonist, naltrexone or "
    "symptomatic"
)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("  beds: 10", "  bedz: 10", "unit.bedz: is not known here; did you mean unit.beds?"),
        ("  beds: 10", "  beds: 10\n  turnovr: 2 h", "unit.turnovr: is not known here; did you mean unit.turnover?"),
        ("  seed: 1", "  sources: 1\n  seed: 1", "run.sources: is not known here; did you mean demand.sources?"),
        ("schema_version: 1\n", "schema_version: 1\nunti: 4\n", "unti: is not known here; did you mean unit?"),
        ("  per_day: 2\n", "  per_day: 2\n  zzz: 3\n",
         "demand.zzz: is not known here; known here: per_day, factor, sources, profile, priority_classes, screening, "
         "patience, list_limit, no_show, travel, harm_while_waiting"),
        ("    priority: 4", "    prioritty: 4",
         "tasks.check.prioritty: is not known here; did you mean tasks.check.priority?"),
        ("from: 07:30", "form: 07:30", "staff.roster.day.form: is not known here; did you mean staff.roster.day.from?"),
        ("  length: 10 weeks", "  length: 10",
         "run.length: is 10; a length of time needs its unit, for example '10 h'"),
        ("  length: 10 weeks", "  length: 0 h", "run.length: is '0 h'; a value above 0 h is accepted"),
        ("  length: 10 weeks", "  length: 9000 weeks",
         "run.length: is '9000 weeks'; a value of at most 5200 weeks is accepted"),
        ("  length: 10 weeks", "  length_h: 10 weeks", "run.length_h: is not known here; did you mean run.length?"),
        ("  replications: 2", "  replications: 2.5",
         "run.replications: is 2.5; a whole number in plain digits is accepted"),
        ("  replications: 2", "  replications: many",
         "run.replications: is 'many'; a whole number in plain digits is accepted"),
        ("  replications: 2", "  replications: 0", "run.replications: is 0; a value of at least 1 is accepted"),
        ("  seed: 1", "  seed: 1\n  start_date: 4 January",
         "run.start_date: is '4 January'; a date is accepted as year-month-day, for example 2027-01-04"),
        ("      share_pct: 60", "      share_pct: 160",
         "demand.sources.self.share_pct: is 160; a value of at most 100 is accepted"),
        ("    self:", "    my self:",
         "demand.sources.my self: is not accepted as a name; letters, digits, '_' and '-' are, a letter first"),
        ("name: Small ward", "name: ''", "name: is ''; text of at least 1 character is accepted"),
        ("name: Small ward", f"name: {'x' * 300}",
         f"name: is '{'x' * 39}…'; text of at most 200 characters is accepted"),
        ("schema_version: 1", "schema_version: 2",
         "schema_version: is 2; 1 is accepted, the version that this program reads"),
        ("schema_version: 1", "schema_version: true",
         "schema_version: is true; 1 is accepted, the version that this program reads"),
        ("  ratio: {role: nurse, patients: 6}", "  ratio: 6",
         "unit.ratio: is 6; a map of names to values is accepted"),
        ("  beds: 10", "  beds: 0", "unit.beds: is 0; a whole number from 1 to 10000, or unlimited, is accepted"),
        ("  beds: 10", "  beds: {a: 1}",
         "unit.beds: is a map; a whole number from 1 to 10000, or unlimited, is accepted"),
        ("nurse: 2", "nurse: two",
         "staff.roster.day.nurse: is 'two'; a whole number from 0 to 10000, or unlimited, is accepted"),
        ("days: mon-sun, from: 07:30", "days: all week, from: 07:30",
         "staff.roster.day.days: is 'all week'; days are accepted as 'mon-fri' or 'mon, wed, sat-sun'"),
        ("  shift_end: finish", "  shift_end: finsh",
         "staff.shift_end: is 'finsh'; finish, stop or handover is accepted; did you mean finish?"),
        ("    roles: [nurse]", "    roles: nurse",
         "tasks.check.roles: is 'nurse'; a list is accepted, for example [a, b]"),
        ("    roles: [nurse]", "    roles: []", "tasks.check.roles: is an empty list; at least 1 entry is accepted"),
        ("    kind: fixed stay", "    kind: fixed sty",
         f"protocols.plain.kind: is 'fixed sty'; {KINDS} is accepted; did you mean fixed stay?"),
        ("      exponential: {mean: 5 days}", "      exponential: {mean: 5}",
         "protocols.plain.stay.exponential.mean: is 5; a length of time needs its unit, for example '5 h'"),
        ("      exponential: {mean: 5 days}", "      exponental: {mean: 5 days}",
         "protocols.plain.stay.exponental: is no family of distributions; did you mean exponential?"),
    ],
)  # fmt: skip
def test_one_slip_one_sentence(told: Told, old: str, new: str, sentence: str) -> None:
    text = changed(WARD, (old, new))
    line = (
        WARD[: WARD.index(old)].count("\n")
        + 1
        + ("\n" in new and not new.startswith("  sources") and new.index("\n") > 0)
    )
    assert told(text) == [f"ward.yaml:{line}: {sentence}"]


def test_a_missing_kind_has_the_line_of_its_map(told: Told) -> None:
    text = changed(WARD, ("    kind: fixed stay\n", ""))
    line = line_of(text, "  plain:")
    assert told(text) == [f"ward.yaml:{line}: protocols.plain.kind: is missing; {KINDS} is accepted"]


def test_missing_sections_have_the_line_of_the_file(told: Told) -> None:
    assert told("name: Nothing\n") == [
        f"ward.yaml:1: {name}: is missing; it is needed here"
        for name in ("demand", "protocols", "run", "schema_version", "unit")
    ]


def test_a_missing_value_has_the_line_of_its_surroundings(told: Told) -> None:
    text = changed(WARD, ("    priority: 4\n", ""))
    assert told(text) == [f"ward.yaml:{line_of(text, '  check:')}: tasks.check.priority: is missing; it is needed here"]


def test_all_faults_come_at_once_in_the_order_of_their_lines(told: Told) -> None:
    text = changed(
        WARD,
        ("exponential: {mean: 5 days}", "gamma: {mean: 5, sd: two}"),
        ("per_day: 2", "per_dya: 2"),
        ("beds: 10", "beds: ten"),
        ("role: nurse, patients", "role: nruse, patients"),
        ("nurse: 2", "nruse: 2"),
    )
    assert [sentence.split(": ")[:2] for sentence in told(text)] == [
        ["ward.yaml:9", "demand.per_dya"],
        ["ward.yaml:16", "unit.beds"],
        ["ward.yaml:24", "staff.roster.day.nruse"],
        ["ward.yaml:25", "staff.roster.night.to"],
        ["ward.yaml:36", "protocols.plain.stay.gamma.mean"],
        ["ward.yaml:36", "protocols.plain.stay.gamma.sd"],
    ]


def test_a_slip_in_one_section_hides_no_cross_fault_of_others(told: Told) -> None:
    text = changed(WARD, ("seed: 1", "seed: one"), ("share_pct: 60", "share_pct: 60\n      listed: [1 h]"))
    assert [sentence.split(": ")[1] for sentence in told(text)] == ["run.seed", "demand.sources.self"]


def test_the_line_is_that_of_the_innermost_value(told: Told) -> None:
    text = changed(
        WARD,
        (
            "takes: {lognormal: {mean: 10 min, sd: 4 min}}",
            "takes:\n      lognormal:\n        mean: 10 min\n        sd: 4",
        ),
    )
    (sentence,) = told(text)
    assert sentence.startswith(f"ward.yaml:{line_of(text, '        sd: 4')}: tasks.check.takes.lognormal.sd: is 4; ")


def test_within_a_list(told: Told) -> None:
    text = changed(TAPER, ("mg_by_day: [8, 6, 4]", "mg_by_day:\n      - 8\n      - six\n      - -4"))
    line = line_of(text, "- 8")
    assert told(text) == [
        f"ward.yaml:{line + 1}: protocols.taper.mg_by_day.1: is 'six'; "
        "a number in plain digits, without quotes, is accepted",
        f"ward.yaml:{line + 2}: protocols.taper.mg_by_day.2: is -4; a value of at least 0 is accepted",
    ]


@pytest.mark.parametrize("path", ["unit.beds", "name", "demand.per_day", "demand.travel", "protocols.plain.kind"])
@pytest.mark.parametrize(
    "value", ["'" + "y" * 3000 + "'", "[" + "y, " * 300 + "]", "9" * 3000, "{" + "y" * 120 + ": 1}"]
)
def test_a_long_value_is_never_repeated_whole(told: Told, path: str, value: str) -> None:
    for sentence in told(WARD, f"{path}={value}"):
        assert len(sentence) < 420
        assert "y" * 45 not in sentence
        assert "9" * 45 not in sentence


WORDS_OF_THE_LIBRARY = re.compile(
    r"pydantic|https?:|type=|Input should|Field required|None\b|NoneType|\bdict\b|\btuple\b|Traceback|YAMLError"
)


def test_no_jargon(told: Told) -> None:
    for garbage in ("5", "text", "[1, 2]", "{a: {b: [c]}}", "true", "-1", "''"):
        for path in FIRST_NAMES:
            for changed_path in (path.partition(".")[0], path):
                try:
                    sentences = told(GROWN, f"{changed_path}={garbage}")
                except pytest.fail.Exception:
                    continue
                assert not [sentence for sentence in sentences if WORDS_OF_THE_LIBRARY.search(sentence)]
                assert not [sentence for sentence in sentences if "something else" in sentence]


FIRST_NAMES = (
    "run.length",
    "people.traits",
    "demand.sources",
    "unit.bed_groups",
    "staff.roster",
    "tasks.constant_observation.passes_on",
    "withdrawal.opioids",
    "protocols.naltrexone.injection.rapid.from_day",
    "counselling.groups",
    "leaving.reference_pct",
    "leaving.ratios.young",
    "complications.kinds",
    "transition.destinations",
    "afterwards.return_to_use",
    "money.wage_an_hour",
    "census.in_bed",
)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("leaving.reference_pct=100", "is 100; a value below 100 is accepted"),
        ("transition.destinations.clinic.medication='yes'", "is 'yes'; true or false is accepted"),
        ("leaving.ratios.woman=-1", "is -1; a hazard ratio above 0, {odds_ratio: 0.73} or {leaves_early_pct: 20.3} "
         "is accepted"),
        ("people.traits.woman.peak_ratio=0", "is 0; a value above 0 is accepted"),
        ("protocols.lofexidine.kind=alpha 2 agonist", f"is 'alpha 2 agonist'; {KINDS} is accepted; "
         "did you mean alpha-2 agonist?"),
    ],
)  # fmt: skip
def test_one_slip_in_the_grown_parts(told: Told, change: str, says: str) -> None:
    (sentence,) = told(GROWN, change)
    assert sentence.endswith(f": {change.partition('=')[0]}: {says}")


def test_a_name_that_is_wrong_elsewhere_too_is_no_hint(told: Told) -> None:
    text = changed(
        GROWN, ("women: {beds: 2,", "women: {zzz: 1, beds: 2,"), ("shared: {beds: 8,", "shared: {zzz: 1, beds: 8,")
    )
    assert not [sentence for sentence in told(text) if "did you mean" in sentence]
