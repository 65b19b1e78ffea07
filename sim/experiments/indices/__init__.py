"""Which axes of a sweep matter: elementary effects, shares of the variance, and distances of distributions."""
