"""From files to a scenario: inheriting, changing, provenance, and faults in plain words."""
