"""Calibration: values that nobody has published, searched until the unit does what has been published."""
