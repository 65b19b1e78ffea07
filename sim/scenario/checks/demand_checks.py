"""Do the sources, the profile and the screening of the demand fit together?"""

from collections.abc import Iterator
from itertools import combinations

from sim.rules.calendar import spans
from sim.scenario.checks.coverage import gaps, overlap, say_span, say_spans
from sim.scenario.checks.names import BEFORE_PROTOCOLS, Cast, rule_faults
from sim.scenario.checks.wrong import Wrong, one_of, stranger
from sim.scenario.demand import Demand, ProfileRow, Source
from sim.scenario.tree.node import Steps

WAYS = ("share_pct", "scheduled", "listed")


def demand_faults(demand: Demand) -> Iterator[Wrong]:
    """Everything that only shows when the parts of the demand are seen together."""
    for name, source in demand.sources.items():
        yield from _source_faults(demand, name, source)
    yield from _rate_faults(demand)
    yield from _profile_faults(("demand", "profile"), demand.profile or ())
    if demand.screening and demand.screening.diverted_pct + demand.screening.lost_pct > 100:
        yield ("demand", "screening"), "diverted_pct and lost_pct add up to more than 100"


def _source_faults(demand: Demand, name: str, source: Source) -> Iterator[Wrong]:
    here: Steps = ("demand", "sources", name)
    yield from one_of(here, source, WAYS)
    if source.profile and source.share_pct is None:
        yield (*here, "profile"), "has no effect on scheduled or listed referrals; it is accepted beside share_pct"
    yield from _profile_faults((*here, "profile"), source.profile or ())
    classes = demand.priority_classes or {}
    yield from stranger((*here, "priority"), source.priority, classes, "demand.priority_classes")


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


def outpatient_word_faults(cast: Cast) -> Iterator[Wrong]:
    """Who is eligible for outpatient withdrawal management."""
    screening = cast.demand.screening
    if screening and screening.outpatient:
        here = ("demand", "screening", "outpatient")
        yield from rule_faults(cast, here, screening.outpatient, BEFORE_PROTOCOLS)
