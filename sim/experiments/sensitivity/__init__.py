"""One-way sensitivity: every estimate moved down and up alone, and what that does to the measures."""
