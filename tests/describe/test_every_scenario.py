"""Every scenario file of the project can be put into words."""

from pathlib import Path

import pytest

from sim.scenario import load_scenario
from tests.describe.everything import text_of

pytestmark = pytest.mark.functional
ROOT = Path(__file__).parents[2]
FILES = sorted(
    [*ROOT.glob("scenarios/*.yaml"), *ROOT.glob("scenarios/trials/*.yaml"), *ROOT.glob("tests/*/scenarios/*.yaml")]
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_has_words(path: Path) -> None:
    loaded = load_scenario(path)
    document = text_of(loaded)
    assert all(f"### {number} " in document for number in ("1.1", "2.2", "3.3", "6.1"))
    assert "None" not in document
    assert "inf" not in document.split()
