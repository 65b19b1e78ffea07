"""Queues with answers known exactly: what the engine must agree with when a scenario turns the unit into one."""
