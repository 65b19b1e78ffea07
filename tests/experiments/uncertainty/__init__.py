"""What is not known about the parameters."""
