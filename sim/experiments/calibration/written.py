"""The fitted values as a scenario file, which extends the calibrated one and says where each value comes from."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from sim.experiments.calibration.calibration import Calibration, Fitted
from sim.experiments.calibration.study import Study, Target
from sim.experiments.file_lines import named, said
from sim.experiments.sensitivity.quantities import plain as digits
from sim.scenario.reading.identity import identity

Tree = dict[str, Any]
"""Names to trees, and at the end of a dotted path its number and its reason."""


def file_name(study: Study) -> str:
    """What the fitted scenario is called beside the originals, of which it takes no name."""
    name = f"{identity(study.name, ())}.yaml"
    return name if name not in study.originals else f"{PurePosixPath(name).stem}-calibrated.yaml"


def scenario_text(found: Calibration, extends: str, day: date) -> str:
    """The file; `extends` is the calibrated scenario as seen from it, `day` the day of the calibration."""
    study = found.study
    called = study.calibrated.scenario.name
    head = {
        "extends": extends.removesuffix(".yaml"),
        "name": f"{called[:150]}, calibrated {day:%Y-%m-%d}",
        "question": f"How does the unit of '{called}' run with values fitted to what has been observed?",
        "rationale": _rationale(found, day),
    }
    lines = ["schema_version: 1", *(line for name, text in head.items() for line in said(name, text, "")), ""]
    return "\n".join([*lines, *_branches(_tree(found, day), "")]) + "\n"


def _rationale(found: Calibration, day: date) -> str:
    study = found.study
    inside = sum(reached.inside for reached in found.reached if not reached.predicted)
    return (
        f"Calibrated on {day:%Y-%m-%d} by the study '{study.name}' ({study.path.name}) from "
        f"{study.calibrated.path.name}: {_counted(len(study.free), 'value')} searched in "
        f"{_counted(len(found.evaluations), 'evaluation')} of {_counted(study.replications, 'replication')}. "
        f"With {_counted(study.fresh_replications, 'fresh replication')}, {inside} of "
        f"{_counted(len(study.targets), 'target')} reached to within the tolerance."
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _tree(found: Calibration, day: date) -> Tree:
    tree: Tree = {}
    for fitted in found.fitted:
        for path, value in fitted.free.settings(fitted.value).items():
            *above, name = path.split(".")
            below = tree
            for step in above:
                below = below.setdefault(step, {})
            below[name] = (value, _reason(found.study, fitted, day))
    return tree


def _reason(study: Study, fitted: Fitted, day: date) -> str:
    free = fitted.free
    targets = "; ".join(_aim(target, study) for target in study.targets)
    scaled = f" as a factor of {digits(fitted.value)}" if free.role == "factor" else ""
    stopped = f"; stopped by the bound '{fitted.at_bound}'" if fitted.at_bound else ""
    return (
        f"Calibrated on {day:%Y-%m-%d} by {study.name} to {targets}. Searched{scaled} from {digits(free.low)} to "
        f"{digits(free.high)}{stopped}."
    )


def _aim(target: Target, study: Study) -> str:
    where = "" if target.scenario == study.calibrated.identity else f" in {target.scenario}"
    grounds = target.grounds.text if target.grounds.kind == "source" else "assumed"
    return f"{target.measure}{where} {digits(target.value)} ({grounds})"


def _branches(tree: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, below in tree.items():
        yield f"{indent}{named(name)}:"
        deeper = indent + "  "
        if isinstance(below, Mapping):
            yield from _branches(below, deeper)
        else:
            value, reason = below
            yield f"{deeper}value: {digits(value)}"
            yield from said("assumed", reason, deeper)
