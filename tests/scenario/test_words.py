"""Words that say who is meant: known at their place, and each the name of one thing."""

from typing import Any

import pytest
from pydantic import BaseModel

from sim.scenario.part import Part
from sim.scenario.reading.provenance import WORDS
from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

FOR_PROTOCOLS = "the name of a source, opioid, trait or priority class is accepted"
FOR_ALL = "the name of a source, opioid, trait, priority class or protocol is accepted"


def test_every_place_where_words_may_stand(load: Loaded) -> None:
    assert load(GROWN).scenario.census is not None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("where: {prescription: 10", "where: {presciption: 10",
         "people.traits.injects.where.presciption: names 'presciption'; a source, an opioid or a trait above this one "
         "is accepted; did you mean prescription?"),
        ("all_of: [pregnant]", "all_of: [pregnnt]",
         "demand.priority_classes.second.all_of: names 'pregnnt'; the name of a source, opioid or trait is accepted; "
         "did you mean pregnant?"),
        ("only_for: [pregnant, court]", "only_for: [pregnant, cuort]",
         f"protocols.methadone.only_for: names 'cuort'; {FOR_PROTOCOLS}; did you mean court?"),
        ("share_pct: 20, not_for: [pregnant]", "share_pct: 20, not_for: [pregnnt]",
         f"demand.screening.outpatient.not_for: names 'pregnnt'; {FOR_PROTOCOLS}; did you mean pregnant?"),
        ("beds: 2, only_for: [woman]", "beds: 2, only_for: [womn]",
         f"unit.bed_groups.women.only_for: names 'womn'; {FOR_ALL}; did you mean woman?"),
        ("rooms_apart: young", "rooms_apart: yong",
         f"unit.bed_groups.shared.rooms_apart: names 'yong'; {FOR_ALL}; did you mean young?"),
        ("woman: 0.9", "womn: 0.9", f"leaving.ratios.womn: names 'womn'; {FOR_ALL}; did you mean woman?"),
        ("not_for: [methadone]", "not_for: [methdone]",
         f"complications.kinds.precipitated.not_for: names 'methdone'; {FOR_ALL}; did you mean methadone?"),
        ("where: {heroin: 5}", "where: {heroine: 5}",
         f"complications.kinds.precipitated.at_first_dose.where.heroine: names 'heroine'; {FOR_ALL}; "
         "did you mean heroin?"),
        ("stay: 14 days, only_for: [woman]", "stay: 14 days, only_for: [womn]",
         f"transition.destinations.house.only_for: names 'womn'; {FOR_ALL}; did you mean woman?"),
    ],
)  # fmt: skip
def test_a_word_that_names_nothing(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: {says}"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("where: {woman: 5}", "where: {pregnant: 5}",
         "people.traits.pregnant.where.pregnant: names the trait 'pregnant', which is decided later; "
         "a source, an opioid or a trait above this one is accepted"),
        ("where: {prescription: 10", "where: {pregnant: 10",
         "people.traits.injects.where.pregnant: names the trait 'pregnant', which is decided later; "
         "a source, an opioid or a trait above this one is accepted"),
        ("all_of: [pregnant]", "all_of: [taper]",
         "demand.priority_classes.second.all_of: names the protocol 'taper', which is decided later; "
         "the name of a source, opioid or trait is accepted"),
        ("share_pct: 20, not_for: [pregnant]", "share_pct: 20, not_for: [taper]",
         "demand.screening.outpatient.not_for: names the protocol 'taper', which is decided later; "
         + FOR_PROTOCOLS),
    ],
)  # fmt: skip
def test_a_word_that_is_decided_later(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: {says}"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    woman: {share_pct: 30}", "    court: {share_pct: 30}\n    woman: {share_pct: 30}",
         "people.traits.court: is the name of a source too"),
        ("    rest: {}", "    young: {}", "demand.priority_classes.young: is the name of a trait too"),
        ("  comfort:\n", "  heroin:\n", "protocols.heroin: is the name of an opioid too"),
    ],
)  # fmt: skip
def test_a_name_that_is_used_twice(told: Told, old: str, new: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    line = line_of(text, "\n" + new.splitlines()[0]) + 1
    sentence = f"ward.yaml:{line}: {says}; a name of its own is accepted"
    assert sentence in told(text)


def test_no_field_has_a_name_that_means_something_beside_a_value() -> None:
    names = {(part.__name__, field.alias or name) for part in _parts(Part) for name, field in part.model_fields.items()}
    assert not [(part, name) for part, name in names if name in WORDS]


def _parts(part: type[BaseModel]) -> list[Any]:
    return [below for child in part.__subclasses__() for below in (child, *_parts(child))]
