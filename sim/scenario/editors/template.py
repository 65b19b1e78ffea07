"""A new scenario to fill in: what it asks, what it changes, and three changes to start from."""

import json
from collections.abc import Iterator

from sim.scenario.part import as_number
from sim.scenario.scenario import Scenario

HEAD = """\
# yaml-language-server: $schema={schema}
#
# A scenario says only what differs from the one it extends. Say what it asks and
# why, then make a change: take the '# ' away in front of one of the examples, or
# write your own. Lines that begin with # are notes.

extends: {extends}
name: {name}
question: What would this change do?
rationale: Why it is worth asking.
"""


def template(name: str, extends: str, parent: Scenario) -> str:
    """Text of a valid scenario that differs from `parent`, named by `extends`, in nothing yet."""
    folder, slash, _ = extends.rpartition("/")
    schema = f"{folder}{slash}scenario.schema.json"
    head = HEAD.format(schema=schema, extends=_quoted(extends), name=_quoted(name))
    return "\n".join([head, *_examples(parent)])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _examples(parent: Scenario) -> Iterator[str]:
    beds = as_number(parent.unit.beds)
    if beds < float("inf"):
        yield f"# Two more beds; there are {beds:.0f} now.\n# unit:\n#   beds: {beds + 2:.0f}\n{_in_a_group(parent)}"
    yield "# A fifth more referrals.\n# demand:\n#   factor: 1.2\n"
    if parent.staff:
        row, (role, heads) = next(
            (name, head) for name, row in parent.staff.roster.items() for head in row.staff.items()
        )
        more = f"{as_number(heads) + 1:.0f}" if heads != "unlimited" else "1"
        yield f"# Another headcount in one row of the roster; it is {heads} now."
        yield f"# staff:\n#   roster:\n#     {row}:\n#       {role}: {more}\n"


def _in_a_group(parent: Scenario) -> str:
    """More beds are beds of some group, when there are groups."""
    if not parent.unit.bed_groups:
        return ""
    name, group = next(iter(parent.unit.bed_groups.items()))
    return f"#   bed_groups:\n#     {name}:\n#       beds: {group.beds + 2}\n"
