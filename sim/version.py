"""What the program is called, and its version, which `pyproject.toml` reads from here."""

PROGRAM = "detox-sim"
VERSION = "0.1.0"
