"""How a command ends when it does not end well: a sentence on stderr and an exit code."""

import os
import sys
import tempfile
import traceback

from sim.cli.terminal import complain
from sim.errors import DetoxSimError, ScenarioError
from sim.version import PROGRAM

INTERNAL, READER_GONE, INTERRUPTED = 1, 1, 130


def refused(fault: DetoxSimError) -> int:
    """A fault that the person at the keyboard can understand: its sentences, and its exit code."""
    for sentence in fault.faults if isinstance(fault, ScenarioError) else [str(fault)]:
        complain(sentence)
    return fault.exit_code


def interrupted() -> int:
    """Ctrl-C: results are kept whole or not at all."""
    complain("Interrupted: what was not finished is not kept.")
    return INTERRUPTED


def unexpected(problem: Exception) -> int:
    """A fault of the program: one sentence, with the details in a file."""
    try:
        where = f"the details are in {_write_details(problem)}"
    except OSError:
        where = "and the details could not be written down"
    complain(f"Something went wrong inside {PROGRAM} ({type(problem).__name__}); {where}.")
    return INTERNAL


def _write_details(problem: Exception) -> str:
    handle, path = tempfile.mkstemp(prefix=f"{PROGRAM}-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as log:
        log.write(f"{PROGRAM} {' '.join(sys.argv[1:])}\n")
        log.writelines(traceback.format_exception(problem))
    return path
