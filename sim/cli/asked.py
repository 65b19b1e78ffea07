"""What `run` and `compare` were asked for, and the command line that would ask for it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.version import PROGRAM

RESULTS = Path("results")


@dataclass(frozen=True)
class Asked:
    """The words of a command line. None means that the scenario, or the machine, decides."""

    command: str
    files: Sequence[Path]
    changes: Sequence[str] | None
    replications: int | None
    seed: int | None
    workers: int | None
    out: Path
    events: bool
    quiet: bool
    precision: Sequence[str] | None = None
    most: int | None = None
    correction: str | None = None
    all_pairs: bool = False
    matters: Sequence[str] | None = None

    def line(self) -> list[str]:
        """The words that decide the results; where they go and who computes them does not matter."""
        words = [PROGRAM, self.command, *(file.as_posix() for file in self.files)]
        for change in self.changes or ():
            words += ["--set", change]
        for name in ("replications", "seed", "most", "correction"):
            if getattr(self, name) is not None:
                words += [f"--{name}", str(getattr(self, name))]
        for name in ("precision", "matters"):
            for word in getattr(self, name) or ():
                words += [f"--{name}", word]
        words += ["--all-pairs"] if self.all_pairs else []
        return [*words, "--events"] if self.events else words
