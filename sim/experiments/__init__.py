"""Scenarios times replications: run them, compare them under the same luck, and keep the results."""
