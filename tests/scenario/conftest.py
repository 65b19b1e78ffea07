"""Writing scenario files and reading what is said about them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import LoadedScenario, load_scenario

Write = Callable[..., Path]
Told = Callable[..., list[str]]
Loaded = Callable[..., LoadedScenario]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """`write(text, "name.yaml")` in an empty folder, which is also the working folder."""
    monkeypatch.chdir(tmp_path)

    def _write(text: str | bytes, name: str = "ward.yaml") -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return _write


@pytest.fixture
def load(write: Write) -> Loaded:
    """`load(text, *changes, base=text)`: the scenario of `ward.yaml`, which may extend `base.yaml`."""

    def _load(text: str | bytes, *changes: str, base: str | None = None) -> LoadedScenario:
        if base is not None:
            write(base, "base.yaml")
        return load_scenario(write(text), changes)

    return _load


@pytest.fixture
def told(load: Loaded) -> Told:
    """As `load`, but gives the sentences with which a scenario is refused."""

    def _told(text: str | bytes, *changes: str, base: str | None = None) -> list[str]:
        with pytest.raises(ScenarioError) as refused:
            load(text, *changes, base=base)
        return refused.value.faults

    return _told
