"""Choosing among simulated systems with a stated chance of choosing well."""
