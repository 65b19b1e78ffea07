"""What `sensitivity` does: vary, save, and show the estimates that matter most."""

from collections.abc import Sequence
from math import isnan

from rich.table import Table

from sim.cli.asked import Asked
from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import results, say, write
from sim.experiments.sensitivity.clear import clear_effects
from sim.experiments.sensitivity.rows import Importance, importances
from sim.experiments.sensitivity.saving import save
from sim.experiments.sensitivity.study import Sensitivity, run_sensitivity
from sim.scenario.named import load

MOST_SHOWN = 15


def sensitivity_study(asked: Asked, only: str, measures: Sequence[str]) -> None:
    """Carry out what was asked. Raises the faults of each step; until the study is saved nothing is written."""
    from reports.sensitivity import write_report

    loaded = load(asked.files[0], asked.changes, asked.replications, asked.seed)
    refuse_a_place_that_cannot_hold_results(asked.out)
    with progress(asked.quiet) as tell:
        study = run_sensitivity(loaded, asked.workers or cores(), tell, only, measures)
    folder = save(study, asked.out, _line(asked, only, measures))
    if not asked.quiet:
        _print(study)
    write(f"Report:   {write_report(folder)}")
    write(f"Results:  {folder}")


def _line(asked: Asked, only: str, measures: Sequence[str]) -> list[str]:
    """The words that repeat the study."""
    words = [*asked.line(), "--only", only] if only != "*" else asked.line()
    return words + [word for name in measures for word in ("--measure", name)]


def _print(study: Sensitivity) -> None:
    found = list(importances(study.rows))
    ranked = [each for each in found if each.rank is not None]
    results().print(f"What matters most in {study.loaded.scenario.name}", style="bold")
    write("")
    if ranked:
        results().print(_table(study, ranked[:MOST_SHOWN]))
        write("")
    say(_explained(study, len(ranked), len(found) - len(ranked)))
    write("")


def _table(study: Sensitivity, shown: Sequence[Importance]) -> Table:
    labels = {measure.name: measure.label.partition(" (")[0] for measure in study.measures}
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, width=None)
    for head in ("", "Parameter", "Grounds", "Moves most"):
        table.add_column(head, justify="left" if head else "right")
    for head in ("Low", "High", "Matters"):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("")
    clear = clear_effects(study.rows, study.loaded.scenario.run.replications)
    for each in shown:
        row = each.most
        ends = (_share(end, row.at_base) for end in (row.at_low, row.at_high))
        matters = "" if isnan(row.importance_pct) else f"{row.importance_pct:.1f} %"
        mark = "" if (row.path, row.measure) in clear else "?"
        table.add_row(str(each.rank), row.name, row.grounds or "none", labels[row.measure], *ends, matters, mark)
    return table


def _share(difference: float, base: float) -> str:
    """A difference in percent of the base; nothing when either is unknown."""
    if isnan(difference) or isnan(base) or not base:
        return ""
    text = f"{difference / abs(base) * 100:+.1f} %"
    return text.lstrip("+-") if not text.strip("+-0. %") else text


def _explained(study: Sensitivity, ranked: int, refused: int) -> str:
    replications = study.loaded.scenario.run.replications
    chance = (
        "One replication says nothing about chance: take it as a first look."
        if replications < 2
        else f"?: chance could explain it, so many estimates being looked at (Holm's test over all of them). Means of "
        f"{replications} replications that met the same luck; the saved table has their intervals."
    )
    left = f" {refused} could not be varied; the table says why." if refused else ""
    return (
        f"{_counted(ranked)} varied, one at a time.{left} Low and high: what the measure does at each end of the "
        f"parameter's range, in percent of its value now. Matters: the distance between the two. {chance}"
    )


def _counted(ranked: int) -> str:
    return "1 estimate" if ranked == 1 else f"{ranked} estimates"
