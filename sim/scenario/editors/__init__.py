"""Help for those who write scenario files: a file to start from, and the JSON Schema."""
