"""A study of the warm-up: daily series from the first day of the run, smoothed, judged, and saved."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import pandas as pd

from sim.errors import ResultsError
from sim.experiments.csv_table import ENCODING, write_csv
from sim.experiments.digest import sha256_of
from sim.experiments.folder import appearing
from sim.experiments.gathering import Gatherer
from sim.experiments.intervals import t_interval
from sim.experiments.precision.warm_up import by_day, mean_series, warm_ups
from sim.experiments.program import model_hash, versions
from sim.experiments.runner import Progress
from sim.experiments.statistics.mser import Floats
from sim.experiments.statistics.welch import welch
from sim.experiments.study_entries import WarmUpEntry
from sim.scenario.reading.load import LoadedScenario

WINDOW = 10
"""Days on each side of the moving average, which so goes over three whole weeks and does not follow the weekdays."""
FORMAT = 1


@dataclass(frozen=True)
class Smoothed:
    """A moving average, shape (days - 10,), with its interval, which ends at 0: beds and people are never fewer.

    Its ends are nan for a single replication.
    """

    mean: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class WarmUpStudy:
    """What a scenario shows from its first day on."""

    loaded: LoadedScenario
    entry: WarmUpEntry
    from_start: pd.DataFrame
    means: Mapping[str, Floats]
    """By series, shape (days,)."""

    @classmethod
    def run(cls, loaded: LoadedScenario, workers: int, progress: Progress) -> "WarmUpStudy":
        """Raises what running raises."""
        scenarios = {loaded.identity: loaded.scenario}
        gatherer = Gatherer(scenarios, workers, progress, events=False)
        table = gatherer.until(loaded.scenario.run.replications).frames["from_start"]
        return cls(loaded, warm_ups(table, scenarios)[0], table, mean_series(table, loaded.identity))

    def smoothed(self) -> dict[str, Smoothed]:
        """Moving averages by series, with their 95 % intervals over the replications."""
        found = {}
        for name, values in by_day(self.from_start, self.loaded.identity).items():
            of_each = np.array([welch(each, WINDOW) for each in values])
            known = [t_interval(column) for column in of_each.T]
            mean, low, high = np.array([(each.mean, each.low, each.high) for each in known]).reshape(-1, 3).T
            found[name] = Smoothed(mean, np.maximum(low, 0.0), high)
        return found

    def save(self, out_dir: Path, command: Sequence[str], write_page: Callable[[Path], None]) -> Path:
        """Write the series, their moving averages, the page and `warm-up.json` to a new folder; returns it.

        Raises ResultsError when it cannot be written.
        """
        created = datetime.now().astimezone()
        try:
            with appearing(out_dir, f"{self.loaded.identity}-warm-up-{created:%Y%m%d-%H%M%S}") as (part, folder):
                write_csv("from_start", self.from_start, part / "from_start.csv")
                self._table().to_csv(part / "welch.csv", index=False, lineterminator="\r\n", encoding=ENCODING)
                write_page(part / "warm-up.html")
                text = json.dumps(self._facts(part, command, created), indent=1, ensure_ascii=False) + "\n"
                (part / "warm-up.json").write_text(text, encoding="utf-8", newline="\n")
        except OSError as fault:
            raise ResultsError(
                f"{out_dir}: the results cannot be saved here ({fault.strerror or fault}); "
                "a folder that you may write to, with space left, is accepted"
            ) from fault
        return folder

    def _table(self) -> pd.DataFrame:
        smoothed = self.smoothed()
        parts = [
            pd.DataFrame({"series": name, "day": range(values.size), "mean": values}).assign(
                moving_average=pd.Series(smoothed[name].mean),
                low=pd.Series(smoothed[name].low),
                high=pd.Series(smoothed[name].high),
            )
            for name, values in self.means.items()
        ]
        columns = ["series", "day", "mean", "moving_average", "low", "high"]
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)

    def _facts(self, folder: Path, command: Sequence[str], created: datetime) -> dict[str, object]:
        run = self.loaded.scenario.run
        return {
            "format": FORMAT,
            "kind": "warm-up",
            "created": created.isoformat(timespec="seconds"),
            "advice": self.entry.model_dump(),
            "scenario": {"id": self.loaded.identity, "name": self.loaded.scenario.name},
            "seed": run.seed,
            "replications": run.replications,
            "moving_average_days": 2 * WINDOW + 1,
            "versions": versions(),
            "model_hash": model_hash(),
            "command": list(command),
            "files": {path.name: sha256_of(path) for path in sorted(folder.glob("*.csv"))},
            "resolved": self.loaded.resolved,
        }
