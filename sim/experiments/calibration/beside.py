"""The fitted scenario in a place that the user chooses, where it can extend the calibrated one."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from sim.errors import ResultsError
from sim.experiments.calibration.calibration import Calibration
from sim.experiments.calibration.study import Study
from sim.experiments.calibration.written import file_name, scenario_text
from sim.scenario.reading.ancestry import FOLDER, SUFFIXES


def seen_from(target: Path, study: Study) -> str:
    """The calibrated scenario as a file `target` would extend it.

    Raises ResultsError when `target` cannot be written or would lie where it cannot extend that scenario.
    """
    calibrated, folder = study.calibrated.path.resolve(), target.resolve().parent
    root = next((around for around in (folder, *folder.parents) if around.name == FOLDER), folder)
    if target.suffix not in SUFFIXES:
        raise ResultsError(f"{target}: is no name of a scenario file; one that ends in .yaml is accepted")
    if target.exists():
        raise ResultsError(f"{target}: is there already; the name of a new file is accepted")
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise ResultsError(f"{target}: cannot be written; a folder that is there and that you may write to is accepted")
    if not calibrated.is_relative_to(root):
        raise ResultsError(
            f"{target}: could not extend {study.calibrated.path}, which lies outside the folder '{root.name}'; a place "
            f"in the folder of that scenario is accepted, such as {study.calibrated.path.parent / file_name(study)}"
        )
    return Path(os.path.relpath(calibrated, folder)).as_posix()


def write_beside(found: Calibration, target: Path, extends: str, day: date) -> None:
    """Write the fitted scenario to `target`, whole or not at all; `extends` is what `seen_from` gave for it.

    Raises ResultsError when the file cannot be written or has appeared in the meantime.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(scenario_text(found, extends, day))
        if target.exists():
            raise FileExistsError(None, "it is there already")
        part.rename(target)
    except OSError as fault:
        raise ResultsError(f"{target}: the scenario cannot be written here ({fault.strerror or fault})") from fault
    finally:
        with suppress(OSError):
            part.unlink()
