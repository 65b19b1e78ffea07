"""Conditions on the values of a point, such as `beds >= 2 * nights and roster != 'lean'`.

A condition is parsed as Python's grammar has it, but only comparisons, plain arithmetic, `and`, `or`, `not`, `min` and
`max` over known names are accepted, and nothing is ever handed to Python to evaluate. Numbers are floats, so that no
product of them can grow without end.
"""

import ast
import operator
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from sim.experiments.sweep.axes import Value
from sim.scenario.values.nearest import suggestion

Kind = Literal["number", "word", "condition"]
Values = Mapping[str, Value]
Evaluate = Callable[[Values], Any]

LONGEST = 500
MOST_PARTS = 200
MOST_NAMED = 3

ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
}  # fmt: skip
COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
EXTREMES: dict[str, Callable[..., float]] = {"min": min, "max": max}

ACCEPTED = "a condition of names, numbers, + - * /, comparisons, and, or, not, min and max is accepted"


@dataclass(frozen=True)
class Condition:
    """A condition that is known to make sense."""

    text: str
    holds: Callable[[Values], bool]
    """Of the values of a point by the name of their axis. Raises ZeroDivisionError."""


@dataclass(frozen=True)
class _Part:
    """What a piece of the condition is, and how it is evaluated."""

    kind: Kind
    evaluate: Evaluate


def condition(text: str, kinds: Mapping[str, Kind]) -> Condition:
    """Read a condition over these names, of which each is a number or a word.

    Signs and spaces in a name are written `_`. Raises ValueError with what is wrong and what would be accepted.
    """
    if len(text) > LONGEST:
        raise ValueError(f"has {len(text)} characters; at most {LONGEST} are accepted")
    try:
        with warnings.catch_warnings(action="ignore"):  # of a backslash in a word, which no axis has
            tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(f"is not understood; {ACCEPTED}{_how_written(kinds)}") from None
    if sum(1 for _ in ast.walk(tree)) > MOST_PARTS:
        raise ValueError(f"has more than {MOST_PARTS} parts; a shorter one is accepted")
    part = _Reader({identifier(name): (name, kind) for name, kind in kinds.items()}).read(tree.body)
    if part.kind != "condition":
        raise ValueError("is not a comparison; one such as 'beds >= 2 * nights' is accepted")
    return Condition(text, cast(Callable[[Values], bool], part.evaluate))


def identifier(name: str) -> str:
    """The name of an axis as a condition has it."""
    return "".join(char if char.isalnum() else "_" for char in name)


def _how_written(names: Iterable[str]) -> str:
    """How a name that no condition can have is written; nothing when there is none."""
    odd = [name for name in names if not name.isidentifier()]
    return "".join(f"; '{_short(name)}' is written {identifier(name)}" for name in odd[:MOST_NAMED])


class _Reader:
    """Turns the parts of a condition into functions of a point's values."""

    def __init__(self, names: Mapping[str, tuple[str, Kind]]):
        self._names = names

    def read(self, node: ast.expr) -> _Part:
        match node:
            case ast.BoolOp(op, parts):
                return self._joined(op, parts)
            case ast.UnaryOp(ast.Not(), inner):
                read = self._of_kind(inner, "condition").evaluate
                return _Part("condition", lambda values: not read(values))
            case ast.UnaryOp(ast.USub(), inner):
                read = self._of_kind(inner, "number").evaluate
                return _Part("number", lambda values: -read(values))
            case ast.BinOp(left, sign, right) if type(sign) in ARITHMETIC:
                apply, first, second = ARITHMETIC[type(sign)], *(self._number(each) for each in (left, right))
                return _Part("number", lambda values: apply(first(values), second(values)))
            case ast.Compare(left, signs, rights) if all(type(sign) in COMPARISONS for sign in signs):
                return self._compared([left, *rights], signs)
            case ast.Call(ast.Name(name), parts, []) if name in EXTREMES and len(parts) > 1:
                take, read_all = EXTREMES[name], [self._number(each) for each in parts]
                return _Part("number", lambda values: take(read(values) for read in read_all))
            case ast.Name(name):
                return self._named(name)
            case ast.Constant(int() | float() | str() as value) if not isinstance(value, bool):
                return _constant(value)
        raise ValueError(f"holds '{_short(ast.unparse(node))}', which is not accepted; {ACCEPTED}")

    def _joined(self, op: ast.boolop, parts: list[ast.expr]) -> _Part:
        join = all if isinstance(op, ast.And) else any
        read_all = [self._of_kind(part, "condition").evaluate for part in parts]
        return _Part("condition", lambda values: join(read(values) for read in read_all))

    def _compared(self, sides: list[ast.expr], signs: list[ast.cmpop]) -> _Part:
        parts = [self.read(side) for side in sides]
        kinds = {part.kind for part in parts}
        if len(kinds) > 1 or "condition" in kinds:
            raise ValueError(
                "compares things of different kinds; numbers with numbers, and words with words, are accepted"
            )
        if kinds == {"word"} and not all(isinstance(sign, ast.Eq | ast.NotEq) for sign in signs):
            raise ValueError("puts words in an order; == and != are accepted between words")
        steps = [
            (first.evaluate, COMPARISONS[type(sign)], second.evaluate)
            for first, sign, second in zip(parts, signs, parts[1:], strict=False)
        ]
        return _Part("condition", lambda values: all(by(one(values), two(values)) for one, by, two in steps))

    def _named(self, name: str) -> _Part:
        if name not in self._names:
            raise ValueError(f"names {name}, which is no axis{suggestion(name, self._names)}{self._how_written()}")
        axis, kind = self._names[name]
        return _Part(kind, lambda values: values[axis])

    def _how_written(self) -> str:
        return _how_written(axis for axis, _ in self._names.values())

    def _number(self, node: ast.expr) -> Evaluate:
        return self._of_kind(node, "number").evaluate

    def _of_kind(self, node: ast.expr, kind: Kind) -> _Part:
        part = self.read(node)
        if part.kind != kind:
            said = _short(ast.unparse(node))
            raise ValueError(f"holds '{said}' where a {kind} is accepted")
        return part


def _constant(value: float | str) -> _Part:
    if isinstance(value, str):
        return _Part("word", lambda _: value)
    try:
        number = float(value)
    except OverflowError:
        raise ValueError("holds a number that is too big") from None
    return _Part("number", lambda _: number)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
