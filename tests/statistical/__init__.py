"""The engine, set up by scenario files alone, against exact queueing theory."""
