"""Who arrives: traits that people have or have not, each with what it depends on."""

from typing import Annotated

from pydantic import Field

from sim.scenario.part import Name, Part, Percent, Points, Positive


class Ages(Part):
    """Years from the first to below the second."""

    from_years: Annotated[float, Field(ge=0, alias="from")] = 0.0
    to_years: Annotated[float, Field(le=150, alias="to")] = 150.0


class Share(Part):
    """How often something is so, and among whom it is otherwise."""

    share_pct: Percent
    where: dict[str, Percent] = Field(default={})
    """Other shares by word: a trait above, an opioid or a source. The first word that is true of a person counts;
    where several published conditions do not meet in one figure, people are taken as independent of the rest."""


class Trait(Part):
    """Something that is true of some people, drawn with a share or given by age; its name is a word for them."""

    label: str = ""
    share_pct: Percent | None = None
    where: dict[str, Percent] = Field(default={})
    """Other shares by word: a trait above, an opioid or a source. The first that is true of a person counts."""
    ages: Ages | None = None
    """Instead of a share: true of people of these ages."""
    peak_ratio: Positive = 1.0
    """Multiplies the peak score of those who have the trait."""
    decline_ratio: Positive = 1.0
    """Multiplies the time from the peak to the end of the acute phase."""


class People(Part):
    """Traits in the order in which they are drawn; without conditions they are independent of each other."""

    age_years: Points | None = None
    traits: Annotated[dict[Name, Trait], Field(max_length=40)] = Field(default={})
