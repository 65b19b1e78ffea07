"""Choosing among simulated systems."""
