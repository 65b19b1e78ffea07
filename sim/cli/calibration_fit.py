"""The fit on the terminal: what was wanted and reached, and the values that reach it; 80 columns."""

from collections.abc import Iterator
from math import isfinite

from rich.table import Table

from sim.cli.terminal import results, say, write
from sim.experiments.calibration.calibration import Calibration, Reached
from sim.experiments.sensitivity.quantities import plain as digits

ENDED = {
    "close enough": "the targets were met closely",
    "no nearer": "no step brought it nearer",
    "evaluations spent": "its evaluations were spent; more of them may bring it nearer",
}


def print_fit(found: Calibration) -> None:
    """Two tables, and how far they can be trusted."""
    study = found.study
    results().print(f"{study.name}: {study.calibrated.scenario.name}", style="bold")
    write("")
    results().print(_targets(found))
    write("")
    results().print(_values(found))
    write("")
    for sentence in _explained(found):
        say(sentence)
    write("")


def _targets(found: Calibration) -> Table:
    table = _table("Target", "Wanted", "At start", "Reached", "95 % interval")
    table.add_column("Tolerance", no_wrap=True)
    for each in found.reached:
        table.add_row(*_numbers(found, each), "inside" if each.inside else "outside")
    return table


def _numbers(found: Calibration, each: Reached) -> Iterator[str]:
    from reports.words import decimals

    target, reached = each.target, each.interval
    places = decimals(reached.low, reached.high, reached.mean)
    yield _label(found, each)
    yield f"{digits(target.value)} ± {digits(target.tolerance)}"
    yield "predicted" if each.predicted else _number(each.at_start, places)
    yield _number(reached.mean, places)
    yield f"{_number(reached.low, places)} to {_number(reached.high, places)}" if isfinite(reached.low) else ""


def _label(found: Calibration, each: Reached) -> str:
    target = each.target
    short = target.label.partition(" (")[0]
    named = f"{short} ({target.unit})" if target.unit else short
    return named if target.scenario == found.study.calibrated.identity else f"{target.scenario}: {named}"


def _number(value: float, places: int) -> str:
    """With a hyphen for the minus sign, which old terminals do not have."""
    from reports.words import number

    return number(value, places).replace("\u2212", "-")


def _values(found: Calibration) -> Table:
    table = _table("Free", "From", "To", "Start", "Fitted")
    table.add_column("", no_wrap=True)
    for each in found.fitted:
        free = each.free
        name = f"{free.name} (factor)" if free.role == "factor" else free.name
        table.add_row(name, *map(digits, (free.low, free.high, free.start, each.value)), _remark(each.at_bound))
    return table


def _remark(bound: str) -> str:
    return f"at '{bound}'" if bound else ""


def _table(*heads: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, width=None)
    table.add_column(heads[0], overflow="fold")
    for head in heads[1:]:
        table.add_column(head, justify="right", no_wrap=True)
    return table


def _explained(found: Calibration) -> Iterator[str]:
    study = found.study
    searched, fresh = study.replications, study.fresh_replications
    yield (
        f"The search tried {_counted(len(found.evaluations), 'point')} over {_counted(searched, 'replication')} each "
        f"and ended because {ENDED[found.ended]}. Reached: mean of {_counted(fresh, 'replication')} with luck that the "
        "search has not seen."
    )
    if any(each.at_bound for each in found.fitted):
        yield "A value at a bound was stopped by it: a wider range, if it makes sense, would fit better."
    for each in found.reached:
        yield f"{_label(found, each)}: {_grounds(each)}"


def _grounds(each: Reached) -> str:
    grounds = each.target.grounds
    return grounds.text if grounds.kind == "source" else f"assumed; {grounds.text}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
