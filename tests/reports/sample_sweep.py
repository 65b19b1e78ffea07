"""Made-up sweeps whose numbers follow from their axes, the same at every call: what the tests of their page read."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from sim.experiments.indices.rows import CHANCE, NOISE, Row
from sim.experiments.manifest import MeasureEntry
from sim.experiments.sweep.facts import AxisEntry, BaseEntry, DesignEntry, SweepFacts, TargetEntry
from sim.experiments.sweep.reader import SavedSweep
from sim.experiments.sweep.summaries import means

Value = float | str
LUCK = (-1.0, 0.0, 1.0, 0.5, -0.5)
"""What each replication adds, the same at every point: everybody meets the same people."""
MEASURES = (
    ("wait_mean_h", "Wait to admission, mean", "h", "access", "lower", True),
    ("admitted_24h_pct", "Admitted within 24 h", "%", "access", "higher", True),
    ("occupancy_pct", "Bed occupancy", "%", "beds", "", True),
    ("cost_per_year", "Cost in total", "USD a year", "money", "lower", False),
    ("stay_mean_h", "Stay, mean", "h", "outcome", "", False),
)

BEDS, NURSES = (20.0, 24.0, 28.0), (1.0, 2.0, 3.0)
NOISY_H = 0.2


def known(values: Mapping[str, Value]) -> dict[str, float]:
    """What the measures come to at a point, luck aside: the wait falls with beds, and a little with nurses."""
    beds, nurses = float(values["beds"]), float(values.get("nurses", 2.0))
    return {
        "wait_mean_h": 50 - 1.5 * beds - 0.5 * nurses,
        "admitted_24h_pct": 20 + 2 * beds + nurses,
        "occupancy_pct": 130 - 2 * beds,
        "cost_per_year": 100_000 * beds + 50_000 * nurses,
        "stay_mean_h": 140.0,
    }


def grid(axes: Mapping[str, Sequence[Value]]) -> list[tuple[dict[str, Value], str]]:
    """Every value with every other."""
    return [(dict(zip(axes, values, strict=True)), "") for values in product(*axes.values())]


def sweep(
    axes: Mapping[str, Sequence[Value]] | None = None,
    points: Sequence[tuple[Mapping[str, Value], str]] | None = None,
    at: Callable[[Mapping[str, Value]], dict[str, float]] = known,
    *,
    kind: str = "grid",
    replications: int = 3,
    targets: Sequence[tuple[str, bool, float]] = (),
    failed: Sequence[int] = (),
    left_out: Sequence[int] = (),
    name: str = "Beds and nurses",
    question: str = "How many beds?",
) -> SavedSweep:
    """A finished sweep in memory. Each point adds a little luck of its own, which the order of the points decides."""
    axes = axes or {"beds": BEDS, "nurses": NURSES}
    rows = list(points or grid(axes))
    status = dict.fromkeys(range(1, len(rows) + 1), "done")
    status |= dict.fromkeys(failed, "failed") | dict.fromkeys(left_out, "left out")
    done = [(number, values) for number, (values, _) in enumerate(rows, 1) if status[number] == "done"]
    facts = _facts(axes, kind, replications, targets, len(rows), len(failed), len(left_out), name, question)
    listed = [
        {"point": number, "role": role, **values, "status": status[number], "reason": "a person was lost"
         if status[number] == "failed" else ""}
        for number, (values, role) in enumerate(rows, 1)
    ]  # fmt: skip
    runs = [run for number, values in done for run in _runs(number, at(values), replications)]
    return SavedSweep(
        Path("results/made-up-sweep"), facts, _typed(pd.DataFrame(listed), axes),
        pd.DataFrame(runs, columns=["point", "replication", "measure", "value"]),
        _typed(_summary(done, runs, replications, list(axes)), axes),
        pd.DataFrame([(number, 0, "a person was lost") for number in failed],
                     columns=["point", "replication", "reason"]),
    )  # fmt: skip


def drawn(count: int = 48, kind: str = "latin hypercube") -> SavedSweep:
    """Points all over two axes of numbers."""
    places = (np.arange(count) + 0.5) / count
    beds, nurses = 20 + 8 * places, 1 + 2 * ((places * 29) % 1.0)
    points = [({"beds": float(b), "nurses": float(n)}, "") for b, n in zip(beds, nurses, strict=True)]
    return sweep({"beds": beds.tolist(), "nurses": nurses.tolist()}, points, kind=kind)


def one_at_a_time(levels: Sequence[str] = ("as it is", "closed")) -> SavedSweep:
    """Two axes of numbers and one of words, each moved from the base by itself."""
    base: dict[str, Value] = {"beds": 24.0, "nurses": 2.0, "house": levels[0]}
    moves = (("beds", 20.0), ("beds", 28.0), ("nurses", 3.0), *(("house", level) for level in levels[1:]))
    points = [(base, "base"), *((base | {axis: value}, axis) for axis, value in moves)]
    axes = {"beds": (20.0, 28.0), "nurses": (2.0, 3.0), "house": tuple(levels)}
    return sweep(axes, points, kind="one at a time")


def indices(method: str) -> list[Row]:
    """Indices of two axes, of which `beds` matters."""
    names = {"morris": ("mu_star", "sigma"), "sobol": ("ST", "S1"), "pawn": ("pawn_median",)}[method]
    rows = []
    for measure, *_ in MEASURES:
        for axis, value in (("beds", 0.8), ("nurses", 0.1)):
            rows += [Row(measure, axis, method, name, value, value - 0.05, value + 0.05, 64) for name in names]
            if method == "pawn":
                rows.append(Row(measure, axis, method, names[0] + CHANCE, 0.2, float("nan"), float("nan"), 64))
        rows.append(Row(measure, "", "replications", NOISE, 0.15, 0.1, 0.2, 64))
    return rows


def _runs(number: int, values: Mapping[str, float], replications: int) -> list[tuple[int, int, str, float]]:
    own = NOISY_H * ((number * 7) % 5 - 2)
    return [
        (number, each, measure, value + LUCK[each] + (own if each % 2 else -own) * (value > 0))
        for each in range(replications) for measure, value in values.items()
    ]  # fmt: skip


def _summary(
    done: Sequence[tuple[int, Mapping[str, Value]]],
    runs: Sequence[tuple[int, int, str, float]],
    replications: int,
    axes: Sequence[str],
) -> pd.DataFrame:
    by_cell: dict[tuple[int, str], list[float]] = {}
    for number, _, measure, value in runs:
        by_cell.setdefault((number, measure), []).append(value)
    rows = []
    for number, values in done:
        for measure, *_ in MEASURES:
            column = np.array(by_cell[number, measure]).reshape(replications, 1)
            mean, low, high, n = (float(found[0]) for found in means(column))
            rows.append({"point": number, **values, "measure": measure, "mean": mean, "low": low, "high": high, "n": n})
    return pd.DataFrame(rows, columns=["point", *axes, "measure", "mean", "low", "high", "n"])


def _typed(table: pd.DataFrame, axes: Mapping[str, Sequence[Value]]) -> pd.DataFrame:
    return table.astype({name: "str" for name, values in axes.items() if isinstance(values[0], str)})


def _facts(
    axes: Mapping[str, Sequence[Value]], kind: str, replications: int, targets: Sequence[tuple[str, bool, float]],
    points: int, failed: int, left_out: int, name: str, question: str,
) -> SweepFacts:  # fmt: skip
    return SweepFacts(
        name=name, question=question, file="sweep.yaml", text="",
        base=BaseEntry(id="ward", name="Ward", file="ward.yaml", seed=1, resolved={}),
        axes=[_axis(axis, values) for axis, values in axes.items()],
        design=DesignEntry(kind=kind, sizes={}, table="", seed=0),
        only_if=["beds > 20"] if left_out else [],
        targets=[TargetEntry(measure=measure, at_least=least, value=value) for measure, least, value in targets],
        replications=replications, points=points, left_out=left_out, failed=failed,
        measures=[_measure(*row) for row in MEASURES],
        created="2026-01-01T00:00:00+00:00", versions={"detox-sim": "0"}, model_hash="ab" * 32,
        command=["detox-sim", "sweep", "sweep.yaml"], complete=True,
    )  # fmt: skip


def _axis(name: str, values: Sequence[Value]) -> AxisEntry:
    in_words = isinstance(values[0], str)
    levels: dict[str, Any] = {str(value): {"unit": {"beds": 3}} for value in values} if in_words else {}
    paths = [] if in_words else [f"unit.{name}"]
    return AxisEntry(name=name, paths=paths, unit="", kind="word" if in_words else "number", values=list(values),
                     levels=levels)  # fmt: skip


def _measure(name: str, label: str, unit: str, group: str, better: str, headline: bool) -> MeasureEntry:
    fields = {"name": name, "label": label, "unit": unit, "definition": f"What {label} is.", "kind": "per patient",
              "group": group, "better": better, "headline": headline}  # fmt: skip
    return MeasureEntry.model_validate(fields)
