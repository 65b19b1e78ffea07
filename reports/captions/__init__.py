"""The sentence above each figure: what to see in it, with this study's own numbers."""

from reports.captions.access import bed_wait, blocked, held_up
from reports.captions.levels import level, occupancy
from reports.captions.people import flow, linked, others, outcome, self_discharge
from reports.captions.roster import short_roster, tasks_due
from reports.captions.stay import contacts, presence, scores, week_of_leaving
from reports.captions.work import care, checks, staff

__all__ = [
    "bed_wait", "blocked", "care", "checks", "contacts", "flow", "held_up", "level", "linked", "occupancy",
    "others", "outcome", "presence", "scores", "self_discharge", "short_roster", "staff", "tasks_due",
    "week_of_leaving",
]  # fmt: skip
