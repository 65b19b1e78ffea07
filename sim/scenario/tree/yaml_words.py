"""What a YAML parser objects to, in words for the person who wrote the file."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from sim.scenario.tree.place import Fault, Place

WORDS = (
    ("found character '\\t'", "a tab stands where spaces are expected; indent with spaces"),
    ("that cannot start any token", "a value cannot start with this character; put the value in quotes"),
    (
        "mapping values are not allowed",
        "a ':' is not expected here; check the indentation, or put text with ': ' in quotes",
    ),
    ("could not find expected ':'", "a name without its ':' stands here or in the line above"),
    ("expected ',' or", "a bracket or brace is not closed, or a comma is missing"),
    ("but found '<stream end>'", "the file ends inside a bracket or brace"),
    ("unexpected end of stream", "a quotation mark is not closed"),
    ("expected <block end>", "the indentation does not match the lines above"),
    ("unknown escape character", "a backslash in double quotes is not understood; use single quotes or '/'"),
    ("sequence entries are not allowed", "a list cannot start here; put its first '-' on a line of its own"),
)
OTHERWISE = "this is not valid YAML; check brackets, quotes and indentation"


def syntax_fault(problem: YAMLError, said_in: str, numbered: bool) -> Fault:
    """One sentence with the line in which the parser gave up, or in which an open bracket or quote began."""
    mark = None
    if isinstance(problem, MarkedYAMLError):
        opened = "flow" in str(problem.context) or "quoted" in str(problem.context)
        mark = problem.context_mark if opened and problem.context_mark else problem.problem_mark
    found = str(getattr(problem, "problem", ""))
    says = next((words for sign, words in WORDS if sign in found), OTHERWISE)
    line = mark.line + 1 if mark and numbered else 0
    return Fault(Place(said_in, line), "", says)
