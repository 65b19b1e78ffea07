"""Software, randomness, execution and machine, all found out by the program itself (STRESS-DES 5 and 6)."""

import os
import platform
from collections.abc import Iterator

from sim.describe.ran import Ran, time_taken
from sim.describe.shifts import SHIFT_END
from sim.describe.words import bullets, escaped, listing, paragraphs
from sim.describe.work import tie_order
from sim.experiments.program import model_hash, versions
from sim.scenario.reading.load import LoadedScenario, load_scenario
from sim.scenario.scenario import Scenario
from sim.version import PROGRAM, VERSION

UNKNOWN_TIME = "How long a run takes is not known before it: `describe --results FOLDER` tells it of a run"


def software(run: Ran | None) -> str:
    """The program, language, system and packages, and a digest of the model's code: those of the run, or of now."""
    found, code = (run.facts.versions, run.facts.model_hash) if run else (versions(), model_hash())
    changed = "The model's code has changed since the run: this document is of the code as it is now."
    points = [f"{name} {version}" for name, version in found.items()]
    return paragraphs(
        bullets([*points, f"SHA-256 of the model's code: `{code}`"]), changed if code != model_hash() else ""
    )


def randomness(scenario: Scenario) -> str:
    """Generator, seed and the key of each stream."""
    unit = (
        " The unit's own luck, such as a shift that goes unfilled, has streams of its own by the names of roster rows, "
        "roles and groups."
        if scenario.staff
        else ""
    )
    return (
        f"Philox (counter-based, NumPy), master seed {scenario.run.seed}. Each stream is "
        "`Generator(Philox(SeedSequence(seed, spawn_key=key)))` with key = (replication, CRC-32 of the source's "
        "name, band of demand, purpose), followed by the CRC-32 of names where a purpose has several, and by 0 and "
        "the number of the episode from a person's second one on. Purposes are a fixed table of numbers. A stream "
        "depends on its key only, so neither a change to another part of the scenario nor the order or number of "
        f"worker processes disturbs it. Nothing is drawn while the clock runs.{unit}"
    )


def execution(scenario: Scenario) -> str:
    """Event mechanism, ties, priorities, shift change and parallel running."""
    shift = f"At the end of a shift: {SHIFT_END[scenario.staff.shift_end]}" if scenario.staff else ""
    return paragraphs(
        "Discrete events on SimPy: people are processes, and times are computed absolutely in hours, never by adding "
        "fractions.",
        tie_order(),
        shift,
        "Replications run in separate processes and share nothing; their results are put together in the order of "
        "replications, so the number of workers does not change them. Every run is audited: people, beds, waits and "
        "staff hours must add up, or the run fails.",
    )


def machine(run: Ran | None) -> str:
    """The machine on which this document was written, and the time of the run."""
    return bullets([*_machine(), time_taken(run) if run else UNKNOWN_TIME])


def access(loaded: LoadedScenario) -> str:
    """Where to get the program and how to run this again."""
    names = [escaped(path.name) for path in loaded.files]
    changed = " with the changes in 2.3" if loaded.resolved != load_scenario(loaded.path).resolved else ""
    return paragraphs(
        f"The program, {PROGRAM} {VERSION}, is open source under the MIT licence; `CITATION.cff` says how to cite "
        f"it. To run this scenario again: `{PROGRAM} run` on {listing(names, ', which extends ', ', which extends ')}"
        f"{changed}. Each results folder holds the resolved scenario, the seed, the versions and the command line; "
        "reports are made from it alone.",
        "Not provided by author: where these files are archived, and their DOI.",
    )


def _machine() -> Iterator[str]:
    yield f"{platform.machine()} with {os.cpu_count()} cores"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        yield f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.1f} GiB of memory"
