"""What is said before a run: where more is asked of the unit than it has, and how precise the answer will be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.cli.terminal import say, write
from sim.experiments.comparable import distinct_ids

if TYPE_CHECKING:
    from sim.experiments.study_entries import BeforehandEntry, ExpectedEntry, LoadEntry
    from sim.scenario import LoadedScenario
    from sim.scenario.demand import Demand

LABELS = {"occupancy_pct": ("bed occupancy", "points"), "wait_mean_h": ("the mean wait", "h")}


def say_beforehand(entry: "BeforehandEntry", loaded: Sequence["LoadedScenario"]) -> None:
    """Two or three plain lines; nothing when nothing can be said."""
    lines = [*_loads(entry.loads, loaded), *_expected(entry.expected)]
    for line in lines:
        say(line)
    if lines:
        write("")


def _loads(loads: Sequence["LoadEntry"], loaded: Sequence["LoadedScenario"]) -> list[str]:
    beds = [each for each in loads if each.resource == "beds"]
    lines = [_beds(beds, loaded)] if beds else []
    names = {name: each.scenario.name for name, each in zip(distinct_ids(loaded), loaded, strict=True)}
    for each in loads:
        if each.resource != "beds" and each.offered >= each.capacity:
            role, where = each.resource.replace("_", " "), f" in '{names[each.scenario]}'" if len(loaded) > 1 else ""
            lines.append(
                f"Warning: about {each.offered:.0f} hours of work a week are asked of {role} staff{where}, "
                f"who are on shift for {each.capacity:.0f}: work will be late or left out."
            )
    return lines


def _beds(beds: Sequence["LoadEntry"], loaded: Sequence["LoadedScenario"]) -> str:
    wanted, there = _span([each.offered for each in beds]), _span([each.capacity for each in beds])
    shares = [100 * each.offered / each.capacity for each in beds]
    line = f"Before the run: about {wanted} beds are asked for of {there} ({_span(shares)} %)."
    if max(shares) < 100:
        return line
    if all(_ends_waiting(each.scenario.demand) for each in loaded):
        return f"{line} Where there are too few, people give up waiting or are refused."
    return f"{line} Warning: where there are too few, the waiting list grows for as long as the run lasts."


def _ends_waiting(demand: "Demand") -> bool:
    """Whether a list that is too long loses people."""
    return demand.list_limit is not None or demand.patience is not None


def _span(values: Sequence[float]) -> str:
    low, high = (f"{end:.0f}" if end >= 10 else f"{end:.2g}" for end in (min(values), max(values)))
    return low if low == high else f"{low} to {high}"


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _expected(expected: Sequence["ExpectedEntry"]) -> list[str]:
    widest: dict[str, float] = {}
    for each in expected:
        widest[each.measure] = max(each.half_width, widest.get(each.measure, 0.0))
    parts = [f"{LABELS[name][0]} to about ±{_rounded(half)} {LABELS[name][1]} or less" for name, half in widest.items()]
    return [f"Expected 95 % intervals: {', '.join(parts)}."] if parts else []
