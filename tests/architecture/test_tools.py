"""The linter, the formatter and the type checker have nothing to say."""

import subprocess
import sys

import pytest

from tests.architecture.code import ROOT

pytestmark = pytest.mark.architecture


@pytest.mark.parametrize("tool", ["ruff check", "ruff format --check", "mypy"])
def test_a_tool_is_content(tool: str) -> None:
    line = [sys.executable, "-m", *tool.split()]
    ran = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
