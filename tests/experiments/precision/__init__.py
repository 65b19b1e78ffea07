"""Sequential replications, warm-up, and what can be said before a run."""
