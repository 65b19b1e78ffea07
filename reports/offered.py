"""Work offered to beds and staff against what there is of them, as worked out before the run."""

from reports.study import Study
from reports.tables import Table
from reports.words import decimals, number

NAN = float("nan")


def offered(study: Study) -> Table | None:
    """Resources down, scenarios across; None where nothing was worked out."""
    loads = (study.manifest.get("beforehand") or {}).get("loads", [])
    if not loads:
        return None
    cells = {(load["resource"], load["scenario"]): _cell(load["offered"], load["capacity"]) for load in loads}
    units = {load["resource"]: load["unit"] for load in loads}
    rows = [
        [_name(study, resource, unit), *(cells.get((resource, scenario), "–") for scenario in study.names)]
        for resource, unit in units.items()
    ]
    return Table("About how much is asked of what there is", ["Resource", *study.names.values()], rows)


def _name(study: Study, resource: str, unit: str) -> str:
    named = study.roles.get(resource, resource)
    title = named[:1].upper() + named[1:]
    return title if unit == resource else f"{title} ({unit})"


def _cell(wanted: float, there: float) -> str:
    said = " of ".join(number(value, decimals(NAN, NAN, value)) for value in (wanted, there))
    return f"{said} ({wanted / there:.0%})".replace("%", "\u00a0%") if there > 0 else said
