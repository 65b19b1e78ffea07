"""The rules of the unit as small pure functions of numbers.

They know neither the clock nor the scenario file, so any engine can call them
and a clinician can check them one by one.
"""
