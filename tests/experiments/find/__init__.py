"""Finding the cheapest unit that meets targets."""
