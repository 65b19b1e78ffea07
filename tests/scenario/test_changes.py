"""`--set path=value`: one more child, said on the command line."""

import pytest

from sim.scenario.protocols import FixedStay
from sim.scenario.values.distributions import Gamma
from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import TAPER, WARD, changed

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("change", "resolved"),
    [
        ("unit.beds=26", 26),
        ("unit.beds=unlimited", "unlimited"),
        (" unit.beds = 26 ", 26),
        ("run.length=20 weeks", "20 weeks"),
        ("run.start_date=2027-01-05", "2027-01-05"),
        ("staff.roster.night.nurse=2", 2),
        ("staff.roster.night.doctor=1", 1),
        ("tasks.check.roles=[doctor, nurse]", ["doctor", "nurse"]),
        ("protocols.plain.stay={gamma: {mean: 4 days, sd: 1 day}}", {"gamma": {"mean": "4 days", "sd": "1 day"}}),
        ("protocols.plain.stay.exponential.mean=4 days", "4 days"),
        ("demand.factor=1.2", 1.2),
        ("demand.travel=2 h", "2 h"),
        ("name=Ward: the other", "Ward: the other"),
    ],
)
def test_a_value_is_changed(load: Loaded, change: str, resolved: object) -> None:
    if change.startswith("name"):
        change = "name='Ward: the other'"
    said = load(WARD, change).resolved
    for step in change.split("=")[0].strip().split("."):
        said = said[step]
    assert said == resolved


def test_a_change_reaches_the_scenario(load: Loaded) -> None:
    scenario = load(WARD, "protocols.plain.stay={gamma: {mean: 4 days, sd: 1 day}}", "unit.ratio=null").scenario
    protocol = scenario.protocols["plain"]
    assert isinstance(protocol, FixedStay)
    assert protocol.stay == Gamma(96.0, 24.0)
    assert scenario.unit.ratio is None


def test_the_last_of_two_changes_holds(load: Loaded) -> None:
    assert load(WARD, "unit.beds=26", "unit.beds=28").scenario.unit.beds == 28


def test_a_change_repairs_a_file_that_is_not_valid(load: Loaded) -> None:
    assert load(changed(WARD, ("beds: 10", "beds: ten")), "unit.beds=10").scenario.unit.beds == 10


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("unit.bedz=26", "unit.bedz: is not known here; did you mean unit.beds?"),
        ("beds=26", "beds: is not known here; did you mean unit.beds?"),
        ("unti.beds=26", "unti: is not known here; did you mean unit?"),
        ("demand.sources.slef.share_pct=4",
         "demand.sources.slef: is not known here; did you mean demand.sources.self?"),
        ("staff.roster.evening.nurse=1", "staff.roster.evening: is not known here; known here: day, night"),
        ("staff.roster.night.nruse=1",
         "staff.roster.night.nruse: is not known here; did you mean staff.roster.night.nurse?"),
        ("protocols.plain.sty=4 h", "protocols.plain.sty: is not known here; did you mean protocols.plain.stay?"),
        ("unit..beds=4",
         "unit.: is not known here; known here: beds, bed_groups, turnover, admission_hours, discharge_hours, "
         "ratio"),
        ("extends=other", "extends: is not known here"),
        ("unit.beds", "a change is written path=value, for example unit.beds=26"),
        ("", "a change is written path=value, for example unit.beds=26"),
        ("unit.beds=", "unit.beds: is empty; something must be said here"),
        ("unit.beds=NO", "unit.beds: is 'NO'; a whole number from 1 to 10000, or unlimited, is accepted"),
        ("unit.beds=010", "unit.beds: is '010'; a whole number from 1 to 10000, or unlimited, is accepted"),
        ("unit.beds=[1", "unit.beds: a bracket or brace is not closed, or a comma is missing"),
        ("unit.beds=&a 1", "unit.beds: the anchor '&a' is not accepted; write each value out"),
        ("unit.ratio={role: a, role: b}",
         "unit.ratio: is said twice; it is said first at --set unit.ratio={role: a, role: b}"),
        ("run.length=4", "run.length: is 4; a length of time needs its unit, for example '4 h'"),
        ("tasks.check.roles.0=doctor", "tasks.check.roles: is a map; a list is accepted, for example [a, b]"),
        ("unit.beds.many=4", "unit.beds: is a map; a whole number from 1 to 10000, or unlimited, is accepted"),
        ("unit.beds={value: 4, source: nothing}",
         "unit.beds: source 'nothing' is no row of the evidence table; say 'assumed: why' for a number without one"),
    ],
)  # fmt: skip
def test_what_cannot_be_changed(told: Told, change: str, sentence: str) -> None:
    (said,) = told(WARD, change)
    assert said == f"--set {change}: {sentence}" if len(change) <= 40 else said.endswith(f"…: {sentence}")


def test_every_wrong_change_is_told_beside_the_faults_of_the_file(told: Told) -> None:
    text = changed(WARD, ("per_day: 2", "per_day: two"))
    assert told(text, "unit.bedz=1", "unit.beds=ten", "run.seed=-1") == [
        "--set run.seed=-1: run.seed: is -1; a value of at least 0 is accepted",
        "--set unit.beds=ten: unit.beds: is 'ten'; a whole number from 1 to 10000, or unlimited, is accepted",
        "--set unit.bedz=1: unit.bedz: is not known here; did you mean unit.beds?",
        "ward.yaml:9: demand.per_day: is 'two'; a number in plain digits, without quotes, is accepted",
    ]


def test_a_long_change_is_not_repeated_whole(told: Told) -> None:
    (sentence,) = told(WARD, "unit.beds=" + "9" * 5000)
    assert len(sentence) < 200


def test_names_are_known_below_a_kind(told: Told, load: Loaded) -> None:
    assert told(TAPER, "protocols.taper.induction.doze_mg=8") == [
        "--set protocols.taper.induction.doze_mg=8: protocols.taper.induction.doze_mg: is not known here; "
        "did you mean protocols.taper.induction.dose_mg?"
    ]
    load(TAPER, "protocols.taper.induction.dose_mg=8", "transition.destinations.house.beds=5")


def test_the_kind_decides_which_names_are_known(told: Told) -> None:
    assert told(TAPER, "transition.destinations.house.slots_per_day=3") == [
        "--set transition.destinations.house.slots_per…: transition.destinations.house.slots_per_day: "
        "is not known here; did you mean transition.destinations.clinic.slots_per_day?"
    ]


@pytest.mark.parametrize(
    ("change", "resolved"),
    [
        ("people.traits.injects.where.court=75", 75),
        ("unit.bed_groups.shared.room_beds=4", 4),
        ("staff.roles.doctor.meal_break.lasts=45 min", "45 min"),
        ("demand.screening.outpatient.share_pct=30", 30),
        ("protocols.naltrexone.injection.rapid.injection_on_day=7", 7),
        ("protocols.lofexidine.blood_pressure.low_pct=25", 25),
        ("counselling.groups.coping.up_to=8", 8),
        ("leaving.ratios.young.odds_ratio=1.4", 1.4),
        ("leaving.medication_started_ratio={leaves_early_pct: 12}", {"leaves_early_pct": 12}),
        ("complications.kinds.precipitated.at_first_dose.where.heroin=7", 7),
        ("complications.hospital.bed_held_for=2 days", "2 days"),
        ("transition.destinations.clinic.telehealth={days: sat, slot_time: 09:00, slots_per_day: 1}",
         {"days": "sat", "slot_time": "09:00", "slots_per_day": 1}),
        ("afterwards.return_to_use.per_day=0.1", 0.1),
        ("money.wage_an_hour.nurse=50", 50),
    ],
)  # fmt: skip
def test_every_section_is_within_reach(load: Loaded, change: str, resolved: object) -> None:
    said = load(GROWN, change).resolved
    for step in change.partition("=")[0].split("."):
        said = said[step]
    assert said == resolved


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ("people.traits.womn.share_pct=20", "people.traits.womn: is not known here; did you mean people.traits.woman?"),
        ("protocols.naltrexone.blood_pressure.low_pct=20", "did you mean protocols.lofexidine.blood_pressure?"),
        ("complications.kinds.dehydration.ends.transfr_pct=1",
         "did you mean complications.kinds.dehydration.ends.transfer_pct?"),
        ("census.in_bed.0.people=3", "census.in_bed: is a map; a list is accepted, for example [a, b]"),
    ],
)  # fmt: skip
def test_a_slip_in_a_new_section(told: Told, change: str, hint: str) -> None:
    assert told(GROWN, change)[0].endswith(hint)
