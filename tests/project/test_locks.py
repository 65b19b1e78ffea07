"""The lock files name one version of everything, with hashes, and agree with each other and with the project."""

import re
import tomllib
from pathlib import Path

import pytest

import start

pytestmark = pytest.mark.unit

ROOT = Path(start.__file__).parent
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<rest>\S+( ; [^\\]+?)?) \\$")
NAME = re.compile(r"[A-Za-z0-9._-]+")


def pins(lock: str) -> set[tuple[str, str]]:
    """Name, and version with its condition, of every library in a lock file."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return {(found["name"], found["rest"]) for text in lines if (found := PIN.match(text))}


def normal(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found.group()).lower()


@pytest.mark.parametrize("lock", [start.RUN, start.TEST])
def test_every_library_has_a_version_and_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(entries) == len(pins(lock)) > 0
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_tests_run_on_the_versions_that_people_run() -> None:
    assert pins(start.RUN) <= pins(start.TEST)


def test_what_the_project_needs_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    to_run = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    to_test = [need for need in project["dependency-groups"]["dev"] if isinstance(need, str)]
    assert {normal(need) for need in to_run} <= {name for name, _ in pins(start.RUN)}
    assert {normal(need) for need in to_test} <= {name for name, _ in pins(start.TEST)}
