"""The sections after page one: a sentence, a figure and the table behind it, for each thing worth seeing."""

from reports.sections import access, afterwards, beds, groups, money, people, stay, work
from reports.sections.section import Section
from reports.study import Study

__all__ = ["Section", "sections"]

IN_READING_ORDER = (
    access.differences_from_base, beds.occupancy, access.waiting_list, access.wait_for_bed, access.blocked_hours,
    access.blocked_admissions, work.load_of_staff, work.short_roster, stay.first_contacts, work.waits_for_care,
    work.checks, work.tasks_due, stay.scores, people.outcomes, stay.presence, people.self_discharge,
    stay.week_of_leaving, beds.boarding, people.flows, people.month_after, afterwards.after_leaving,
    afterwards.deaths, money.a_year, money.each_stay, money.what_changes, groups.by_group, groups.who_gains,
)  # fmt: skip


def sections(study: Study) -> list[Section]:
    """Every section that has something to show."""
    return [section for make in IN_READING_ORDER for section in make(study)]
