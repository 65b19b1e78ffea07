"""Known answers are found, the same ones by any number of workers, and confirmed with other luck."""

from dataclasses import replace
from math import nan, sqrt
from pathlib import Path

import pytest

from sim.errors import IncompleteRun, ScenarioError
from sim.experiments.calibration.calibration import Calibration, Fitted, calibrate
from sim.experiments.calibration.crew import crew
from sim.experiments.calibration.evaluating import Evaluations, Spent, values_at
from sim.experiments.calibration.objective import NEVER_SEEN, distances, objective
from sim.experiments.calibration.study import Study
from sim.experiments.intervals import t_interval
from sim.experiments.replication import Job, values_of
from tests.experiments.calibrating import STUDY, short, study_of
from tests.experiments.troubled import Fatal, jobs

pytestmark = pytest.mark.functional
TARGET = '  - {measure: occupancy_pct, value: 12, tolerance: 0.2, assumed: "Chosen."}\n'
TWO = STUDY.replace(
    TARGET,
    '  - {measure: admissions_per_year, value: 2000, tolerance: 20, assumed: "Chosen."}\n'
    '  - {measure: no_show_pct, value: 20, tolerance: 0.5, assumed: "Chosen."}\n',
).replace("free:\n", "free:\n  demand.no_show.at_once_pct: {from: 1, to: 50, scale: log}\n")
"""20 % of those who are called do not come, and 2000 a year do: 2000 / 0.8 / 365.25 are referred on a day."""

EIGHT = "fresh_replications: 8\n"


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def run(plan: list[Job]) -> list[dict[str, float]]:
    return [values_of(job) for job in plan]


def found_for(study: Study, workers: int = 1) -> Calibration:
    return calibrate(study, workers, quiet)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Calibration:
    """What is found for the one target of the study."""
    return found_for(study_of(tmp_path_factory.mktemp("alone"), STUDY + EIGHT))


def test_a_rate_is_found_from_the_occupancy_it_brings(alone: Calibration, tmp_path: Path) -> None:
    study, found = study_of(tmp_path), alone
    (rate,) = found.best.point
    beds, stay_days, comes = 12, 2, 0.9
    error = sqrt(2 * beds * stay_days / (study.replications * 13 * 7))  # of a mean over time, in M/M/inf
    assert found.ended == "close enough"
    assert rate == pytest.approx(beds / stay_days / comes, abs=4 * error / stay_days / comes)
    (reached,) = found.reached
    assert reached.interval.low < rate * stay_days * comes < reached.interval.high
    assert (found.fitted[0].value, found.fitted[0].at_bound) == (rate, "")
    assert reached.at_start == found.evaluations[0].means[0]
    assert found.evaluations[0].point == (10,)


def test_a_prediction_is_held_against_the_fit_and_does_not_steer_it(alone: Calibration, tmp_path: Path) -> None:
    away = 'predicts:\n  - {scenario: longer, measure: occupancy_pct, value: 50, tolerance: 1, assumed: "Far off."}\n'
    longer = (
        "schema_version: 1\nname: Longer\nextends: ward\nprotocols: {stay: {stay: {exponential: {mean: 4 days}}}}\n"
    )
    found = found_for(study_of(tmp_path, STUDY + EIGHT + "also: {longer: longer.yaml}\n" + away, longer=longer))
    target, prediction = found.reached
    assert (found.best, target) == (alone.best, alone.reached[0])
    assert (prediction.target.scenario, prediction.predicted, prediction.inside) == ("longer", True, False)
    assert prediction.interval.mean == pytest.approx(2 * target.interval.mean, rel=0.1)


def test_two_values_are_found_from_two_measures(tmp_path: Path) -> None:
    found = found_for(study_of(tmp_path, TWO + "fresh_replications: 5\n"))
    assert found.ended == "close enough"
    no_show_pct, per_day = found.best.point
    people = 2000 / 0.8 * 4 * 13 / 52
    assert no_show_pct == pytest.approx(20, abs=4 * sqrt(20 * 80 / people))
    assert per_day == pytest.approx(2000 / 0.8 / 365.25, rel=4 / sqrt(people))
    assert not any(fitted.at_bound for fitted in found.fitted)
    assert len(found.evaluations) < 20


def test_the_best_point_is_kept_and_no_point_is_run_twice(tmp_path: Path) -> None:
    text = (
        TWO.replace("value: 2000, tolerance: 20", "value: 2000, tolerance: 0.001")
        + "fresh_replications: 4\nsearch: {evaluations: 11}\n"
    )
    found = found_for(study_of(tmp_path, text, short()))
    points = [each.point for each in found.evaluations]
    assert found.ended == "evaluations spent"
    assert len(points) == len(set(points)) <= 11
    assert found.best.objective == min(each.objective for each in found.evaluations)
    assert found.best.objective < found.evaluations[0].objective / 10


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    study = study_of(tmp_path, TWO + "search: {evaluations: 8}\nfresh_replications: 5\n", short())
    one, two = found_for(study, 1), found_for(study, 2)
    assert replace(one, wall_s=0) == replace(two, wall_s=0)


def test_what_is_out_of_reach_ends_at_a_bound(tmp_path: Path) -> None:
    text = STUDY.replace("value: 12", "value: 60") + "fresh_replications: 4\n"
    found = found_for(study_of(tmp_path, text, short()))
    assert found.ended == "no nearer"
    assert found.best.point == (20,)
    assert found.fitted[0].at_bound == "to"
    assert not found.reached[0].inside


def test_a_value_that_moves_nothing_is_left_in_peace(tmp_path: Path) -> None:
    text = STUDY.replace("free:\n", "free:\n  demand.no_show.per_day_pct: {from: 0, to: 10}\n")
    text = text.replace("tolerance: 0.2", "tolerance: 1") + "fresh_replications: 4\n"
    found = found_for(study_of(tmp_path, text, short()))
    assert found.best.point[0] == 0
    assert found.ended == "close enough"


def test_fresh_replications_are_those_after_the_search(tmp_path: Path) -> None:
    study = study_of(tmp_path, STUDY + "fresh_replications: 6\nsearch: {evaluations: 4}\n", short())
    found = found_for(study)
    ward = study.calibrated.scenario
    demand = ward.demand.model_copy(update={"per_day": found.best.point[0]})
    fitted = ward.model_copy(update={"demand": demand})
    fresh = [values_of(Job("ward", fitted, number))["occupancy_pct"] for number in range(4, 10)]
    assert found.reached[0].interval == t_interval(fresh)
    searched = [values_of(Job("ward", fitted, number))["occupancy_pct"] for number in range(4)]
    assert found.best.means[0] == pytest.approx(sum(searched) / 4)


def test_another_scenario_takes_the_values_it_has(tmp_path: Path) -> None:
    listed = 'demand: {per_day: null, sources: {all: {share_pct: null, listed: ["8 days"]}}}'
    text = STUDY.replace("free:", "also: {slow: slow, alone: alone}\nfree:")
    for name in ("slow", "alone"):
        text += TARGET.replace("{measure", f"{{scenario: {name}, measure")
    study = study_of(
        tmp_path, text, short(),
        slow="extends: ward\nname: Slow\nprotocols: {stay: {stay: {exponential: {mean: 4 days}}}}\n",
        alone=f"extends: ward\nname: Alone\n{listed}\n",
    )  # fmt: skip
    few, many = values_at(study, study.targets, [(5.0,), (15.0,)], range(2), run)
    ward, slow, alone = (sum(series) for series in few)
    assert ward < slow < sum(many[1])
    assert 0 < alone == sum(many[2])


def test_progress_counts_every_replication_and_ends_at_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    study = study_of(tmp_path, STUDY + "fresh_replications: 5\nsearch: {evaluations: 4}\n", short())
    found = calibrate(study, 1, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 4 * 4 + 5)
    assert told[-1] == (len(found.evaluations) * 4 + 5,) * 2
    assert [done for done, _ in told] == list(range(len(told)))


def test_distances_are_in_tolerances(tmp_path: Path) -> None:
    (target,) = study_of(tmp_path).targets
    assert distances([target], [12.1]) == pytest.approx([0.5])
    assert distances([target], [nan]) == [NEVER_SEEN]
    assert objective([target, target], [12.2, 11.6]) == pytest.approx(1 + 4)


def test_more_points_than_are_left_are_not_begun(tmp_path: Path) -> None:
    study = study_of(tmp_path, STUDY + "search: {evaluations: 3}\nreplications: 1\n", short())
    evaluations = Evaluations(study, run)
    evaluations.at([(5.0,), (6.0,), (5.0,)])
    with pytest.raises(Spent):
        evaluations.at([(7.0,), (8.0,)])
    assert [each.point for each in evaluations.at([(6.0,), (5.0,)])] == [(6.0,), (5.0,)]
    assert [each.point for each in evaluations.all] == [(5.0,), (6.0,)]


def test_a_point_that_is_no_scenario_is_a_sentence(tmp_path: Path) -> None:
    study = study_of(tmp_path)
    with pytest.raises(ScenarioError, match=r"came to demand\.per_day = -1, where demand\.per_day is -1; .*narrower"):
        values_at(study, study.targets, [(-1.0,)], range(1), run)


@pytest.mark.parametrize(("value", "bound"), [(2, "from"), (2.1, "from"), (2.3, ""), (19.7, ""), (19.9, "to")])
def test_a_value_near_a_bound_was_stopped_by_it(value: float, bound: str, tmp_path: Path) -> None:
    assert Fitted(study_of(tmp_path).free[0], value).at_bound == bound


def test_the_crew_stays_for_one_plan_after_another(tmp_path: Path) -> None:
    ward = study_of(tmp_path, ward=short()).calibrated.scenario
    plan = [Job("ward", ward, number) for number in range(3)]
    ticks: list[None] = []
    with crew(2, lambda: ticks.append(None)) as together:
        twice = [[values["occupancy_pct"] for values in together(plan)] for _ in range(2)]
    assert twice == [[values["occupancy_pct"] for values in run(plan)]] * 2
    assert len(ticks) == 6


def test_a_lost_worker_is_one_sentence() -> None:
    with pytest.raises(IncompleteRun, match=r"A worker process was lost.*--workers 1\.$"), crew(2, list) as together:
        together(jobs(Fatal()))
