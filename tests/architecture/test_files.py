"""Files and functions are short and say what they are for, and no file knows the machine it was written on."""

import ast
import re

import pytest

from tests.architecture.code import ROOT, modules, project_files

pytestmark = pytest.mark.architecture

MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40
INSTALLED_FROM = ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "start.py", ".ci/run")
OF_ONE_MACHINE = re.compile(r"(?<![\w./~-])/(home|root|work|tmp|opt|Users)/\w+")


def test_files_are_short() -> None:
    lines = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in project_files(".py")}
    assert not {path: count for path, count in lines.items() if count > MOST_LINES_OF_A_FILE}


def test_functions_are_short() -> None:
    functions = (
        (f"{module.path}:{node.lineno}: {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for module in modules("sim", "reports", "tests")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
    )
    assert not [(where, lines) for where, lines in functions if lines > MOST_LINES_OF_A_FUNCTION]


def test_files_say_what_they_are_for() -> None:
    trees = {module.path: module.tree for module in modules("sim", "reports", "tests")}
    assert not [path for path, tree in trees.items() if tree.body and not ast.get_docstring(tree)]


@pytest.mark.parametrize("name", INSTALLED_FROM)
def test_where_libraries_come_from_is_for_the_machine_to_say(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_no_file_names_a_folder_of_one_machine() -> None:
    texts = {path: (ROOT / path).read_text(encoding="utf-8", errors="replace") for path in project_files()}
    assert not {path: found.group() for path, text in texts.items() if (found := OF_ONE_MACHINE.search(text))}
