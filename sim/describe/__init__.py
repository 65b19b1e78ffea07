"""The model in words: a STRESS-DES document of the scenario that would run."""
