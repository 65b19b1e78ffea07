"""What page one of a search says it beat, how far intervals go, and what is drawn of the units to learn from."""

from dataclasses import replace

import pytest

from reports.find import answers
from reports.find.lines import lines
from reports.find.sections import front_frame
from reports.find.view import View
from sim.experiments.find.reader import SavedFind, read_find
from tests.reports.sample_find import searched

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> SavedFind:
    return read_find(searched(tmp_path_factory.mktemp("sure")))


def test_the_first_lines_say_what_it_beat_and_how_sure_that_is(saved: SavedFind) -> None:
    against, runner_up, right = answers.beat(View(saved))
    assert against == "It was held against 47 other units."
    assert runner_up.startswith(
        "The runner-up, beds 7, demand 4, comes to 1.8 USD a year more in “Cost in total” (95 %"
    )
    assert runner_up.endswith("It may meet the targets, and is not better by what matters.")
    assert right == "That is right with a chance of at least 95 %, as far as luck goes."
    choice = saved.facts.choice.model_copy(update={"sure": False})
    assert len(answers.beat(View(replace(saved, facts=saved.facts.model_copy(update={"choice": choice}))))) == 2


def test_the_only_one_known_to_meet_the_targets_is_not_called_right(saved: SavedFind) -> None:
    choice = saved.facts.choice.model_copy(update={"settled": False})
    few = saved.facts.model_copy(update={"choice": choice, "rival": None})
    right = answers.beat(View(replace(saved, facts=few)))[-1]
    assert right.startswith("No other unit that was looked at meets every target")
    assert "95 %" not in right
    settled = few.model_copy(update={"choice": saved.facts.choice})
    assert "with a chance of at least 95 %" in answers.beat(View(replace(saved, facts=settled)))[-1]


def test_no_interval_goes_farther_than_its_measure(saved: SavedFind) -> None:
    wide = saved.points.assign(cost_per_year_low=-1.0, admitted_72h_pct_low=-2.0, admitted_72h_pct_high=103.0)
    found = saved.facts.fresh[1].found.model_copy(update={"high": 108.0})
    fresh = [saved.facts.fresh[0], saved.facts.fresh[1].model_copy(update={"found": found})]
    view = View(replace(saved, points=wide, facts=saved.facts.model_copy(update={"fresh": fresh})))
    assert view.facts.fresh[1].found.high == 100
    frame = front_frame(view)
    assert (frame["x_low"].min(), view.ran["admitted_72h_pct_low"].max(), view.ran["admitted_72h_pct_high"].max()) == (
        0, 0, 100,
    )  # fmt: skip


def test_where_no_unit_is_known_to_be_good_those_that_may_be_or_come_nearest_are_drawn(saved: SavedFind) -> None:
    def drawn(meets: str, admitted: float) -> tuple[str, set[str]]:
        points = saved.points.assign(meets=meets, admitted_72h_pct=admitted + saved.points["point"] / 1000)
        (section,) = lines(View(replace(saved, points=points)))
        return section.sentence, {trace.name for trace in section.figure.data}

    said, names = drawn("undecided", 79.5)
    assert said == "None of 48 units is known to meet every target; 48 units may still do so."
    assert "May still meet the targets" in names
    said, names = drawn("misses", 60.0)
    assert said.startswith("None of 48 units meets every target; 3 come nearest; all of them have beds 12")
    assert "Come nearest" in names
