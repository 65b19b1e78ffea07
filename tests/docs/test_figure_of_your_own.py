"""The lines of the README that draw a figure from saved results run as they stand."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reports.analysts import SHIPPED

pytestmark = pytest.mark.docs

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_lines_draw_a_figure(tmp_path: Path) -> None:
    (lines,) = re.findall(r"```python\n(import reports\n.*?)```", README, re.DOTALL)
    assert len(lines.splitlines()) == 8
    line = [sys.executable, "-P", "-c", lines.replace("results/NAME-OF-THE-FOLDER", SHIPPED.as_posix())]
    subprocess.run(line, cwd=tmp_path, check=True)
    assert "The first two weeks" in (tmp_path / "first-two-weeks.html").read_text(encoding="utf-8")
