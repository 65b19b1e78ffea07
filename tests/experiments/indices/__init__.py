"""Which axes of a sweep matter."""
