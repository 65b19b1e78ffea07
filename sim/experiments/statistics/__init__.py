"""Statistics of replications: pure functions of numbers."""
