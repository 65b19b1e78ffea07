"""Scenario files: strict reading, one parent, and every fault in one sentence with its place."""

from sim.scenario.reading.load import LoadedScenario, load_scenario
from sim.scenario.scenario import Scenario

__all__ = ["LoadedScenario", "Scenario", "load_scenario"]
