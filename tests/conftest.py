"""What holds for every test: it declares its kind, its luck is repeatable, and a browser is there or named missing."""

import gc
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
KINDS = frozenset({"unit", "functional", "statistical", "back", "architecture", "docs", "browser", "benchmark"})

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """All that is collected stays to the end, so that nobody need look through it for garbage again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    undeclared = [item.nodeid for item in items if len(KINDS & {mark.name for mark in item.iter_markers()}) != 1]
    if undeclared:
        kinds = ", ".join(sorted(KINDS))
        raise pytest.UsageError(f"a test has exactly one kind ({kinds}); not so:\n" + "\n".join(undeclared))


@pytest.fixture(scope="session")
def scenarios() -> Path:
    """The folder of the shipped scenarios."""
    return ROOT / "scenarios"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser. Without one its tests are skipped, but never where everything must be tested."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("there is no chromium on this machine")
    pytest.skip("there is no chromium on this machine; on Debian: apt-get install chromium")
