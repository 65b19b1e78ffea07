"""From what is typed to a scenario file: a path, or a name for one that is near or ships with the program."""

from pathlib import Path

from sim.errors import ScenarioError
from sim.scenario.values.nearest import suggestion

PACKAGE = Path(__file__).resolve().parents[1]
FOLDERS = (Path(), Path("scenarios"), PACKAGE.parent / "scenarios", PACKAGE / "_scenarios")
"""Here, in a folder `scenarios` here, beside the source, and inside the installed package; the first that has it."""


def scenario_path(given: Path) -> Path:
    """The path as given, or for a name such as `baseline` the file that is meant.

    Raises ScenarioError for a name that no file has; a longer path is left to the reader of the file.
    """
    if given.exists() or len(given.parts) != 1:
        return given
    named = {path.stem: path for folder in reversed(FOLDERS) for path in sorted(folder.glob("*.yaml"))}
    name = given.name.removesuffix(".yaml")
    if name not in named:
        raise ScenarioError(f"{given}: there is no such file and no scenario of that name{suggestion(name, named)}")
    return named[name]
