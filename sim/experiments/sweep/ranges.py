"""Reading an axis that goes from one number to another: in steps, over whole numbers, or over all there are."""

from math import nan

from sim.experiments.said import Said
from sim.experiments.sensitivity.quantities import is_duration
from sim.experiments.sweep.axes import Axis, Between, Listed, Open, along, rounded, shown
from sim.scenario.values.hours import duration

RANGE = ("from", "to", "step", "steps", "scale", "whole")
MOST_VALUES = 10_000
HARDLY = 1e-6
"""Of a step: what binary fractions may be off by."""


def read_range(name: str, entry: Said, said: dict[str, Said], paths: tuple[str, ...]) -> Axis:
    """The axis that `from`, `to` and what may stand beside them mean; what is wrong is added to the faults."""
    for word in ("from", "to"):
        if word not in said:
            entry.wrong(f"has no '{word}'; a range has 'from' and 'to'")
    in_time = any(word in said and is_duration(said[word].node.content) for word in ("from", "to"))
    low, high = (_end(said[word], in_time) if word in said else nan for word in ("from", "to"))
    log = "scale" in said and said["scale"].choice("linear", "log") == "log"
    whole = "whole" in said and _switch(said["whole"])
    steps = said["steps"].whole(2, MOST_VALUES) if "steps" in said else 0
    if low >= high:
        said["from"].wrong(f"is {shown(low)}; a value below 'to', which is {shown(high)}, is accepted")
    if log and low <= 0:
        said["from"].wrong(f"is {shown(low)}; a value above 0 is accepted with scale: log")
    if whole and in_time:
        said["whole"].wrong("is not accepted for a length of time")
    if low < high and "step" in said:
        steps = _counted(said, low, high, in_time)
    axis = Between(name, paths, in_time, low, high, log)
    if not (low < high and (low > 0 or not log)) or not (steps or whole):
        return axis
    values = _whole_steps(entry, said, axis, steps) if whole else _steps(axis, steps)
    return Listed(name, paths, in_time, {value: Open(name, paths, in_time).change(value) for value in values})


def _counted(said: dict[str, Said], low: float, high: float, in_time: bool) -> int:
    """How many values there are in steps of `step`; 0, with a fault, when they do not lead from end to end."""
    for word in ("steps", "scale"):
        if word in said and (word == "steps" or said[word].node.content == "log"):
            said["step"].wrong(f"is not accepted beside '{word}{': log' if word == 'scale' else ''}'")
            return 0
    step = _end(said["step"], in_time)
    if not step > 0:
        if step <= 0:
            said["step"].wrong(f"is {shown(step)}; a value above 0 is accepted")
        return 0
    moves = (high - low) / step
    if moves >= MOST_VALUES:
        said["step"].wrong(f"is {shown(step)}, which makes more than {MOST_VALUES} values; a larger one is accepted")
        return 0
    if abs(moves - round(moves)) > HARDLY or not round(moves):
        said["step"].wrong(_misses(low, high, step, int(moves)))
        return 0
    return round(moves) + 1


def _misses(low: float, high: float, step: float, moves: int) -> str:
    before, after = (shown(rounded(low + number * step)) for number in (moves, moves + 1))
    reached = f"{before} and {after}" if moves else after
    return (
        f"is {shown(step)}, which leads from {shown(low)} to {reached} and not to 'to', which is {shown(high)}; "
        "a step that ends on it is accepted"
    )


def _end(said: Said, in_time: bool) -> float:
    if not in_time:
        return said.number()
    if is_duration(said.node.content):
        return duration(said.node.content)
    said.wrong("has no unit, and another number of the range has one; a length of time is accepted, such as 4 h")
    return nan


def _switch(said: Said) -> bool:
    if not isinstance(said.node.content, bool):
        said.wrong("is not a switch; true or false is accepted")
    return said.node.content is True


def _steps(axis: Between, steps: int) -> list[float]:
    """Evenly from end to end on the scale of the axis."""
    between = (along(axis.low, axis.high, step / (steps - 1), axis.log) for step in range(1, steps - 1))
    return [axis.low, *map(rounded, between), axis.high]


def _whole_steps(entry: Said, said: dict[str, Said], axis: Between, steps: int) -> list[float]:
    """Without a number of steps, each whole number there is."""
    for word in ("from", "to"):
        if not said[word].number().is_integer():
            said[word].wrong(f"is {shown(said[word].number())}; a whole number is accepted with 'whole: true'")
            return [axis.low]
    there = round(axis.high - axis.low) + 1
    if not steps and (axis.log or there > MOST_VALUES):
        entry.wrong(f"has {there} whole numbers; 'steps' says how many of them are taken")
        return [axis.low]
    values = [float(round(each)) for each in _steps(axis, steps or there)]
    if len(set(values)) < len(values):
        said["steps"].wrong(f"is {steps}, and as many whole numbers are not there; fewer are accepted")
    return values
