"""The targets on page one: how many points keep each, and the best point for it."""

from dataclasses import dataclass

from reports.sweep.cells import NOTHING
from reports.sweep.kept import LIKELY, YES, Target, targets_of, verdict
from reports.sweep.space import Space
from reports.tables import Table
from reports.words import estimate, sentence


@dataclass(frozen=True)
class Kept:
    """One target: its words, and what the points make of it."""

    said: str
    kept: int
    likely: int
    best: str
    best_at: str


def table(space: Space) -> Table | None:
    """A row for each target; None for a sweep without targets."""
    found = [_kept(space, target) for target in targets_of(space)]
    if not found:
        return None
    rows = [[each.said, str(each.kept), str(each.likely), each.best, each.best_at] for each in found]
    heads = ["Target", "Points that keep it for sure", "By their means alone", "Best mean", "At"]
    return Table(_caption(space), heads, rows)


def _caption(space: Space) -> str:
    what = "whole 95 % interval" if space.replications > 1 else "one replication"
    return f"Targets of the sweep file, of {len(space.points):,} points. For sure: the {what} on the good side"


def _kept(space: Space, target: Target) -> Kept:
    judged = verdict(space, target)
    estimates = space.estimates(target.measure.name)
    said = sentence(target.said).rstrip(".")
    if estimates.empty:
        return Kept(said, 0, 0, NOTHING, NOTHING)
    margins = target.margins(estimates)["mean"]
    point = int(margins.index[int(margins.argmax())])
    best = estimate(*space.estimate(target.measure.name, point), target.measure.unit)
    return Kept(said, int((judged == YES).sum()), int((judged == LIKELY).sum()), best, space.place(point))
