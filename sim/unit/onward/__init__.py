"""On from the unit: places, and what happens to people afterwards."""
