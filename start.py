#!/usr/bin/env python3
"""Set up once, then run: the one way in on Linux, macOS and Windows.

    python3 start.py demo            compare the shipped scenarios and write a report
    python3 start.py run FILE        any command of detox-sim, such as compare, check, new
    python3 start.py test            check that everything works (or: test FOLDER, test -k WORD)

Set-up makes `.venv` beside this file from the versions and hashes in the lock file.
It happens again by itself when the lock, the project or Python has changed. On
Windows say `py` instead of `python3`.
"""

# Only the standard library, and only what Python 3.6 can read: an old Python gets an answer,
# not a syntax error. Hence the quoted annotations.
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUN = "requirements.lock"
TEST = "requirements-dev.lock"
"""Holds everything in RUN, and the tools of the tests."""

SHIPPED = ("baseline", "two-more-beds", "one-more-night-nurse", "more-step-down-places")
DEMO = ["compare", *(f"scenarios/{name}.yaml" for name in SHIPPED), "--replications", "12"]  # an answer in a minute
SUITES = [
    ["-m", "not statistical and not benchmark", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"],
    ["-m", "statistical", "-n", "auto", "--timeout", "900"],
]
"""The everyday tests, then those that take minutes. Everyday files go in the order of their folders: by itself xdist
would leave those of few tests to the end, which are the ones that take long."""

OFFLINE = re.compile(r"connection broken by|Max retries exceeded|name resolution|timed out", re.IGNORECASE)
NO_INDEX = (
    "the libraries could not be fetched, because the package index did not answer. "
    "Connect to the internet, or name your proxy to pip, and give the same command again."
)
OTHER_HASH = "DO NOT MATCH THE HASHES"
NOT_THE_SAME = "a library that was fetched is not the one that was tested (its hash differs); it was not installed."
LAST_LINES = 12


class Refused(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def main(words: "list[str]") -> int:
    """Set up what the command needs, then run it. Returns the exit code."""
    if sys.version_info < (3, 11):
        return newer_python(words)
    if not words or words[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0 if words else 2
    try:
        set_up(TEST if words[0] == "test" else RUN)
        return run(words)
    except Refused as refusal:
        say(f"start.py: {refusal}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. The same command starts again.")
        return 130


def newer_python(words: "list[str]") -> int:
    """Run the line with a Python that is new enough, when the machine has one."""
    for name in (f"python3.{minor}" for minor in range(11, 16)):
        found = shutil.which(name)
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return become([found, __file__, *words])
    here = ".".join(map(str, sys.version_info[:3]))
    say(f"start.py: this is Python {here}; install Python 3.11 or newer and start again with it.")
    return 1


def run(words: "list[str]") -> int:
    """The demo and the tests run in the project's folder, any other command where the person is."""
    if words[0] in ("demo", "test"):
        os.chdir(str(ROOT))
    if words[0] == "test":
        return test(words[1:])
    typed = ["py" if sys.platform == "win32" else "python3", sys.argv[0]]
    os.environ["DETOX_SIM_STARTED_AS"] = subprocess.list2cmdline(typed)  # for its help and its next steps
    return become(program([*DEMO, *words[1:]] if words[0] == "demo" else words))


def test(words: "list[str]") -> int:
    """Both suites, the second when the first has passed; or pytest with the words given."""
    codes = (wait_for([str(python()), "-m", "pytest", *suite]) for suite in ([words] if words else SUITES))
    return next((code for code in codes if code), 0)


# What is there, and what should be


def python() -> Path:
    """The interpreter inside `.venv`."""
    return VENV / "Scripts" / "python.exe" if sys.platform == "win32" else VENV / "bin" / "python"


def stamp() -> Path:
    """The file that is written last: an environment without it is half-made."""
    return VENV / "made-from"


def stamped() -> "list[str]":
    """What `.venv` was made from, one line for each lock; nothing when it is missing or broken."""
    there = stamp().exists() and python().exists()
    return stamp().read_text(encoding="utf-8", errors="replace").splitlines() if there else []


def line(lock: str) -> str:
    """What the stamp says of this lock when it was made from this project by this Python in this folder."""
    parts = [(ROOT / name).read_bytes() for name in (lock, "pyproject.toml")]
    parts += [text.encode() for text in (sys.version, sys.base_prefix, str(ROOT))]
    return f"{lock} {hashlib.sha256(b'|'.join(parts)).hexdigest()}"


def set_up(lock: str) -> None:
    """Make `.venv` hold `lock` and the project, unless it does. Raises Refused."""
    try:
        if line(lock) not in stamped():
            with one_at_a_time():
                if line(lock) not in stamped():
                    make(lock)
    except OSError as error:
        raise Refused(f"set-up could not go on: {error}") from error


def make(lock: str) -> None:
    """Add the tools of the tests to an environment that runs, or make it anew. Raises Refused."""
    began = time.monotonic()
    say("Setting up, once: about a minute.")
    sound = stamped() == [line(RUN)]
    stamp().unlink(missing_ok=True)
    if not sound:
        make_venv()
    install(lock)
    made_from = [line(RUN), line(TEST)] if lock == TEST else [line(RUN)]
    stamp().write_text("\n".join(made_from), encoding="utf-8")
    say(f"Ready after {time.monotonic() - began:.0f} s.\n")


def make_venv() -> None:
    """An empty environment in place of whatever is there. Raises Refused."""
    if importlib.util.find_spec("ensurepip") is None:
        package = "python{}.{}-venv".format(*sys.version_info)
        raise Refused(f"Python cannot make an environment. On Debian or Ubuntu: sudo apt-get install {package}")
    say("  environment in .venv")
    quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install(lock: str) -> None:
    """The locked libraries, checked by hash, and the project so that edits take effect. Raises Refused."""
    pip = [str(python()), "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]
    say(f"  libraries of {lock}")
    quietly([*pip, "--require-hashes", "--only-binary=:all:", "-r", lock])
    say("  detox-sim itself")
    quietly([*pip, "--no-index", "--no-build-isolation", "-e", "."])


def quietly(command: "list[str]") -> None:
    """Run and show nothing of it unless it fails. Raises Refused."""
    environment = dict(os.environ, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    done = subprocess.run(
        command, cwd=str(ROOT), env=environment, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        raise Refused(explained(done.stdout.decode(errors="replace")))


def explained(output: str) -> str:
    """What went wrong, from what pip or venv printed."""
    if OTHER_HASH in output:
        return NOT_THE_SAME
    if OFFLINE.search(output):
        return NO_INDEX
    return "set-up failed; these were the last lines:\n" + "\n".join(output.splitlines()[-LAST_LINES:])


@contextmanager
def one_at_a_time() -> "Iterator[None]":
    """Wait while another start sets up. The system frees the lock when its holder ends, however it ends."""
    with (ROOT / ".venv.lock").open("a") as file:
        if not lock_now(file.fileno()):
            say("Waiting for another start to finish its set-up.")
            while not lock_now(file.fileno()):
                time.sleep(0.5)
        yield


def lock_now(descriptor: int) -> bool:
    """Take the lock, unless somebody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


# Running


def program(words: "list[str]") -> "list[str]":
    """The command line of detox-sim; -P, so that a folder called `sim` elsewhere does not hide it."""
    return [str(python()), "-P", "-m", "sim", *words]


def become(command: "list[str]") -> int:
    """Hand over to the program; on Windows, where that cannot be done, wait for it."""
    if sys.platform == "win32":
        return wait_for(command)
    os.execv(command[0], command)


def wait_for(command: "list[str]") -> int:
    """Run to the end. Ctrl-C reaches the program by itself, which decides when to stop; the code is then 130."""
    interrupted = False
    with subprocess.Popen(command) as child:
        while child.poll() is None:
            try:
                child.wait()
            except KeyboardInterrupt:
                interrupted = True
    return 130 if interrupted else child.returncode


def say(text: str) -> None:
    """To the person at the keyboard; standard output belongs to the program."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
