"""The project's own files, and the source of each module as a syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE_HERE = {"results", "dist", "__pycache__"}
"""Folders that are no part of the project; nor is any hidden one but `.ci`."""


@dataclass(frozen=True)
class Module:
    """One Python file."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def imports(self) -> Iterator[str]:
        """Dotted names of all it imports, wherever in the file."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{self.path}:{node.lineno}: imports here are absolute"
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(*parts: str) -> list[Module]:
    """Every module below these folders."""
    return [_module(path) for part in parts for path in sorted((ROOT / part).rglob("*.py"))]


@cache
def _module(path: Path) -> Module:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return Module(name, path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8")))


def project_files(ending: str = "") -> Iterator[Path]:
    """Every file of the project with this ending, relative to its folder."""
    for path in sorted(ROOT.rglob(f"*{ending}")):
        folders = path.relative_to(ROOT).parent.parts
        if path.is_file() and not any(map(_is_separate, folders)):
            yield path.relative_to(ROOT)


def _is_separate(folder: str) -> bool:
    return folder in MADE_HERE or (folder.startswith(".") and folder != ".ci")
