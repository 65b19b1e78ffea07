"""Where points lie: numbers from 0 to 1 along their range; named levels all equally far from one another."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from sim.experiments.find.question import Choice, Question

Floats = NDArray[np.float64]


def features_of(question: Question) -> Floats:
    """Of every point; shape (points, columns)."""
    tables = [_columns(choice) for choice in question.choices]
    levels = np.indices([len(choice.levels) for choice in question.choices]).reshape(len(tables), -1)
    return np.column_stack([table[level] for table, level in zip(tables, levels, strict=True)])


def groups_of(question: Question) -> list[slice]:
    """The columns of each choice."""
    found, start = [], 0
    for choice in question.choices:
        stop = start + _columns(choice).shape[1]
        found.append(slice(start, stop))
        start = stop
    return found


def _columns(choice: Choice) -> Floats:
    """Features of each level; shape (levels, columns)."""
    if choice.values is None:
        return np.eye(len(choice.levels)) / sqrt(2)
    values = np.array(choice.values, dtype=np.float64)
    return np.asarray((values - values[0]) / max(values[-1] - values[0], 1.0))[:, None]
