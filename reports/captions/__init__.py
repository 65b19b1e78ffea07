"""The sentence above each figure: what to see in it, with this study's own numbers."""

from reports.captions.access import bed_wait, blocked, held_up
from reports.captions.levels import level, occupancy
from reports.captions.people import flow, outcome, self_discharge
from reports.captions.work import care, checks, staff

__all__ = [
    "bed_wait", "blocked", "care", "checks", "flow", "held_up", "level", "occupancy", "outcome", "self_discharge",
    "staff",
]  # fmt: skip
