"""The files of a scenario, kept together: each finds the one that it extends, wherever they stand."""

from pathlib import Path

import pytest

from sim.experiments.calibration.originals import originals
from sim.scenario import load_scenario
from tests.experiments.ward import PLAIN

pytestmark = pytest.mark.unit


def moved(scenario: Path, to: Path) -> dict[str, str]:
    """The originals, written elsewhere, where they say the same as before."""
    loaded = load_scenario(scenario)
    itself, texts = originals(loaded)
    for name, text in texts.items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_text(text, encoding="utf-8")
    again = load_scenario(to / itself)
    assert again.resolved == loaded.resolved
    assert {path.resolve() for path in again.files} == {(to / name).resolve() for name in texts}
    return texts


def test_neighbours_keep_their_places(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios" / "mine"
    folder.mkdir(parents=True)
    (folder.parent / "ward.yaml").write_text(PLAIN, encoding="utf-8")
    (folder / "child.yaml").write_text("extends: ../ward\nname: Child\n", encoding="utf-8")
    assert set(moved(folder / "child.yaml", tmp_path / "there" / "scenarios")) == {"mine/child.yaml", "ward.yaml"}


def test_a_shipped_scenario_that_is_extended_from_elsewhere_comes_along(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("extends: two-more-beds\nname: Mine\n", encoding="utf-8")
    assert set(moved(tmp_path / "mine.yaml", tmp_path / "there")) == {
        "mine.yaml",
        "two-more-beds.yaml",
        "baseline.yaml",
    }
