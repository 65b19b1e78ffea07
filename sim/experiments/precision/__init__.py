"""Precision: how many replications, how long a warm-up, and what can be said of both before the first run."""
