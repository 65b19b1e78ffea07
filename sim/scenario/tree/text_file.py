"""Reading a scenario file as text, or saying in one sentence why that cannot be done."""

import re
from pathlib import Path

from sim.scenario.tree.place import Fault, Place, Refused, read_from

MOST_BYTES = 250_000
"""Ten times the size of a complete scenario; bigger is some other kind of file."""

CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a stream (YAML 1.2, production 1)."""


EXPECTED = "the name of a scenario file is expected"


def read_text(path: Path, expected: str = EXPECTED) -> str:
    """The text of a file. Raises Refused when it is missing, no text, too big or not readable."""
    try:
        content = _bytes(path, expected)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(path, "is not a text file in UTF-8; save it as UTF-8 in your editor") from None
    except (OSError, ValueError) as problem:
        raise _refused(path, f"cannot be read: {_reason(problem)}") from None
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        place = Place(read_from(path).said_in, line)
        raise Refused([Fault(place, "", "holds a control character; plain text is accepted")])
    return text


def _bytes(path: Path, expected: str) -> bytes:
    if path.is_dir():
        raise _refused(path, f"is a folder; {expected}")
    if not path.exists():
        raise _refused(path, f"is not there; {expected}")
    if not path.is_file():
        raise _refused(path, f"is not a file; {expected}")
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _refused(path, f"is too big; up to {MOST_BYTES // 1000} kB is accepted")
    return content


def _reason(problem: OSError | ValueError) -> str:
    if isinstance(problem, PermissionError):
        return "you have no permission to open it"
    return getattr(problem, "strerror", None) or "its name is not one that files can have"


def _refused(path: Path, says: str) -> Refused:
    return Refused([Fault(read_from(path), "", says)])
