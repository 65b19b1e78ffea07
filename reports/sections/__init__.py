"""The sections after page one: a sentence, a figure and the table behind it, for each thing worth seeing."""

from reports.sections import access, beds, people, work
from reports.sections.section import Section
from reports.study import Study

__all__ = ["Section", "sections"]

IN_READING_ORDER = (
    access.differences_from_base, beds.occupancy, access.waiting_list, access.wait_for_bed, access.blocked_hours,
    access.blocked_admissions, work.load_of_staff, work.waits_for_care, work.checks, people.outcomes,
    people.self_discharge, beds.boarding, people.flows,
)  # fmt: skip


def sections(study: Study) -> list[Section]:
    """Every section that has something to show."""
    return [section for make in IN_READING_ORDER for section in make(study)]
