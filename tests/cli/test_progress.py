"""Progress: a bar on a terminal, lines now and then elsewhere, nothing when quiet."""

import pytest

from sim.cli.progress import EVERY_S, progress

pytestmark = pytest.mark.unit


def test_a_line_every_few_seconds(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 0.1, EVERY_S, EVERY_S + 1, 2 * EVERY_S + 1])
    monkeypatch.setattr("time.monotonic", lambda: next(seconds))
    with progress(quiet=False) as tell:
        for done in range(4):
            tell(done, 4)
    assert capsys.readouterr() == ("", "1 of 4 replications done\n3 of 4 replications done; about 3 s left\n")


def test_a_bar_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with progress(quiet=False) as tell:
        tell(0, 4)
        tell(4, 4)
    out, err = capsys.readouterr()
    assert out == ""
    assert "4/4" in err


def test_quiet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with progress(quiet=True) as tell:
        tell(1, 1)
    assert capsys.readouterr() == ("", "")
