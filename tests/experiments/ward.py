"""The smallest scenario that runs, as a file; and results that took no time to make."""

from pathlib import Path

import pandas as pd

from sim.experiments.manifest import Facts, MeasureEntry
from sim.experiments.results import Results
from sim.experiments.scenario_entries import scenario_entries
from sim.experiments.tables import COLUMNS, typed
from sim.scenario import LoadedScenario, load_scenario

PLAIN = """\
schema_version: 1
name: Plain
run: {length: 2 weeks, warm_up: 0 h, replications: 2, seed: 1}
demand: {per_day: 2, sources: {all: {share_pct: 100}}}
unit: {beds: {value: 8, assumed: as many rooms}}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 3 days}}}}
"""


def plain(folder: Path, *changes: str, name: str = "plain", text: str = PLAIN) -> LoadedScenario:
    """A ward of fixed stays without staff, written to a file in `folder` and changed as by `--set`."""
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return load_scenario(path, changes)


def table(name: str, *rows: tuple[object, ...]) -> pd.DataFrame:
    """A table of results from rows in the order of its columns."""
    return typed(name, pd.DataFrame(rows, columns=list(COLUMNS[name])))


def made_up(loaded: LoadedScenario) -> Results:
    """Results of one scenario with few and awkward rows."""
    nan = float("nan")
    frames = {
        "runs": table("runs", ("plain", 0, "wait_mean_h", 0.1 + 0.2), ("plain", 1, "wait_mean_h", nan)),
        "groups": table("groups", ("plain", 0, "women", "with", "=Women", "wait_mean_h", nan, 3)),
        "summary": table("summary", ("plain", "wait_mean_h", 0.1 + 0.2, nan, nan, 1)),
        "differences": table("differences"),
        "group_summary": table(
            "group_summary", ("plain", "women", "with", "=Women", "wait_mean_h", nan, nan, nan, 0, 2.5)
        ),
        "group_differences": table("group_differences"),
        "daily": table("daily", ("plain", 0, 0, 1.5, 0, 0, 2, 0, float("inf"))),
        "from_start": table("from_start", ("plain", 0, 0, 1.5, 0, 0, 0, 2)),
        "hourly": table("hourly"),
        "counts": table("counts", ("plain", 0, "self_discharge_day", "15+", 2)),
        "flows": table("flows", ("plain", 0, "Admitted", "=1+2", 3), ("plain", 0, "Admitted", 'NA, "home"\r\n', 1)),
        "waits": table("waits", ("plain", 0, "bed", 5, 1e-300)),
        "scores": table("scores", ("plain", 0, "plain", 6, 0.1, 7, 13.3, 4)),
        "presence": table("presence", ("plain", 0, "still in the unit", 6, 99.9)),
        "tasks_due": table("tasks_due", ("plain", 0, "check", "late", 3)),
        "month_after": table("month_after", ("plain", 0, "Discharged", "@home", 2)),
    }
    measure = MeasureEntry(
        name="wait_mean_h", label="Wait", unit="h", definition="Hours.", kind="per patient", group="access",
        better="lower", headline=True,
    )  # fmt: skip
    facts = Facts(
        kind="run", created="2027-01-04T10:15:00+00:00", versions={"python": "3.11.2"}, model_hash="ab12", seed=1,
        replications=2, wall_s=0.5, cores=1, scenarios=scenario_entries([loaded], ["plain"]), measures=[measure],
        evidence=[],
    )  # fmt: skip
    return Results(frames, facts)
