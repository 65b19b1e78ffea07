"""What the report knows about a results folder: its scenarios in order, its measures, its size."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from reports.frames import LONG_WINDOW_DAYS
from reports.possible import possible
from sim.experiments.results_reader import SavedResults

MEANS = ("summary", "group_summary")
"""Tables with means of measures."""


@dataclass(frozen=True)
class Measure:
    """One line of the measure registry, as the manifest saved it."""

    name: str
    label: str
    unit: str
    definition: str
    kind: str
    group: str
    better: str
    headline: bool


@dataclass(frozen=True)
class Study:
    """A results folder, read with the report's questions in mind."""

    saved: SavedResults

    @property
    def manifest(self) -> dict[str, Any]:
        return self.saved.manifest

    def frame(self, name: str) -> pd.DataFrame:
        """A table as it is shown: intervals of means end where their measure does."""
        return self._means[name] if name in MEANS else self.saved.frames[name]

    @cached_property
    def _means(self) -> dict[str, pd.DataFrame]:
        return {name: possible(self.saved.frames[name], self.measures) for name in MEANS}

    @cached_property
    def scenarios(self) -> list[dict[str, Any]]:
        """As in the manifest, the base first."""
        return list(self.manifest["scenarios"])

    @cached_property
    def names(self) -> dict[str, str]:
        """Scenario id to the name its author gave it, in the order of comparison."""
        return {scenario["id"]: scenario["name"] for scenario in self.scenarios}

    @cached_property
    def roles(self) -> dict[str, str]:
        """Id of each role to what people call it."""
        named: dict[str, dict[str, Any]] = {}
        for scenario in self.scenarios:
            named |= (scenario["resolved"].get("staff") or {}).get("roles") or {}
        ids = [role for scenario in self.scenarios for role in scenario["roles"]]
        labels = {role: (named.get(role) or {}).get("label") or role.replace("_", " ") for role in ids}
        return {role: label[:1].lower() + label[1:] for role, label in labels.items()}

    @property
    def base(self) -> dict[str, Any]:
        return self.scenarios[0]

    @property
    def alternatives(self) -> list[dict[str, Any]]:
        return self.scenarios[1:]

    @cached_property
    def measures(self) -> list[Measure]:
        fields = Measure.__dataclass_fields__
        return [Measure(**{field: row[field] for field in fields}) for row in self.manifest["measures"]]

    @cached_property
    def headline(self) -> list[Measure]:
        return [measure for measure in self.measures if measure.headline]

    @cached_property
    def evidence(self) -> dict[str, list[Mapping[str, Any]]]:
        """Name of each published figure that a scenario cites to its rows of the evidence table."""
        rows: dict[str, list[Mapping[str, Any]]] = {}
        for row in self.manifest["evidence"]:
            rows.setdefault(row["parameter"], []).append(row)
        return rows

    @property
    def replications(self) -> int:
        return int(self.manifest["replications"])

    @cached_property
    def days(self) -> int:
        """Length of the measured window in whole days."""
        return int(self.frame("daily")["day"].nunique())

    @property
    def warm_up_days(self) -> float:
        """Days from the start of the run to the measured window; 0 where none were saved."""
        from_start = self.frame("from_start")
        return float(max(0, from_start["day"].nunique() - self.days)) if len(from_start) else 0.0

    @property
    def long_window(self) -> bool:
        """Whether figures over time show weeks instead of days."""
        return self.days > LONG_WINDOW_DAYS

    @cached_property
    def _summary(self) -> dict[tuple[str, str], pd.Series]:
        return {(row["scenario"], row["measure"]): row for _, row in self.frame("summary").iterrows()}

    @cached_property
    def _differences(self) -> dict[tuple[str, str], pd.Series]:
        return {(row["scenario"], row["measure"]): row for _, row in self.frame("differences").iterrows()}

    def value(self, scenario: str, measure: str) -> pd.Series | None:
        """The summary row (mean, low, high, n), or None when it was not saved."""
        return self._summary.get((scenario, measure))

    def difference(self, scenario: str, measure: str) -> pd.Series | None:
        """The row of paired differences (difference, low, high, verdict), or None when it was not saved."""
        return self._differences.get((scenario, measure))
