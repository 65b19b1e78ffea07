"""A program of its own that drives jobs and says how far it is, to be stopped and killed."""

import sys
from pathlib import Path

from sim.errors import DetoxSimError
from sim.experiments.driving import Hands, driver
from tests.experiments.driving.wards import jobs

STORE = "store.sqlite"


def main(folder: Path, points: int, workers: int, cluster: str) -> int:
    """Drive; returns an exit code as the command line would."""
    try:
        with driver(Hands(workers, cluster or None), folder / STORE, lambda done, _: print(done, flush=True)) as drive:  # noqa: T201
            drive(jobs(folder, points))
    except DetoxSimError as fault:
        sys.stderr.write(f"{fault}\n")
        return fault.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:4]), sys.argv[4]))
