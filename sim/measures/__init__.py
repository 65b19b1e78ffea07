"""What is measured: pure functions of a run's log and a window, each declared once."""

from sim.measures.measure import Measure
from sim.measures.registry import MEASURES, registry_for
from sim.measures.values import measured_values

__all__ = ["MEASURES", "Measure", "measured_values", "registry_for"]
