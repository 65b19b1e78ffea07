"""Choosing among simulated systems with a stated chance of choosing well.

`cheapest` and what it rests on serve `find`, which has targets. For one measure without targets there are
`select_best` and `share_out`, for results of `sim.compare`, `sim.sweep` or anything else.
"""

from sim.experiments.statistics.selection.best import Selection, select_best, share_out

__all__ = ["Selection", "select_best", "share_out"]
