"""Tests of the unit model and of the theory it is held against."""
