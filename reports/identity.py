"""What identifies a study for whoever checks or repeats it: shared by the pages of all kinds of studies."""

import shlex
from collections.abc import Mapping, Sequence


def made_with(versions: Mapping[str, str], model_hash: str) -> list[tuple[str, str]]:
    """The programs and the model, as term and value."""
    return [
        ("Versions", ", ".join(f"{name} {version}" for name, version in versions.items())),
        ("Model code", model_hash),
    ]


def written_in(name: str, file: str) -> str:
    """A scenario and its file."""
    return f"{name}, {file}"


def repeats(command: Sequence[str]) -> str:
    """The line that makes the study again, as a shell reads it."""
    return shlex.join(command)
