"""What a value of a scenario can be: lengths of time, clock times, distributions, and how each is written."""
