"""From what is typed to a scenario file: a path, or a name for one that is near or ships with the program."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sim.errors import ScenarioError
from sim.scenario.reading.file_kinds import (
    CALIBRATION,
    KINDS,
    SCENARIO,
    SEARCH,
    SWEEP,
    FileKind,
    kind_of_file,
    says_another,
)
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
    return _found(given, SCENARIO)


def sweep_path(given: Path) -> Path:
    """As `scenario_path`, for a sweep: those that ship are in the folder `sweeps` of the scenarios."""
    return _found(given, SWEEP)


def search_path(given: Path) -> Path:
    """As `scenario_path`, for a search: those that ship are in the folder `find` of the scenarios."""
    return _found(given, SEARCH)


def calibration_path(given: Path) -> Path:
    """As `scenario_path`, for a calibration study: those that ship are in the folder `calibration`."""
    return _found(given, CALIBRATION)


def any_path(given: Path) -> Path:
    """As `scenario_path`, for a file of any kind; a scenario goes before others of the same name."""
    found = None if _is_path(given) else next(_files(_name(given)), None)
    return found[1] if found else scenario_path(given)


def shipped(name: str) -> Path | None:
    """The file of a shipped scenario; None for a name that none has."""
    if Path(name).name != name:
        return None
    return next((path for folder in SHIPPED if (path := folder / f"{name.removesuffix('.yaml')}.yaml").is_file()), None)


def scenario_names(folders: Iterable[Path]) -> Iterator[str]:
    """Names of the scenarios in some folders; a file of another kind is none."""
    for folder in folders:
        yield from (path.stem for path in sorted(folder.glob("*.yaml")) if kind_of_file(path) in (None, SCENARIO))


def _found(given: Path, wanted: FileKind) -> Path:
    if _is_path(given):
        return given
    name = _name(given)
    found = list(_files(name))
    for kind, path in found:
        if kind == wanted:
            return path
    if found:
        raise ScenarioError(f"{given}: {says_another(found[0][0], wanted, name)}")
    hint = suggestion(name, sorted(set(_names(wanted))))
    raise ScenarioError(f"{given}: there is no such file and no {wanted.name.removeprefix('a ')} of that name{hint}")


def _is_path(given: Path) -> bool:
    return given.exists() or len(given.parts) != 1


def _name(given: Path) -> str:
    return given.name.removesuffix(".yaml")


def _files(name: str) -> Iterator[tuple[FileKind, Path]]:
    """Files of this name and their kinds: those beside scenarios, then those in the folders of the other kinds."""
    for folder in FOLDERS:
        if (path := folder / f"{name}.yaml").is_file():
            yield kind_of_file(path) or SCENARIO, path
    for kind in KINDS:
        places = (folder / kind.folder / f"{name}.yaml" for folder in FOLDERS if kind.folder)
        yield from ((kind, path) for path in places if path.is_file())


def _names(wanted: FileKind) -> Iterator[str]:
    if wanted == SCENARIO:
        return scenario_names(FOLDERS)
    return (path.stem for folder in FOLDERS for path in (folder / wanted.folder).glob("*.yaml"))
