"""What `warm-up` does: run, judge each series, save, and give the advice."""

import shlex
from typing import TYPE_CHECKING

from rich.table import Table

from sim.cli.asked import Asked
from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import results, say, write
from sim.experiments.precision.warm_up_study import WINDOW, WarmUpStudy
from sim.experiments.study_entries import SeriesEntry, WarmUpEntry
from sim.scenario.named import load

if TYPE_CHECKING:
    from reports.warm_up import Curves


def warm_up_study(asked: Asked) -> None:
    """Carry out what was asked. Raises the faults of each step; until the study is saved nothing is written."""
    from reports.warm_up import write_page

    loaded = load(asked.files[0], asked.changes, asked.replications, asked.seed)
    refuse_a_place_that_cannot_hold_results(asked.out)
    with progress(asked.quiet) as tell:
        study = WarmUpStudy.run(loaded, asked.workers or cores(), tell)
    folder = study.save(asked.out, asked.line(), lambda path: write_page(_curves(study, asked), path))
    if not asked.quiet:
        results().print(f"Warm-up of {loaded.scenario.name}", style="bold")
        write("")
        if study.entry.series:
            results().print(_table(study.entry))
            write("")
        for sentence in advice(study.entry):
            say(sentence)
        write("")
    write(f"Figure:   {folder / 'warm-up.html'}")
    write(f"Results:  {folder}")


def _table(entry: WarmUpEntry) -> Table:
    from reports.settled import SERIES

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column("Daily series")
    table.add_column("MSER-5 leaves out", no_wrap=True)
    for each in entry.series:
        table.add_row(SERIES[each.series][0], _cut(each))
    return table


def _cut(series: SeriesEntry) -> str:
    if series.days is None:
        return "cannot say"
    days = "nothing" if not series.days else f"{series.days} days"
    if series.still:
        return f"{days}, but still {series.still}"
    return f"{days} or more" if series.at_limit else days


def advice(entry: WarmUpEntry) -> list[str]:
    """What to do, the most important first."""
    from reports.settled import FROM_A_CENSUS, cannot_say, not_settled, on_the_command_line, weeks

    if entry.terminating:
        return [FROM_A_CENSUS]
    if not entry.series:
        return ["Nothing ever happens in this run, so there is nothing to warm up."]
    told = entry.model_dump()
    if entry.advised_weeks is None:
        return [f"Too short to say: {cannot_say(told)}", on_the_command_line(told)]
    chosen, advised = weeks(entry.chosen_days / 7), entry.advised_weeks
    verdict = "too short" if entry.too_short else "long enough"
    if entry.longer_advised and not entry.too_short:
        verdict += ": more would change no mean by more than its interval, or than 3 %"
    said = f" warm-up of {weeks(advised)} is advised; the scenario has {chosen} (run.warm_up), which is {verdict}."
    lines = [f"A{said}"]
    if not entry.settled:
        lines = [f"This run is too short to judge. {not_settled(told)}", f"As far as it can tell, a{said}"]
    if entry.too_short or not entry.settled:
        lines.append(on_the_command_line(told))
    return [
        *lines,
        "The advice is the longest over the series, in whole weeks. Look at the figure before you follow it.",
    ]


def _curves(study: WarmUpStudy, asked: Asked) -> "Curves":
    from reports.settled import SERIES
    from reports.warm_up import Curve, Curves

    cuts, smoothed = {each.series: each for each in study.entry.series}, study.smoothed()
    curves = [
        Curve(
            *SERIES[name],
            means=values.tolist(),
            smoothed=smoothed[name].mean.tolist(),
            low=smoothed[name].low.tolist(),
            high=smoothed[name].high.tolist(),
            cut_days=cuts[name].days if name in cuts and not cuts[name].still else None,
            said=f"MSER-5 leaves out: {_cut(cuts[name])}." if name in cuts else "A terminating run leaves out nothing.",
        )
        for name, values in study.means.items()
    ]
    title = f"Warm-up of {study.loaded.scenario.name}"
    command = shlex.join(asked.line())
    return Curves(title, advice(study.entry), curves, study.entry.chosen_days, 2 * WINDOW + 1, command)
