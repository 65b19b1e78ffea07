"""The command line, as the person at the keyboard meets it."""
