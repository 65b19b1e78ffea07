"""How to get each scenario in words: saved results hold its numbers, but only the model can say what they mean."""

import shlex
from collections.abc import Iterator
from itertools import pairwise

from reports.study import Study

OF_THE_RUN = {"--replications": "run.replications", "--seed": "run.seed"}
"""Options of a study that change the scenario, and the value that each changes."""


def commands(study: Study) -> list[str]:
    """One for each scenario of the study, with what the command line of the study changed in it."""
    changes = [word for change in _changes(study.manifest["command"]) for word in ("--set", change)]
    run = [*changes, "--results", f"results/{study.saved.folder.absolute().name}"]
    return [
        shlex.join(["detox-sim", "describe", scenario["file"], *run, "--out", f"{scenario['id']}.html"])
        for scenario in study.scenarios
    ]


def _changes(words: list[str]) -> Iterator[str]:
    for option, value in pairwise(words):
        if option == "--set":
            yield value
        elif option in OF_THE_RUN:
            yield f"{OF_THE_RUN[option]}={value}"
