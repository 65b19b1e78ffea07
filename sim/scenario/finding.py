"""From what is typed to a scenario file: a path, or a name for one that is near or ships with the program."""

from collections.abc import Sequence
from pathlib import Path

from sim.errors import ScenarioError
from sim.scenario.values.nearest import suggestion

PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = (PACKAGE.parent / "scenarios", PACKAGE / "_scenarios")
"""Beside the source, and inside the installed package; the first that has a file."""

FOLDERS = (Path(), Path("scenarios"), *SHIPPED)
"""Here, in a folder `scenarios` here, beside the source, and inside the installed package; the first that has it."""


def scenario_path(given: Path) -> Path:
    """The path as given, or for a name such as `baseline` the file that is meant.

    Raises ScenarioError for a name that no file has; a longer path is left to the reader of the file.
    """
    return _found(given, FOLDERS, "scenario")


def sweep_path(given: Path) -> Path:
    """As `scenario_path`, for a sweep: those that ship are in the folder `sweeps` of the scenarios."""
    return _found(given, tuple(folder / "sweeps" for folder in FOLDERS), "sweep")


def search_path(given: Path) -> Path:
    """As `scenario_path`, for a search: those that ship are in the folder `find` of the scenarios."""
    return _found(given, tuple(folder / "find" for folder in FOLDERS), "search")


def _found(given: Path, folders: Sequence[Path], what: str) -> Path:
    if given.exists() or len(given.parts) != 1:
        return given
    named = {path.stem: path for folder in reversed(folders) for path in sorted(folder.glob("*.yaml"))}
    name = given.name.removesuffix(".yaml")
    if name not in named:
        raise ScenarioError(f"{given}: there is no such file and no {what} of that name{suggestion(name, named)}")
    return named[name]


def shipped(name: str) -> Path | None:
    """The file of a shipped scenario; None for a name that none has."""
    if Path(name).name != name:
        return None
    return next((path for folder in SHIPPED if (path := folder / f"{name.removesuffix('.yaml')}.yaml").is_file()), None)
