"""What `uncertainty` does: draw, run, keep, draw the figures, and sum up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import complain, write
from sim.errors import IncompleteRun
from sim.experiments.driving import Hands
from sim.experiments.uncertainty.analysis import answers
from sim.experiments.uncertainty.reader import SavedUncertainty, read_uncertainty
from sim.experiments.uncertainty.saving import folder_of, make, save, store_of
from sim.experiments.uncertainty.study import Asked, Found, Prepared, prepare, run_prepared
from sim.scenario.named import load
from sim.version import PROGRAM

PAGE = "uncertainty.html"


@dataclass(frozen=True)
class UncertaintyAsked:
    """The words of a command line. None, and no workers, mean that the scenario, or the machine, decides."""

    files: Sequence[Path]
    study: Asked
    changes: Sequence[str] | None
    replications: int
    seed: int | None
    hands: Hands
    out: Path
    quiet: bool

    def line(self) -> list[str]:
        """The words that decide the results; who computes them, and where they go, does not matter."""
        words = [PROGRAM, "uncertainty", *(file.as_posix() for file in self.files)]
        words += ["--draws", str(self.study.draws), "--replications", str(self.replications)]
        words += ["--only", self.study.only] if self.study.only != "*" else []
        words += ["--published"] if self.study.published_alone else []
        words += [word for name in self.study.measures for word in ("--measure", name)]
        words += [word for change in self.changes or () for word in ("--set", change)]
        return words if self.seed is None else [*words, "--seed", str(self.seed)]


def uncertainty_study(asked: UncertaintyAsked) -> None:
    """Carry out what was asked. Raises the faults of each step; until every draw has been tried nothing is written."""
    loaded = [load(file, asked.changes, asked.replications, asked.seed) for file in asked.files]
    refuse_a_place_that_cannot_hold_results(asked.out)
    prepared = prepare(loaded, asked.study)
    folder = folder_of(prepared, asked.out)
    make(folder)
    found = _run(asked, prepared)
    save(found, answers(found), folder, asked.line())
    _show(read_uncertainty(folder), asked.quiet)
    if found.failed:
        raise IncompleteRun(
            f"{folder}: {len(found.failed)} runs did not finish, and their draws are left out of the answers; "
            "failures.csv says why. The same command tries again what may go better a second time."
        )


def _show(saved: SavedUncertainty, quiet: bool) -> None:
    """Draw the figures and sum up; what this needs is loaded when it is needed."""
    from reports.uncertainty import write_page
    from sim.cli.uncertainty_picture import picture
    from sim.cli.uncertainty_summary import print_uncertainty

    shown = picture(saved)
    write_page(shown, saved.folder / PAGE)
    if not quiet:
        print_uncertainty(saved, shown)
    write(f"Figures:  {saved.folder / PAGE}")
    write(f"Results:  {saved.folder}")


def _run(asked: UncertaintyAsked, prepared: Prepared) -> Found:
    store = store_of(prepared, asked.out)
    hands = asked.hands if asked.hands.workers else replace(asked.hands, workers=cores())
    try:
        with progress(asked.quiet) as tell:
            return run_prepared(prepared, hands, store, tell)
    except KeyboardInterrupt:
        complain(f"{store.parent}: what is finished is kept here; the same command goes on with the rest.")
        raise
