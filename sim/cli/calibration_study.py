"""What `calibrate` does: search, save, and show how well the fitted values do."""

from datetime import datetime
from pathlib import Path

from sim.cli.asked import Asked
from sim.cli.calibration_fit import print_fit
from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import complain, write
from sim.experiments.calibration.beside import seen_from, write_beside
from sim.experiments.calibration.calibration import calibrate
from sim.experiments.calibration.reading import read_study
from sim.experiments.calibration.saving import save
from sim.experiments.calibration.study import Study
from sim.scenario.finding import calibration_path


def calibration_study(asked: Asked, write_to: Path | None) -> None:
    """Carry out what was asked. Raises the faults of each step; until the study is saved nothing is written."""
    study = read_study(calibration_path(asked.files[0]))
    extends = seen_from(write_to, study) if write_to else ""
    refuse_a_place_that_cannot_hold_results(asked.out)
    if len(study.free) > len(study.targets):
        complain(_too_free(study))
    with progress(asked.quiet) as tell:
        found = calibrate(study, asked.workers or cores(), tell)
    created = datetime.now().astimezone()
    folder, scenario = save(found, asked.out, asked.line(), created)
    if write_to:
        write_beside(found, write_to, extends, created.date())
    if not asked.quiet:
        print_fit(found)
    write(f"Scenario: {write_to or scenario}")
    write(f"Results:  {folder}")


def _too_free(study: Study) -> str:
    return (
        f"{study.path}: {len(study.free)} values are free, and the targets are {len(study.targets)}: other values may "
        "fit as well. A target for each free value is better."
    )
