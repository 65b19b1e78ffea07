"""The unit in motion: one replication's event log as an animated page reads it, and as other programs do."""
