"""Who a person is and how their story ended, in a few lines above it."""

from collections.abc import Iterator

from sim.cli.story.phrases import Phrases, say_late
from sim.cli.story.record import ENDS, Record
from sim.patients.population import Population
from sim.scenario.scenario import Scenario
from sim.vocabulary import Event

ENDED = {
    Event.LOST: "lost at screening",
    Event.DIVERTED: "diverted at screening",
    Event.REFUSED: "refused, because the list was full",
    Event.GAVE_UP: "gave up waiting",
    Event.NO_SHOW: "was called and did not turn up",
}


def who(scenario: Scenario, population: Population, number: int) -> Iterator[tuple[str, str]]:
    """(what, value) pairs that a person brings with them. Raises KeyError when nobody of that number is referred."""
    row, traits = population.row(number), population.traits
    sources, plans = list(scenario.demand.sources.items()), list(scenario.protocols.items())
    name, source = sources[population.source[row]]
    yield "Referred by", source.label or name
    if scenario.demand.priority_classes:
        name, priority = list(scenario.demand.priority_classes.items())[traits.priority[row]]
        yield "Priority class", priority.label or name
    name, plan = plans[traits.protocol[row]]
    yield "Care plan", plan.label or name
    if scenario.withdrawal and plan.kind != "fixed stay":
        name, opioid = list(scenario.withdrawal.opioids.items())[traits.opioid[row]]
        yield "Opioid", opioid.label or name
        yield "Last use", f"{traits.hours_since_use[row]:.0f} h before arrival"
        peak_h = traits.onset_h[row] + traits.rise_h[row]
        yield "Peak score", f"COWS {traits.peak_score[row]:.0f} without medication, {peak_h:.0f} h after last use"


def ending(record: Record, phrases: Phrases, horizon_h: float) -> str:
    """How it ended, with the length of the wait or of the stay."""
    admitted, end = record.first(Event.ADMITTED), record.first(*ENDS)
    if admitted:
        stay = say_late((end.time_h if end else horizon_h) - admitted.time_h)
        if end is None:
            return f"still in the unit after {stay}, when the run ends"
        if end.event is Event.SELF_DISCHARGED:
            return f"left against advice after {stay}"
        return f"discharged after {stay}" + (f" to {phrases.place(end.value)}" if end.value >= 0 else "")
    if end:
        return ENDED[end.event]
    if record.first(Event.CALLED):
        return "on the way to the unit when the run ends"
    return (
        "on the waiting list when the run ends" if record.first(Event.LISTED) else "not yet screened when the run ends"
    )
