"""Studies of small wards whose answers are known, as files."""

from pathlib import Path

from sim.experiments.calibration.reading import read_study
from sim.experiments.calibration.study import Study

WARD = """\
schema_version: 1
name: A bed for everyone
question: How full is it?
run: {length: 13 weeks, warm_up: 2 weeks, replications: 2, seed: 1}
demand:
  per_day: {value: 10, assumed: "To be found."}
  no_show: {at_once_pct: 10, per_day_pct: 0}
  sources: {all: {share_pct: 100}}
unit: {beds: 100, turnover: 0 h}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 2 days}}}}
"""
"""Nobody waits, so that occupancy is rate x share that comes x mean stay, in percent."""

STUDY = """\
schema_version: 1
name: Known answer
calibrates: ward.yaml
free:
  demand.per_day: {from: 2, to: 20}
targets:
  - {measure: occupancy_pct, value: 12, tolerance: 0.2, assumed: "Chosen."}
"""

SHORT = "run: {length: 2 weeks, warm_up: 1 week, replications: 2, seed: 1}"
"""A run that takes no time, where the answer does not matter."""


def files(folder: Path, study: str = STUDY, ward: str = WARD, **others: str) -> Path:
    """Write the study, its ward and other scenarios by name; returns the study's path."""
    for name, text in {"ward": ward, "study": study, **others}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "study.yaml"


def short(ward: str = WARD) -> str:
    """The ward, for two weeks."""
    line = next(line for line in ward.splitlines() if line.startswith("run:"))
    return ward.replace(line, SHORT)


def study_of(folder: Path, study: str = STUDY, ward: str = WARD, **others: str) -> Study:
    """The study as it is read."""
    return read_study(files(folder, study, ward, **others))
