"""The model in words."""
