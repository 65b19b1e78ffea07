"""The second part of the report, in chapters: a sentence, a figure and the table behind it, for each thing to see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from reports.sections import access, afterwards, beds, groups, money, people, settling, stay, work
from reports.sections.section import Section
from reports.study import Study

__all__ = ["Chapter", "Section", "chapters", "sections"]

Maker = Callable[[Study], Iterable[Section]]


@dataclass(frozen=True)
class Chapter:
    """Sections that belong together; `slug` is fixed in the code and never comes from a scenario."""

    slug: str
    title: str
    sections: list[Section]

    @property
    def families(self) -> list[list[Section]]:
        """Neighbours that show the same of one scenario after the other stand together."""
        return [list(family) for _, family in groupby(self.sections, key=lambda section: section.title)]


IN_READING_ORDER: dict[tuple[str, str], tuple[Maker, ...]] = {
    ("chapter-changes", "What changes"): (access.differences_from_base,),
    ("chapter-access", "Beds and the way in"): (
        beds.occupancy, access.waiting_list, access.wait_for_bed, access.blocked_hours, access.blocked_admissions,
        beds.boarding,
    ),
    ("chapter-work", "Staff and care"): (
        work.load_of_staff, work.short_roster, stay.first_contacts, work.waits_for_care, work.checks, work.tasks_due,
    ),
    ("chapter-stay", "The stay"): (
        stay.scores, people.outcomes, stay.presence, people.self_discharge, stay.week_of_leaving,
    ),
    ("chapter-afterwards", "Where people go"): (
        people.flows, afterwards.after_leaving, afterwards.deaths,
    ),
    ("chapter-money", "Money"): (money.a_year, money.each_stay, money.what_changes),
    ("chapter-groups", "Groups of people"): (groups.by_group, groups.who_gains),
}  # fmt: skip


def chapters(study: Study) -> list[Chapter]:
    """Every chapter that has something to show."""
    made = [
        Chapter(slug, title, [section for make in makers for section in make(study)])
        for (slug, title), makers in IN_READING_ORDER.items()
    ]
    return [chapter for chapter in made if chapter.sections]


def sections(study: Study) -> list[Section]:
    """Every section that has something to show, in reading order; the last shows how the unit settled."""
    return [*(section for chapter in chapters(study) for section in chapter.sections), *settling.settling(study)]
