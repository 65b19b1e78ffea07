"""One person in withdrawal care: how they feel, what is done for them, what may go wrong."""
