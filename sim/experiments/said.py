"""A value of a study, sweep or search file with its line, which says what is wrong with itself; reading goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from sim.scenario.tree.node import Node, Steps, children, dotted, plain
from sim.scenario.tree.place import Fault, shown
from sim.scenario.values.nearest import nearest, suggestion
from sim.scenario.values.spreads import plain_number


@dataclass(frozen=True)
class Said:
    """A value, the way to it, and the list to which its faults are added."""

    node: Node
    steps: Steps
    faults: list[Fault]

    def wrong(self, says: str) -> None:
        """Add a fault in this place."""
        self.faults.append(Fault(self.node.place, dotted(self.steps), says))

    def entries(self) -> dict[str, "Said"]:
        """The values of a map by name; none, with a fault, for anything else."""
        if not isinstance(self.node.content, dict):
            self._refuse("a map of names to values is accepted")
            return {}
        return {str(name): self._below(name, child) for name, child in children(self.node)}

    def items(self) -> list["Said"]:
        """The values of a list; none, with a fault, for anything else."""
        if not isinstance(self.node.content, tuple):
            self._refuse("a list is accepted, for example [a, b]")
            return []
        return [self._below(place, child) for place, child in children(self.node)]

    def fields(self, needed: Sequence[str], optional: Sequence[str]) -> dict[str, "Said"]:
        """The values of a map with known names; each name that is unknown or missing is a fault.

        What is said under a misspelt name counts for the right one, so that its own faults are told with it.
        """
        found, known = self.entries(), (*needed, *optional)
        for name in [name for name in found if name not in known]:
            said = found.pop(name)
            said.wrong(f"is not known here{suggestion(name, known)}")
            meant = nearest(name, known)
            if meant and meant not in self._names:
                found.setdefault(meant, said)
        if isinstance(self.node.content, dict):
            for name in needed:
                if name not in found:
                    self.faults.append(Fault(self.node.place, dotted((*self.steps, name)), "is missing; it is needed"))
        return found

    @property
    def is_wrong(self) -> bool:
        """Whether a fault has been found in it, of which others may follow."""
        here = dotted(self.steps)
        return any(fault.path == here or fault.path.startswith(f"{here}.") for fault in self.faults)

    @property
    def _names(self) -> set[str]:
        return set(self.node.content) if isinstance(self.node.content, dict) else set()

    def text(self) -> str:
        """Some words; empty, with a fault, for anything else."""
        if isinstance(self.node.content, str) and self.node.content.strip():
            return " ".join(self.node.content.split())
        self._refuse("text is accepted, in quotes when it looks like a number")
        return ""

    def number(self) -> float:
        """A finite number; nan, with a fault, for anything else."""
        try:
            return plain_number(self.node.content)
        except ValueError as problem:
            self._refuse(str(problem))
            return nan

    def whole(self, least: int, most: int) -> int:
        """A whole number; the least, with a fault, for anything else."""
        value = self.node.content
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self._refuse(f"a whole number from {least} to {most} is accepted")
        return least

    def choice(self, *choices: str) -> str:
        """One of these words; the first, with a fault, for anything else."""
        value = self.node.content
        if value in choices:
            return str(value)
        best = nearest(value, choices) if isinstance(value, str) else None
        hint = f"; did you mean {best}?" if best else ""
        self._refuse(f"{', '.join(choices[:-1])} or {choices[-1]} is accepted{hint}")
        return choices[0]

    def _below(self, step: str | int, child: Node) -> "Said":
        return Said(child, (*self.steps, step), self.faults)

    def _refuse(self, accepted: str) -> None:
        self.wrong(f"is {shown(plain(self.node))}; {accepted}")
