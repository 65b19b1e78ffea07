"""Do the sources, the profile, the classes and the screening of the demand fit together?"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from sim.rules.calendar import spans
from sim.scenario.checks.coverage import gaps, overlap, say_span, say_spans
from sim.scenario.demand import Demand, ProfileRow, Source
from sim.scenario.staff import Tasks
from sim.scenario.tree.node import Steps
from sim.scenario.values.nearest import suggestion

Wrong = tuple[Steps, str]
WAYS = ("share_pct", "scheduled", "listed")
ROUNDING_PCT = 0.01 + 1e-9
"""Three times 33.33 is a whole; the rest is for binary fractions."""


def shares_fault(steps: Steps, shares_pct: Iterable[float]) -> Iterator[Wrong]:
    """Shares of a whole must add up to it."""
    total = sum(shares_pct)
    if abs(total - 100) > ROUNDING_PCT:
        yield steps, f"the shares add up to {total:.6g}; 100 is accepted"


def demand_faults(demand: Demand) -> Iterator[Wrong]:
    """Everything that only shows when the parts of the demand are seen together."""
    for name, source in demand.sources.items():
        yield from _source_faults(demand, name, source)
    yield from _rate_faults(demand)
    yield from _profile_faults(("demand", "profile"), demand.profile or ())
    if demand.priority_classes:
        classes = demand.priority_classes.values()
        yield from shares_fault(("demand", "priority_classes"), (each.share_pct for each in classes))
    if demand.screening and demand.screening.diverted_pct + demand.screening.lost_pct > 100:
        yield ("demand", "screening"), "diverted_pct and lost_pct add up to more than 100"


def _source_faults(demand: Demand, name: str, source: Source) -> Iterator[Wrong]:
    here: Steps = ("demand", "sources", name)
    said = [way for way in WAYS if getattr(source, way) is not None]
    if len(said) != 1:
        says = " and ".join(said) or "none of them"
        yield here, f"says {says}; exactly one of {', '.join(WAYS)} is accepted (null takes one away)"
    if source.profile and source.share_pct is None:
        yield (*here, "profile"), "has no effect on scheduled or listed referrals; it is accepted beside share_pct"
    yield from _profile_faults((*here, "profile"), source.profile or ())
    classes = demand.priority_classes or {}
    if source.priority is not None and source.priority not in classes:
        known = suggestion(source.priority, classes)
        yield (*here, "priority"), f"is '{source.priority}', not one of demand.priority_classes{known}"


def _rate_faults(demand: Demand) -> Iterator[Wrong]:
    shares = [source.share_pct for source in demand.sources.values() if source.share_pct is not None]
    if shares and demand.per_day is None:
        yield ("demand", "per_day"), "is missing; sources with share_pct need it"
    if shares and not any(shares):
        yield ("demand", "sources"), "every share_pct is 0; at least one above 0 is accepted"


def _profile_faults(here: Steps, profile: tuple[ProfileRow, ...]) -> Iterator[Wrong]:
    if not profile:
        return
    rows = [spans(row.days, row.from_h, row.to_h) for row in profile]
    for (first, earlier), (second, later) in combinations(enumerate(rows), 2):
        both = overlap(earlier, later)
        if both:
            says = f"overlaps row {first + 1} from {say_span(both)}; each hour of the week is accepted once"
            yield (*here, second), says
    missing = gaps(span for row in rows for span in row)
    if missing:
        yield here, f"says nothing for {say_spans(missing)}; its rows must cover the week"
    if not any(row.weight for row in profile):
        yield here, "every weight is 0; at least one above 0 is accepted"


def screening_faults(demand: Demand, tasks: Tasks) -> Iterator[Wrong]:
    """Screening is a finding and a task; one without the other is half a statement."""
    if demand.screening and not tasks.screening:
        yield ("tasks", "screening"), "is missing; demand.screening needs it"
    if tasks.screening and not demand.screening:
        yield ("demand", "screening"), "is missing; tasks.screening needs it"
