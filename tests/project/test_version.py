"""The version is said in three places, and they agree."""

from importlib.metadata import version
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import sim
import start

pytestmark = pytest.mark.unit

ROOT = Path(start.__file__).parent


def test_the_installed_version_is_that_of_the_code() -> None:
    assert version("detox-sim") == sim.__version__


def test_the_citation_names_it() -> None:
    citation = YAML(typ="safe").load(ROOT / "CITATION.cff")
    assert citation["version"] == sim.__version__


def test_the_changelog_begins_with_it() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = next(line for line in changelog.splitlines() if line.startswith("## "))
    assert newest.split()[1] == sim.__version__
