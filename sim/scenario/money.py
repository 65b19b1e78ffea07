"""What it costs and what comes in."""

from pydantic import Field

from sim.scenario.part import Name, NotNegative, Part, Positive


class Money(Part):
    """Prices in one currency; drugs have theirs in the protocols."""

    currency: str = "USD"
    wage_an_hour: dict[Name, NotNegative]
    """By role, paid for rostered hours that are filled."""
    on_costs_ratio: Positive = 1.0
    """Multiplies wages: employer's contributions, leave, training."""
    overtime_ratio: NotNegative = 1.0
    """Pay of an hour past the end of a shift, relative to the wage."""
    agency_an_hour: dict[Name, NotNegative] = Field(default={})
    """By role, instead of the wage, for hours covered by agency staff."""
    other_per_bed_day: NotNegative = 0.0
    """Food, linen, rooms and the like, for each day with a person in the bed."""
    fixed_per_bed_year: NotNegative = 0.0
    """Each bed, used or not."""
    hospital_transfer: NotNegative = 0.0
    step_down_bed_day: NotNegative = 0.0
    """Of an own step-down house."""
    income_per_bed_day: NotNegative = 0.0
    """Paid for days with a person in the bed, boarding included."""
    income_per_admission: NotNegative = 0.0
