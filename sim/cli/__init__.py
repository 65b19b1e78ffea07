"""The command line: one small file for each command, and what they share."""
