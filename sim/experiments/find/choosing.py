"""The point that a search recommends, and how sure it is of it."""

from dataclasses import replace

import numpy as np

from sim.experiments.find.answer import Choice
from sim.experiments.find.plan import A_LOOK
from sim.experiments.find.search import Search
from sim.experiments.statistics.selection.allocation import contest
from sim.experiments.statistics.selection.cheapest import chance_reached, moments, standing
from sim.experiments.statistics.selection.forecast import Forecast, forecast


def chosen(search: Search) -> Choice:
    """Of a search that has ended and has run a point at least."""
    question, points = search.question, search.runs.points
    counted = [sample[search.skipped :] for sample in search.samples]
    sure = standing(counted, search.aim, question.chance).decided
    reached = max(chance_reached(counted, search.aim), question.chance if sure else 0.0)
    found = standing(counted, search.aim, question.chance if sure else reached or question.chance)
    settled = sure and search.explorer.finished and not search.looks_run_out
    choice = Choice("chosen", points[0], sure, settled, reached, _still(search))
    if found.decided and found.best is not None:
        return replace(choice, number=points[found.best])
    nearest = _nearest(search)
    meets = not found.decided and bool(np.all(search.samples[nearest].mean(axis=0)[1:] >= 0))
    return replace(choice, outcome="chosen" if meets else "none meets", number=points[nearest])


def _still(search: Search) -> Forecast:
    told_apart = forecast(search.samples, search.aim, search.question.chance, search.skipped)
    question = search.question
    left = min(question.looks, question.size) - search.runs.looked_at
    unseen = 0 if search.explorer.finished else A_LOOK * left
    return Forecast(told_apart.likely + unseen, told_apart.nearly_always + unseen)


def _nearest(search: Search) -> int:
    """The point in the lead; when all are ruled out, that whose worst target is missed by the fewest tolerances."""
    open_ = contest(search.samples, search.aim, search.question.chance, search.skipped)
    if open_ is not None:
        return int(open_.members[open_.leader])
    margins = moments(search.samples).margin
    return int(np.argmax(np.min(margins / search.aim.tolerance, axis=1)))
