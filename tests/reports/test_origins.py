"""Where numbers come from: told in words, and never stronger than they are."""

import pytest

from reports import appendix, origins
from reports.study import Study
from tests.reports.sample import results

pytestmark = pytest.mark.unit

COHORT = {"kind": "source", "text": "ama_or_early_moud"}
MEMORY = {"kind": "source", "text": "recalled_nurse_check_all_in"}
BOTH = {"kind": "source", "text": "recalled_nurse_check_all_in, ama_or_early_moud"}
STUDY = Study(results(days=1, names=("Now",)))
ASSUMED = {"kind": "assumed", "text": "Our judgement."}


def test_memory_is_no_published_figure() -> None:
    assert [origins.kind(STUDY, entry) for entry in (COHORT, MEMORY, BOTH, ASSUMED)] == [
        "published", "opinion", "published", "assumed",
    ]  # fmt: skip


def test_a_source_is_told_by_its_title_and_a_reason_as_it_is() -> None:
    assert "Patient-Directed Discharge (abstract) (2023)" in origins.in_words(STUDY, COHORT)
    assert "ama_or" not in origins.in_words(STUDY, COHORT)
    assert origins.in_words(STUDY, ASSUMED) == "Our judgement."
    assert origins.in_words(STUDY, {"kind": "source", "text": "gone"}) == "gone"


def test_the_sum_is_empty_when_nothing_says_where_it_comes_from() -> None:
    saved = results(days=1, names=("Now",))
    saved.manifest["scenarios"][0]["provenance"] = {}
    assert origins.summed_up(Study(saved)) == ""
    assert origins.figures(Study(saved)) == []


def test_each_figure_cited_is_told_once() -> None:
    saved = results(days=1, names=("Now",))
    saved.manifest["scenarios"][0]["provenance"] = {"unit.beds": COHORT, "unit.turnover": COHORT}
    assert [found.name for found in origins.figures(Study(saved))] == ["ama_or_early_moud"]


def test_a_value_that_is_absent_is_not_set() -> None:
    assert [appendix.shown(leaf) for leaf in (None, True, 4.5, ["a", None])] == ["not set", "true", "4.5", "a, not set"]


def test_numbers_should_say_where_they_come_from_and_words_are_chosen() -> None:
    saved = results(days=1, names=("Now",))
    saved.manifest["scenarios"][0]["provenance"] = {}
    found = {row.path: row.origin for row in appendix.parameters(Study(saved))}
    assert found["unit.beds"] == "not stated"
    assert found["run.length"] == "chosen"
    assert found["staff.roster.night.days"] == "chosen"
