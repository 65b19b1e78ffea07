"""Which program ran: versions of all that decides a number, and a digest of the model's own code."""

import hashlib
import platform
from importlib.metadata import version
from pathlib import Path

from sim.version import PROGRAM, VERSION

CODE = Path(__file__).parents[1]
PACKAGES = ("numpy", "pandas", "pydantic", "ruamel.yaml", "scipy", "simpy")


def versions() -> dict[str, str]:
    """Name to version: the program, Python, the system, and the libraries that a result depends on."""
    return {
        PROGRAM: VERSION,
        "python": platform.python_version(),
        "platform": platform.platform(),
        **{name: version(name) for name in PACKAGES},
    }


def model_hash() -> str:
    """SHA-256 over the names and bytes of every module of the program and of the evidence table."""
    files = {path.relative_to(CODE).as_posix(): path for path in (*CODE.rglob("*.py"), *CODE.rglob("evidence.csv"))}
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
