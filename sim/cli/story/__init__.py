"""One person's story, told from the event log of one replication."""
