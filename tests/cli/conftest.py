"""A terminal for every test, in an empty folder, and results that are made once."""

from pathlib import Path

import pytest

from tests.cli.program import PLAIN, Terminal, made


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Runs commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(capsys)


@pytest.fixture(scope="session")
def plain_results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `run plain.yaml --events` writes: to be copied, never changed."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "plain.yaml").write_text(PLAIN, encoding="utf-8")
    return made("run", "plain.yaml", "--events", folder=folder)
