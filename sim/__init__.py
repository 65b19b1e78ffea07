"""Discrete-event simulation of an opioid detoxification unit."""

__version__ = "0.1.0"
