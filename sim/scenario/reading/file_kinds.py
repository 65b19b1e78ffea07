"""What a file is about: a scenario, or a sweep, a search or a study, which are given to commands of their own."""

import re
from dataclasses import dataclass
from pathlib import Path

from sim.scenario.tree.place import Fault, Refused, read_from
from sim.scenario.tree.text_file import MOST_BYTES, read_text


@dataclass(frozen=True)
class FileKind:
    """A kind of file, and how it is told from the others."""

    name: str
    command: str
    """That runs it."""
    folder: str
    """Below the scenarios, where those that ship are."""
    sign: re.Pattern[str]
    """Found in each of the kind and in none of another."""


def _names(*names: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(names)})[ ]*:", re.MULTILINE)


SWEEP = FileKind("a sweep", "sweep", "sweeps", _names("axes"))
SEARCH = FileKind("a search", "find", "find", _names("choose"))
CALIBRATION = FileKind("a calibration study", "calibrate", "calibration", _names("calibrates"))
SCENARIO = FileKind("a scenario", "run", "", _names("extends", "run", "unit", "demand", "protocols"))
KINDS = (SWEEP, SEARCH, CALIBRATION, SCENARIO)
"""The first whose sign is found; a scenario last, because the others may speak of one."""


def kind_of(text: str) -> FileKind | None:
    """None for a text that shows none of the signs."""
    return next((kind for kind in KINDS if kind.sign.search(text)), None)


def kind_of_file(path: Path) -> FileKind | None:
    """As `kind_of`; None for a file that cannot be read too."""
    try:
        with path.open("rb") as file:
            return kind_of(file.read(MOST_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError):
        return None


def read_of_kind(path: Path, wanted: FileKind) -> str:
    """The text of a file of this kind. Raises Refused when it cannot be read, or is of another kind."""
    text = read_text(path, f"the file of {wanted.name} is accepted")
    refuse_another(text, path, wanted)
    return text


def refuse_another(text: str, path: Path, wanted: FileKind) -> None:
    """Raises Refused with the command to use for a file of another kind."""
    found = kind_of(text)
    if found not in (None, wanted):
        raise Refused([Fault(read_from(path), "", says_another(found, wanted, path.as_posix()))])


def says_another(found: FileKind, wanted: FileKind, given: str) -> str:
    """Which command takes it; `given` is what would be typed."""
    return f"is {found.name}, not {wanted.name}; it belongs to the command '{found.command} {given}'"
