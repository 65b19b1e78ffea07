"""From draws to answers: what was put in comes out, and what cannot be told is not told."""

from math import isnan
from pathlib import Path

import numpy as np
import pytest

from sim.errors import ResultsError, ScenarioError
from sim.experiments.driving import Hands
from sim.experiments.replication import Job
from sim.experiments.uncertainty.analysis import NO_SIGN, SAME, TOO_FEW, Answers, answers
from sim.experiments.uncertainty.reader import read_uncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Importance, Summary
from sim.experiments.uncertainty.saving import folder_of, make, save, store_of
from sim.experiments.uncertainty.study import Asked, Found, Prepared, found_by, prepare, run_prepared
from tests.experiments.uncertainty.drawing import loaded_ward, luck, made_up

pytestmark = pytest.mark.functional


def prepared(folder: Path, *changes: str, draws: int = 80, only: str = "demand.*", replications: int = 3) -> Prepared:
    run = f"run.replications={replications}"
    sides = [loaded_ward(folder, run), *([loaded_ward(folder, run, *changes, name="other")] if changes else [])]
    return prepare(sides, Asked(draws, only, measures=("occupancy_pct",)))


def summary(given: Answers, of: str = DIFFERENCE) -> Summary:
    """The row of the difference, or of the ward."""
    return next(row for row in given.summary if row.of.startswith(of))


def ranked(given: Answers, of: str = DIFFERENCE) -> list[Importance]:
    return [row for row in given.importance if row.of.startswith(of)]


def test_variances_are_those_of_the_parameter_and_of_chance(tmp_path: Path) -> None:
    study = prepared(tmp_path, draws=400, replications=20)
    found = found_by(study, made_up(lambda job: 10 * job.scenario.demand.per_day + 3 * luck(job)))
    row = summary(answers(found), "ward")
    sd = np.log(5 / 3) / (2 * 1.96)
    expected = 100 * (np.exp(sd**2) - 1) * (15 * np.exp(sd**2))
    assert row.parameters_variance == pytest.approx(expected, rel=0.05)
    assert row.chance_variance_low < 9 < row.chance_variance_high
    assert (row.low, row.high) == pytest.approx((row.mean - 9.1, row.mean + 10.9), abs=1)
    assert row.parameters_share_pct == pytest.approx(100 * expected / (expected + row.chance_variance), rel=0.05)
    first, *rest = ranked(answers(found), "ward")
    demand = next(each for each in answers(found).parameters if each.parameter == "demand.per_day")
    assert (demand.value, demand.low, demand.high) == pytest.approx((4, 3, 5))
    assert 0.5 < demand.below < 0.65
    assert not demand.is_near_an_end
    assert first.parameter == "demand.per_day"
    assert first.stands_out
    assert not any(row.stands_out for row in rest)


def gain(job: Job) -> float:
    """Of the alternative, which has nine beds: worth it where demand is above 4 a day."""
    return (job.scenario.unit.beds == 9) * (job.scenario.demand.per_day - 4) + 5 * luck(job)


def test_common_luck_cancels_from_the_difference_and_the_decision_hangs_on_demand(tmp_path: Path) -> None:
    study = prepared(tmp_path, "unit.beds=9")
    given = answers(found_by(study, made_up(gain)))
    row = summary(given)
    assert row.chance_variance == pytest.approx(0, abs=1e-12)
    assert row.probability_better == pytest.approx(0.4, abs=0.03)
    assert isnan(summary(given, "ward").probability_better)
    first = ranked(given)[0]
    assert (first.parameter, first.correlation) == ("demand.per_day", pytest.approx(1))


def test_knowing_is_worth_what_a_right_choice_gains(tmp_path: Path) -> None:
    sides = [loaded_ward(tmp_path), loaded_ward(tmp_path, "unit.beds=9", name="other")]
    study = prepare(sides, Asked(80, "demand.*", measures=("completed_per_year",)))
    assert study.measures[0].better == "higher"

    def drive(jobs: list[Job]) -> list[dict[str, float]]:
        return [{"completed_per_year": gain(job)} for job in jobs]

    row = summary(given := answers(found_by(study, drive)))  # type: ignore[arg-type]
    first, *rest = ranked(given)
    assert row.worth_of_knowing_all > 0.15
    assert first.worth_of_knowing == pytest.approx(row.worth_of_knowing_all, rel=0.1)
    assert first.worth_of_knowing > first.worth_by_chance
    assert max(each.worth_of_knowing for each in rest) < first.worth_of_knowing / 3


def test_draws_that_differ_no_more_than_chance_are_said_to(tmp_path: Path) -> None:
    study = prepared(tmp_path, draws=20)
    random = np.random.default_rng(3)
    cut = answers(found_by(study, made_up(lambda job: random.normal())))
    flat = answers(found_by(study, made_up(lambda job: 7.0)))
    row = summary(cut, "ward")
    assert (row.parameters_variance == 0) == (row.remark == NO_SIGN)
    assert row.parameters_variance_low == 0
    assert summary(flat, "ward").remark == SAME
    assert isnan(ranked(flat, "ward")[0].correlation)


def test_failed_draws_are_left_out_and_listed(tmp_path: Path) -> None:
    study = prepared(tmp_path, draws=12)
    found = found_by(study, made_up(lambda job: job.scenario.demand.per_day, fails=[2]))
    assert {(draw, reason) for draw, _, _, reason in found.failed} == {(2, "lost a bed")}
    assert summary(answers(found), "ward").draws == 11
    many = found_by(study, made_up(lambda job: 1.0, fails=range(1, 6)))
    assert summary(answers(many), "ward").remark == TOO_FEW
    assert not answers(many).importance


def test_a_study_is_saved_and_read_again_and_a_changed_table_is_noticed(tmp_path: Path) -> None:
    study = prepared(tmp_path, "unit.beds=9", draws=12)
    folder = saved(found_by(study, made_up(gain, fails=[3])), folder_of(study, tmp_path))
    again = read_uncertainty(folder)
    assert folder.parent.name.startswith("ward")
    assert folder.parent.name.endswith("-uncertainty")
    assert [row.of for row in again.summary][-1] == DIFFERENCE
    assert again.facts["command"] == ["detox-sim", "uncertainty"]
    assert {each.parameter for each in again.parameters} == set(study.design.keys)
    assert (folder / "failures.csv").read_text(encoding="utf-8-sig").count("lost a bed") == 6
    (folder / "summary.csv").write_text("of\n", encoding="utf-8")
    with pytest.raises(ResultsError, match=r"summary\.csv: has been changed or damaged"):
        read_uncertainty(folder)
    with pytest.raises(ResultsError, match=r"has no uncertainty\.json"):
        read_uncertainty(folder.parent)


def test_another_question_never_takes_the_place_of_an_answer(tmp_path: Path) -> None:
    def folder(asked: Asked, *changes: str) -> Path:
        sides = [loaded_ward(tmp_path, *changes), loaded_ward(tmp_path, *changes, "unit.beds=9", name="other")]
        return folder_of(prepare(sides, asked), tmp_path)

    first = folder(Asked(12))
    others = [
        folder(Asked(13)),
        folder(Asked(12, "demand.*")),
        folder(Asked(12, published_alone=True)),
        folder(Asked(12, measures=("occupancy_pct",))),
        folder(Asked(12), "run.seed=2"),
        folder(Asked(12), "run.replications=4"),
        folder(Asked(12), "demand.list_limit=19"),
    ]
    assert len({first, *others}) == 8
    assert folder(Asked(12)) == first
    assert first.name.startswith("12-draws-3-replications-")
    assert others[2].name.startswith("12-draws-3-replications-published-")


def test_a_range_is_not_beyond_what_the_measure_can_be(tmp_path: Path) -> None:
    study = prepared(tmp_path, "unit.beds=9", draws=20)
    near_none = answers(found_by(study, made_up(lambda job: abs(luck(job, str(job.scenario.unit.beds))))))
    near_all = answers(found_by(study, made_up(lambda job: 100 - abs(luck(job)))))
    assert summary(near_none, "ward").low == 0
    assert summary(near_none).low < 0
    assert summary(near_all, "ward").high == 100


def saved(found: Found, folder: Path) -> Path:
    make(folder)
    save(found, answers(found), folder, ["detox-sim", "uncertainty"])
    return folder


def test_run_for_real_the_tables_are_the_same_again_and_nothing_is_run_twice(tmp_path: Path) -> None:
    study = prepared(tmp_path, "unit.beds=9", draws=10, replications=2)
    told: list[tuple[int, int]] = []
    tables, folder = [], folder_of(study, tmp_path)
    for _ in range(2):
        told.clear()
        found = run_prepared(study, Hands(1), store_of(study, tmp_path), lambda *given: told.append(given))
        saved(found, folder)
        tables.append([(folder / f"{name}.csv").read_bytes() for name in ("runs", "draws", "summary", "importance")])
    assert tables[0] == tables[1]
    assert set(told) == {(40, 40)}


@pytest.mark.parametrize(
    ("changes", "asked", "said"),
    [
        (("run.seed=2",), Asked(10), "run.seed is 2"),
        (("unit.beds=9",), Asked(10, measures=("ocupancy_pct",)), "did you mean occupancy_pct"),
        (("unit.beds=9",), Asked(10, only="leaving.*"), "no estimate has a path like 'leaving"),
    ],
)
def test_what_is_wrong_is_a_sentence(tmp_path: Path, changes: tuple[str, ...], asked: Asked, said: str) -> None:
    sides = [loaded_ward(tmp_path), loaded_ward(tmp_path, *changes, name="other")]
    with pytest.raises(ScenarioError, match=said):
        prepare(sides, asked)
