"""The unit of a value by the name it has in a scenario; lengths of time carry their own."""

from fnmatch import fnmatchcase

BY_NAME = (
    ("*_pct", "%"),
    ("*.where.*", "%"),
    ("*_mg", "mg"),
    ("*.mg_by_day", "mg"),
    ("*.per_day", "a day"),
    ("*.per_1000_patient_days", "per 1,000 patient-days"),
    ("*.by_facility_per_1000_days", "per 1,000 patient-days"),
    ("*_per_1000_person_years", "per 1,000 person-years"),
    ("*_per_1000_years", "per 1,000 person-years"),
    ("*_per_person_year", "per person-year"),
    ("*.score_at_least", "COWS points"),
    ("*.score_below", "COWS points"),
    ("*.reference_score", "COWS points"),
    ("*.peak_score", "COWS points"),
    ("*.points", "COWS points"),
    ("*.age_years", "years"),
    ("*.ages.*", "years"),
    ("*.list_limit", "people"),
    ("*.up_to", "people"),
)
IN_MONEY = (
    ("money.*_ratio", ""),
    ("money.wage_an_hour.*", "{currency} an hour"),
    ("money.agency_an_hour.*", "{currency} an hour"),
    ("money.*", "{currency}"),
    ("*.cost", "{currency}"),
    ("*_cost", "{currency}"),
)


def unit_of(path: str, currency: str) -> str:
    """In words, empty for a plain number; the first pattern that fits the dotted path counts."""
    return next((unit for pattern, unit in (*BY_NAME, *IN_MONEY) if fnmatchcase(path, pattern)), "").format(
        currency=currency
    )
