"""What must hold between the parts of a scenario; each fault is one sentence."""
