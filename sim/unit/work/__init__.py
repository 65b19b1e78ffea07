"""Who does the work: shifts, crews, tasks and the dispatcher between them."""
