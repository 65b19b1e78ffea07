"""Tonight's census in prose: who is there at the start, and what is known and drawn of them."""

from sim.describe.words import counted, paragraphs
from sim.scenario.census import Census, Described
from sim.scenario.protocols import CarePlan
from sim.scenario.scenario import Scenario


def census(scenario: Scenario) -> str:
    """Who is in a bed and who waits when the run starts, and what that means; the rows themselves are in 3.3."""
    found = scenario.census
    if found is None:
        return ""
    return paragraphs(
        f"The run starts from a census: {counted(_people(found.in_bed), 'person', 'people')} in a detox bed and "
        f"{counted(_people(found.waiting), 'person', 'people')} on the waiting list, as listed in 3.3. What is not "
        "said of them is drawn as for everyone.",
        _in_bed(scenario, found),
        _waiting(found),
    )


def _people(rows: tuple[Described, ...]) -> int:
    return sum(row.number_of_people for row in rows)


def _in_bed(scenario: Scenario, found: Census) -> str:
    if not found.in_bed:
        return ""
    care = (
        " In withdrawal care what has been done is not done again: a check is due at once, doses go on from the last "
        "one, and hazards start at the start of the run, because nothing has happened so far."
        if any(isinstance(plan, CarePlan) for plan in scenario.protocols.values())
        else ""
    )
    beds = " Those with fewer bed groups to choose from take their beds first." if scenario.unit.bed_groups else ""
    return (
        f"People in a bed have been there for the time given.{beds} A fixed stay is drawn given that it has lasted "
        f"that long already.{care}"
    )


def _waiting(found: Census) -> str:
    if not found.waiting:
        return ""
    return (
        "People on the list joined it as long ago as given, and keep that place. Their patience is drawn given that it "
        "has not ended yet."
    )
