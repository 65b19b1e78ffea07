"""`detox-sim schema`: the JSON Schema for editors."""

from sim.cli.terminal import write


def schema() -> None:
    """Print the JSON Schema of scenario files, for editors.

    Example: `detox-sim schema > scenario.schema.json`
    """
    from sim.scenario.editors.schema import schema_text

    write(schema_text().rstrip("\n"))
