"""Money, what follows the stay, and groups of people: figures, tables and sentences."""

import numpy as np
import pandas as pd
import pytest

from reports import figure_tables, sections, theme
from reports.captions import groups as group_captions
from reports.captions import money as money_captions
from reports.figures import groups, measures, waterfall
from reports.figures.differences import differences_from_base
from reports.study import Study
from tests.reports.sample import results
from tests.reports.sample_money import with_money
from tests.reports.test_figures import drawn, shown

pytestmark = pytest.mark.unit

STUDY = Study(with_money(results(days=28)))
NAMES = STUDY.names
MONEY = [measure for measure in STUDY.measures if measure.group == "money"]
SHOWN = [measure for measure in STUDY.measures if measure.name in ("wait_mean_h", "self_discharge_pct")]


def changes(**amounts: float) -> pd.DataFrame:
    rows = [("b", name, change, change - 5, change + 5) for name, change in amounts.items()]
    return pd.DataFrame(rows, columns=["scenario", "measure", "difference", "low", "high"])


STEPS = waterfall.steps(
    changes(staff_cost_per_year=100, bed_cost_per_year=-30, cost_per_year=70, income_per_year=50, balance_per_year=-20),
    MONEY,
    "b",
)


def test_the_costs_of_a_waterfall_go_on_from_each_other_and_end_at_their_total() -> None:
    assert [(step.start, step.change) for step in STEPS] == [(0, 100), (100, -30), (0, 70), (0, 50), (0, -20)]
    total = next(step for step in STEPS if step.measure == waterfall.TOTAL)
    assert STEPS[1].start + STEPS[1].change == total.change


def test_bars_say_by_colour_whom_they_favour() -> None:
    fig = waterfall.cost_waterfall(STEPS, "USD")
    more, less = waterfall.MORE_COLOUR, waterfall.LESS_COLOUR
    bars = shown(fig)[0]
    assert list(bars.marker.color) == [more, less, more, less, more]
    assert list(bars.base) == [0, 100, 0, 0, 0]
    assert list(bars.error_x.array) == [5] * 5
    assert [trace.x for trace in drawn(fig)[1:]] == [(100, 100)]


def test_what_does_not_change_has_no_bar_and_nothing_at_all_no_figure() -> None:
    same = changes(staff_cost_per_year=0, bed_cost_per_year=4, cost_per_year=4)
    assert [step.measure for step in waterfall.steps(same, MONEY, "b")] == ["bed_cost_per_year", "cost_per_year"]
    assert waterfall.cost_waterfall(waterfall.steps(changes(cost_per_year=0), MONEY, "b"), "USD") is None
    assert waterfall.cost_waterfall([], "USD") is None


def test_the_sentence_of_a_waterfall_says_what_is_left_open() -> None:
    said = money_captions.waterfall(STEPS, "Two more beds", "USD")
    assert said.startswith("In a year under “Two more beds”: costs 70\u00a0USD more (95 % interval 65 to 75);")
    close = waterfall.steps(changes(cost_per_year=-3), MONEY, "b")
    assert "3\u00a0USD less (95 % interval −2 to 8, too close to call)" in money_captions.waterfall(close, "B", "USD")


def test_levels_keep_the_order_of_the_measures() -> None:
    table = measures.levels(STUDY.frame("summary"), MONEY)
    fig = measures.measured(table, NAMES, "USD a year")
    assert list(shown(fig)[0].y) == [measure.label for measure in MONEY]
    assert measures.measured(table.iloc[:0], NAMES, "USD a year") is None


def test_few_people_and_those_without_a_trait_are_left_to_the_table() -> None:
    people = STUDY.frame("group_summary")
    lines = groups.rows_of(people)
    assert [line.label for line in lines] == [
        "Main opioid", "Fentanyl", "Heroin without fentanyl", groups.TRAITS, "Women",
    ]  # fmt: skip
    base = people[people["scenario"] == "scenario-0"]
    table = figure_tables.groups(base, "mean", SHOWN, base, "Means")
    assert [row[0] for row in table.rows][-2:] == ["Pregnant", "not: Pregnant"]
    assert table.rows[0][0] == "Main opioid: Fentanyl"


def test_groups_have_a_column_for_each_measure_and_hollow_markers_where_it_is_too_close() -> None:
    lines = groups.rows_of(STUDY.frame("group_summary"))
    table = STUDY.frame("group_differences")
    own = table[table["scenario"] == "scenario-1"]
    traces = shown(groups.group_differences(own, SHOWN, lines, theme.style(1)))
    assert len(traces) == len(SHOWN)
    assert [len(trace.x) for trace in traces] == [3, 3]
    by_place = dict(zip(traces[0].y, traces[0].marker.symbol, strict=True))
    verdicts = own[own["measure"] == SHOWN[0].name].set_index(["split", "group"])["verdict"]
    for place, line in enumerate(lines):
        if line.key:
            assert by_place[place].endswith("-open") == (verdicts[line.key] == "too close to call")
    assert groups.group_differences(own.iloc[:0], SHOWN, lines, theme.style(1)) is None
    assert groups.group_levels(own.assign(mean=1.0), SHOWN, []) is None


def test_sentences_of_groups() -> None:
    lines = groups.rows_of(STUDY.frame("group_summary"))
    table = STUDY.frame("group_differences")
    own = table[(table["scenario"] == "scenario-1") & (table["measure"] == "wait_mean_h")]
    own = own.assign(verdict=["better", "better, by enough", "worse", "worse", "worse", "worse"])
    said = group_captions.differences(own, SHOWN[:1], lines, "Two more beds")
    under = "Clearly better or worse under “Two more beds”, of three groups"
    assert said == f"{under}: mean wait for a bed, better for 2 and worse for 1."


BASE_GROUPS = STUDY.frame("group_summary").query("scenario == 'scenario-0'")
WAIT_OF = BASE_GROUPS[(BASE_GROUPS["measure"] == "wait_mean_h") & (BASE_GROUPS["people"] >= groups.FEWEST)]


def waits(*means: float, half: float = 1.0) -> pd.DataFrame:
    """The wait of fentanyl, heroin, women, not women and not pregnant."""
    return WAIT_OF.assign(mean=means, low=np.array(means) - half, high=np.array(means) + half)


def test_only_groups_of_one_split_are_compared_and_only_beyond_their_intervals() -> None:
    said = group_captions.levels(waits(20, 26, 30, 28.5, 60), SHOWN[0], None)
    assert said == (
        "The mean wait for a bed differs most by “Main opioid”: 26.0\u00a0h (95\u00a0% interval 25.0 to 27.0) for "
        "“Heroin without fentanyl” and 20.0\u00a0h (95\u00a0% interval 19.0 to 21.0) for “Fentanyl”. "
        f"{group_captions.NOT_ALONE}"
    )
    trait = group_captions.levels(waits(20, 21, 20, 30, 60), SHOWN[0], "Now")
    assert trait.startswith("Under “Now” the mean wait for a bed differs most between people with and without a trait:")
    assert "for “not: Women” and" in trait
    close = group_captions.levels(waits(20, 26, 30, 20, 60, half=9), SHOWN[0], None)
    assert close == "The mean wait for a bed: no two groups lie apart by more than chance could make them."
    once = group_captions.levels(waits(20, 26, 30, 20, 60, half=np.nan), SHOWN[0], None)
    assert once == "The mean wait for a bed: one replication cannot tell groups apart from chance."


def test_people_without_a_trait_stand_open_below_those_with_it() -> None:
    lines = groups.rows_of(BASE_GROUPS)
    wait = shown(groups.group_levels(BASE_GROUPS, SHOWN, lines))[0]
    symbols = dict(zip(wait.y, wait.marker.symbol, strict=True))
    women = next(place for place, line in enumerate(lines) if line.label == "Women")
    assert (symbols[women], symbols[women + groups.BELOW]) == ("circle", "circle-open")
    assert len(symbols) == 4
    assert wait.hovertext[-1].startswith("not: Women: ")


def test_a_label_on_two_lines_has_a_taller_row() -> None:
    long = BASE_GROUPS.assign(label=BASE_GROUPS["label"].replace("Fentanyl", "Methadone or another long-acting opioid"))
    fig = groups.group_levels(long, SHOWN, groups.rows_of(long))
    assert fig is not None
    at = list(fig.layout.yaxis.tickvals)
    assert fig.layout.yaxis.ticktext[1] == "Methadone or another long-<br>acting opioid"
    assert at == [0, (1 + groups.TALL) / 2, 1 + groups.TALL, 2 + groups.TALL, 3 + groups.TALL]


def test_what_is_too_small_to_matter_lies_in_a_band_that_fits_its_panel() -> None:
    one = [STUDY.headline[0]]
    fig = differences_from_base(STUDY.frame("differences"), one, NAMES, {one[0].name: 40.0})
    assert fig is not None
    band = fig.layout.shapes[0]
    assert (band.x0, band.x1) == (-40, 40)
    low, high = fig.layout.xaxis.range
    assert low < -40
    assert high > 40
    without = differences_from_base(STUDY.frame("differences"), one, NAMES)
    assert without is not None
    assert not without.layout.shapes


def test_money_groups_and_what_follows_are_sections_of_a_comparison() -> None:
    found = {section.slug: section for section in sections.sections(STUDY)}
    assert {"money", "cost-each", "waterfall-0", "waterfall-1", "afterwards", "deaths", "groups", "groups-0"} <= set(
        found
    )
    assert (found["waterfall-0"].title, found["waterfall-0"].of) == ("Where its costs differ", "Two more beds")
    assert found["waterfall-1"].title == found["waterfall-0"].title, "alike but for the scenario that they are of"
    assert all(section.sentence.endswith(".") and section.table.rows for section in found.values())


def test_a_single_scenario_has_levels_and_no_differences() -> None:
    slugs = {section.slug for section in sections.sections(Study(with_money(results(days=28, names=("Now",)))))}
    assert {"money", "groups", "clock-0", "flow-0", "scores", "presence", "tasks", "contacts"} <= slugs
    assert not {slug for slug in slugs if slug.startswith(("waterfall", "groups-"))}


def test_one_replication_has_markers_and_no_whiskers() -> None:
    once = Study(with_money(results(days=28, replications=1)))
    fig = measures.measured(measures.levels(once.frame("summary"), MONEY), NAMES, "USD a year")
    assert all(np.isnan(trace.error_x.array).all() for trace in shown(fig))
    assert all("no interval" in section.note for section in sections.sections(once) if section.slug == "money")
