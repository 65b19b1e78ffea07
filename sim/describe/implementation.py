"""Software, randomness, execution and machine, all found out by the program itself (STRESS-DES 5 and 6)."""

import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from sim import __version__
from sim.describe.shifts import SHIFT_END
from sim.describe.words import bullets, paragraphs
from sim.describe.work import tie_order
from sim.scenario.scenario import Scenario

PACKAGES = ("simpy", "numpy", "scipy", "pandas", "pydantic", "ruamel.yaml")
PROGRAM = "detox-sim"


def software() -> str:
    """Operating system, language and packages with their versions."""
    packages = [f"{name} {_version(name)}" for name in PACKAGES]
    return bullets([f"{PROGRAM} {__version__}", f"Python {platform.python_version()}", *packages, platform.platform()])


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


def machine() -> str:
    """The machine on which this document was written."""
    return bullets(_machine())


def access() -> str:
    """Where to get the program and how to run this again."""
    return paragraphs(
        f"{PROGRAM} {__version__}, MIT licence. To run this scenario again: `detox-sim run FILE`; the results folder "
        "holds the resolved scenario, the seed, the versions and the command line.",
        "Not provided by author: where this scenario is archived, and its DOI.",
    )


def _machine() -> Iterator[str]:
    yield f"{platform.machine()} with {os.cpu_count()} cores"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        yield f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.1f} GiB of memory"
    yield "The time a run takes is in the file `run.json` of its results folder."


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
