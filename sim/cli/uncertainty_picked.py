"""What of a saved study is told: the rows that the answer is about."""

from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Importance, Summary


def decided_of(saved: SavedUncertainty) -> str:
    """What the answers are about: the difference when there is an alternative, else the only scenario."""
    scenarios = saved.facts["scenarios"]
    return DIFFERENCE if len(scenarios) > 1 else str(scenarios[0]["id"])


def of_decision(saved: SavedUncertainty) -> list[Summary]:
    """A row for each measure, in the order in which they were asked for."""
    of = decided_of(saved)
    return [row for row in saved.summary if row.of == of]


def importance_of(saved: SavedUncertainty, row: Summary) -> list[Importance]:
    """Every parameter, the most important first; none where the parameters show no sign of making a difference."""
    if not row.parameters_variance > 0:
        return []
    return [each for each in saved.importance if (each.of, each.measure) == (row.of, row.measure)]


def standing_out(saved: SavedUncertainty, row: Summary) -> list[Importance]:
    """The parameters that matter to a measure more than chance would show, the most important first."""
    return [each for each in importance_of(saved, row) if each.stands_out]
