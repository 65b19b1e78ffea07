"""A scenario file as a tree of values that know where they were said."""
