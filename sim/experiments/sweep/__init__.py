"""Sweeps: a file that says which values to vary and how, its points, and their results as tidy tables."""
