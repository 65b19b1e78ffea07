"""Running scenarios, comparing them and keeping the results."""
