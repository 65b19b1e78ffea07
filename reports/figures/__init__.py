"""Figures: each function takes tidy frames and returns a Plotly figure, or None where there is nothing to show.

`names` maps scenario ids to the names their authors gave, in the order of comparison: the place of a scenario in it
decides its colour, dash and marker everywhere. All functions are at hand by name, such as `figures.occupancy`. Their
examples run after `import reports` and `from reports import figures`; `reports.load(folder)` reads your own results.
"""

from typing import Any

HOMES = {
    "differences_from_base": "differences",
    "occupancy": "over_time",
    "level_over_time": "over_time",
    "wait_for_bed": "waits",
    "blocked_hours": "blocked",
    "blocked_admissions": "blocked",
    "load_of_staff": "staff_load",
    "roster_clock": "week_clock",
    "first_contacts": "waits",
    "waits_for_care": "care",
    "checks_on_time": "checks",
    "late_or_missed_care": "tasks_due",
    "felt_scores": "scores",
    "outcomes_of_stays": "outcomes",
    "presence_over_stay": "presence",
    "self_discharge_day": "outcomes",
    "leaving_by_week": "week_of_leaving",
    "sankey": "flow",
    "measured": "measures",
    "cost_waterfall": "waterfall",
    "group_levels": "groups",
    "group_differences": "groups",
    "settling_of_levels": "settling",
    "response_curve": "response",
    "contour_map": "contour",
    "tornado_chart": "tornado",
    "sensitivity_bars": "index_bars",
    "morris_plane": "elementary_effects",
    "trade_off_front": "trade_off",
    "parallel_axes": "parallel",
    "pareto_front": "pareto",
}
"""Name of each figure function, in the order of the report, and the module that it is in."""
__all__ = list(HOMES)


def __getattr__(name: str) -> Any:
    """A figure function, which loads when it is first used."""
    if name in HOMES:
        from importlib import import_module

        return getattr(import_module(f"reports.figures.{HOMES[name]}"), name)
    raise AttributeError(f"module 'reports.figures' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(HOMES)
