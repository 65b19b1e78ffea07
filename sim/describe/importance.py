"""How much each value matters, from the saved sensitivity of this scenario or of one that it extends."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isnan
from pathlib import Path

from sim.describe.words import escaped, number
from sim.experiments.sensitivity.estimates import estimates
from sim.experiments.sensitivity.quantities import written
from sim.experiments.sensitivity.rows import Importance, Row, importances
from sim.experiments.sensitivity.saved import read_rows
from sim.measures import registry_for
from sim.scenario.reading.load import LoadedScenario

FOLDER = "sensitivity"
NOT_YET = "not yet varied"


@dataclass(frozen=True)
class KnownImportance:
    """A saved table, read for one scenario."""

    introduced: str
    """What the order means and where it comes from."""
    by_path: Mapping[str, Importance]
    labels: Mapping[str, str]
    """Of the measures."""
    now: Mapping[str, str]
    """Estimates of this scenario by path, as they are written."""

    def order(self, path: str) -> float:
        """A key to sort by: what matters most first, what has not been varied last."""
        found = self._found(path)
        return found.rank if found and found.rank is not None else inf

    def rank(self, path: str) -> str:
        """Among all the estimates that were varied; empty for one that was not."""
        found = self._found(path)
        return str(found.rank) if found and found.rank is not None else ""

    def matters(self, path: str) -> str:
        """The measure moved most and by how much, or why that is not known."""
        found = self._found(path)
        if found is None:
            return NOT_YET
        said = f"cannot be varied: {found.most.remark}" if found.rank is None else self._moved(found.most)
        same = self.now.get(found.most.path) == found.most.base
        return said if same else f"{said} (found around {found.most.base})"

    def _moved(self, row: Row) -> str:
        label = self.labels.get(row.measure, row.measure)
        if isnan(row.importance_pct):
            return f"{label}: no share can be given, because its base is 0 or unknown"
        return (
            f"{label}, by {number(float(f'{row.importance_pct:.2g}'))} %" if row.importance_pct else "no measure moves"
        )

    def _found(self, path: str) -> Importance | None:
        """That of the value, or of the number inside it that matters most."""
        inside = (each for name, each in self.by_path.items() if name == path or name.startswith(f"{path}."))
        return next(inside, None)


def importance_of(loaded: LoadedScenario) -> KnownImportance | None:
    """From `sensitivity/NAME.csv` beside the scenario's file or, failing that, beside the nearest that it extends.

    None without such a table. Raises ResultsError when it cannot be read.
    """
    tables = (file.parent / FOLDER / f"{file.stem}.csv" for file in loaded.files)
    path = next((each for each in tables if each.is_file()), None)
    if path is None:
        return None
    rows = read_rows(path)
    found = {each.most.path: each for each in importances(rows)}
    return KnownImportance(
        introduced=_introduced(path, rows, sum(each.rank is not None for each in found.values())),
        by_path=found,
        labels={measure.name: measure.label for measure in registry_for(loaded.scenario)},
        now={each.path: written(each.value) for each in estimates(loaded)},
    )


def _introduced(path: Path, rows: list[Row], varied: int) -> str:
    known = any(not isnan(row.at_low_half_width) or not isnan(row.at_high_half_width) for row in rows)
    chance = "" if known else " It rests on one replication, which is a first look."
    return (
        f"Those that matter most come first, by {escaped(f'{FOLDER}/{path.name}')}, made with `detox-sim sensitivity`: "
        "each estimate alone at both ends of its published interval, or a quarter less and more, with all else as it "
        f"is. The rank is among the {varied} estimates varied there; beside it stand the measure moved most and the "
        f"distance between its values at both ends, in percent of its value in the base.{chance}"
    )
