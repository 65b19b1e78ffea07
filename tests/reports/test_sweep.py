"""The page of a sweep: its answer, targets and tables come out as the numbers were put in."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from reports.sweep import answers, ends, goals, watch
from reports.sweep.effects import effects
from reports.sweep.kept import LIKELY, NO, UNLIKELY, YES, least_margin, targets_of, verdict, verdicts
from reports.sweep.levels import by_level, by_slice, change, crossed, paired, wide
from reports.sweep.space import Axis, Space
from tests.reports.sample_sweep import BEDS, NURSES, drawn, known, one_at_a_time, sweep

pytestmark = pytest.mark.unit
GRID = Space(sweep())
BEDS_AXIS, NURSES_AXIS = GRID.axes


def test_a_level_is_the_mean_over_the_other_axis_and_its_interval_is_over_replications() -> None:
    table = by_level(GRID, "wait_mean_h", [BEDS_AXIS])
    assert table["beds"].tolist() == list(BEDS)
    wanted = [sum(known({"beds": beds, "nurses": nurses})["wait_mean_h"] for nurses in NURSES) / 3 for beds in BEDS]
    assert table["mean"].tolist() == pytest.approx(wanted, abs=0.2)
    assert (table["n"] == 3).all()
    assert ((table["low"] < table["mean"]) & (table["mean"] < table["high"])).all()


def test_differences_are_paired_so_that_common_luck_does_not_count() -> None:
    mean, low, high = change(GRID, "wait_mean_h", BEDS_AXIS, 20.0, 28.0)
    assert mean == pytest.approx(-12.0, abs=0.3)
    alone = by_level(GRID, "wait_mean_h", [BEDS_AXIS])
    assert high - low < (alone["high"] - alone["low"]).min() / 2


def test_only_settings_with_every_value_are_compared() -> None:
    space = Space(sweep(left_out=[1]))
    beds, nurses = space.axes
    assert 1 not in space.points.index
    assert {space.points["nurses"][point] for point in crossed(space, [beds])} == {2.0, 3.0}
    assert {space.points["beds"][point] for point in crossed(space, [nurses])} == {24.0, 28.0}
    assert len(crossed(space, space.axes)) == 8


def test_drawn_points_are_looked_at_in_slices() -> None:
    space = Space(drawn())
    beds = space.axes[0]
    assert crossed(space, [beds]) == []
    table = by_slice(space, "wait_mean_h", beds)
    assert table["n"].sum() == 48
    assert table["mean"].is_monotonic_decreasing
    assert (table["from"] <= table["at"]).all()
    assert (table["at"] <= table["to"]).all()
    assert by_slice(Space(drawn(kind="morris")), "wait_mean_h", beds).empty


def test_the_strongest_axis_leads_the_answer_with_its_ends_and_the_difference() -> None:
    found = effects(GRID)
    assert (found[0].axis.name, found[0].measure.name) == ("beds", "wait_mean_h")
    said = answers.answer(GRID, found)[0]
    assert said.startswith("What “beds” moves most is the mean wait for a bed: from 19")
    assert "at 28, 12.0" in said.replace("\u00a0", " ")
    assert "h less (11." in said.replace("\u00a0", " ")
    assert answers.others(GRID, found)[0].startswith("What “nurses” moves most is")


def test_one_replication_has_no_interval_and_says_nothing_for_certain() -> None:
    space = Space(sweep(replications=1))
    found = effects(space)
    assert not any(each.is_clear for each in found)
    assert "With one replication of each point nothing can be told from chance" in answers.answer(space, found)[0]
    assert "the mean of a point has no interval" in " ".join(watch.warnings(space))
    assert all(not row.lowest.bounds and not row.as_good for row in ends.rows(space))


def test_two_replications_that_happen_to_be_alike_tell_nothing_from_chance() -> None:
    alike = pd.Series([2.0, 2.0, 2.0])
    assert paired(alike, alike - 1)[1:] == (1.0, 1.0)
    assert np.isnan(paired(alike[:2], alike[:2] - 1)[1:]).all()
    assert paired(alike[:2], alike[:2]) == (0.0, 0.0, 0.0)
    for replications, told in ((2, 2), (3, 0)):
        saved = sweep({"beds": BEDS}, replications=replications)
        space = Space(replace(saved, runs=saved.runs.assign(value=10.0 * saved.runs["point"])))
        assert ends.like_the_best(space, "wait_mean_h", 1) == told


@pytest.mark.parametrize(("replications", "sure"), [(2, LIKELY), (3, YES)])
def test_a_target_is_not_kept_for_sure_by_two_replications_that_happen_to_be_alike(
    replications: int, sure: str
) -> None:
    saved = sweep({"beds": BEDS}, replications=replications, targets=[("wait_mean_h", False, 13.0)])
    alike = saved.summary.assign(mean=9.0, low=9.0, high=9.0)
    space = Space(replace(saved, summary=alike))
    assert set(verdict(space, targets_of(space)[0])) == {sure}
    assert np.isnan(space.estimate("wait_mean_h", 1)[1]) == (sure == LIKELY)


def test_targets_are_kept_for_sure_or_by_the_mean_or_not_ruled_out() -> None:
    space = Space(sweep(targets=[("wait_mean_h", False, 13.0), ("admitted_24h_pct", True, 60.0)]))
    first, second = targets_of(space)
    judged = verdict(space, first)
    assert judged[1] == NO
    assert (judged[6], judged[5]) == (LIKELY, UNLIKELY)
    assert judged[9] == YES
    assert verdict(space, second)[1] == LIKELY
    both = verdicts(space, [first, second])
    assert both[9] == YES
    assert both[1] == NO
    margin = least_margin(space, [first, second])
    assert margin[9] > 0 > margin[1]
    said = " ".join(answers.choice(space))
    assert [int((both == each).sum()) for each in (YES, LIKELY, UNLIKELY, NO)] == [3, 1, 2, 3]
    assert said.startswith(
        "Three points of 9 keep both targets for sure; one more does by its means, and two more are not ruled out."
    )
    assert "The cheapest that does: beds\u00a028, nurses\u00a01, at 2.85" in said
    table = goals.table(space)
    assert table is not None
    assert table.rows[0][0] == "The mean wait for a bed at most 13\u00a0h"
    assert table.rows[0][4] == "beds\u00a028, nurses\u00a03"
    assert goals.table(GRID) is None
    assert list(answers.choice(GRID)) == []


def test_page_one_names_the_lowest_and_highest_point_and_how_many_are_as_good() -> None:
    rows = {row.label: row for row in ends.rows(GRID)}
    wait = rows["Wait to admission, mean"]
    assert (wait.lowest_at, wait.highest_at) == ("beds\u00a028, nurses\u00a03", "beds\u00a020, nurses\u00a01")
    assert wait.best == "lowest"
    assert rows["Admitted within 24 h"].best == "highest"
    assert wait.as_good.endswith(" of 8")
    assert rows["Bed occupancy"].as_good == ""
    assert list(rows) == ["Wait to admission, mean", "Admitted within 24 h", "Bed occupancy", "Cost in total"]


def test_a_measure_that_never_moves_is_the_same_everywhere() -> None:
    rows = ends.rows(Space(sweep(at=lambda _: dict.fromkeys(known({"beds": 1}), 0.0))))
    assert {row.lowest_at for row in rows} == {"everywhere"}
    assert not any(row.best or row.as_good for row in rows)


def test_what_failed_or_was_left_out_is_said_with_reasons() -> None:
    space = Space(sweep(failed=[2], left_out=[1, 4]))
    said = list(watch.warnings(space))
    assert said[0] == "One point of 7 did not finish. It is missing from everything below."
    assert said[1] == "Two points were not run, because the sweep asks for beds > 20."
    table = watch.failures(space)
    assert table is not None
    assert table.rows == [["2", "20", "2", "a person was lost"]]
    assert watch.failures(GRID) is None


def test_one_at_a_time_compares_with_the_base() -> None:
    space = Space(one_at_a_time())
    found = {each.axis.name: each for each in effects(space) if each.measure.name == "wait_mean_h"}
    assert (found["beds"].first.said, found["beds"].last.said) == ("20", "28")
    assert found["beds"].over == 1
    assert "house" not in found or abs(found["house"].change) < 1


def test_the_most_distant_of_many_words_are_held_against_all_pairs() -> None:
    words = tuple(f"level {place}" for place in range(6))
    space = Space(sweep({"house": words}, at=lambda _: known({"beds": 24.0}), replications=5))
    pair = [each for each in effects(space) if each.measure.name == "wait_mean_h"]
    assert not pair or not pair[0].is_clear
    one, all_pairs = (paired(pd.Series([1.0, 2.0, 4.0]), pd.Series([0.0, 0.0, 0.0]), family) for family in (1, 15))
    assert one[0] == all_pairs[0]
    assert all_pairs[2] - all_pairs[1] > 3 * (one[2] - one[1])
    assert wide(3) == pytest.approx(4.302652729911275)


def test_an_axis_of_numbers_is_compared_from_end_to_end() -> None:
    space = Space(sweep({"beds": (20.0, 24.0, 28.0)}, at=lambda at: known({"beds": abs(float(at["beds"]) - 24.0)})))
    (each,) = (each for each in effects(space) if each.measure.name == "occupancy_pct")
    assert (each.first.said, each.last.said) == ("20", "28")
    assert not each.is_clear


def test_points_that_are_not_alike_in_anything_are_not_compared() -> None:
    points = [({"beds": 20.0 + place, "nurses": 1.0 + place / 2}, "") for place in range(5)]
    axes = {"beds": [values["beds"] for values, _ in points], "nurses": [values["nurses"] for values, _ in points]}
    space = Space(sweep(axes, points, kind="list"))
    found = effects(space)
    assert found == []
    assert answers.answer(space, found) == [
        "The points are too few, or too unlike each other, to say what each axis does by itself."
    ]
    assert answers.others(space, found) == []


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (20.0, "", "20"), (1.2345678, "", "1.235"), (0.000123456, "", "0.0001235"), (123456.0, "", "123456"),
        (0.5, "h", "30\u00a0min"), (6.0, "h", "6\u00a0h"), (0.0, "h", "0\u00a0h"), ("as it is", "", "as it is"),
    ],
)  # fmt: skip
def test_a_value_is_said_as_a_person_writes_it(value: float | str, unit: str, said: str) -> None:
    assert Axis("axis", unit, isinstance(value, str), (value,)).said(value) == said


def test_when_none_is_sure_the_cheapest_is_one_whose_means_keep_the_targets() -> None:
    space = Space(
        sweep(targets=[("wait_mean_h", False, 12.6)], replications=2, at=lambda at: known(at | {"beds": 24.0}))
    )
    said = list(answers.choice(space))
    assert said[0] == (
        "No point of 9 keeps the target for sure; six do by their means, and three more are not ruled out."
    )
    assert said[1].startswith("The cheapest that does by its means: beds\u00a020, nurses\u00a02, at 2.50")
    assert said[2] == "More replications would tell."
