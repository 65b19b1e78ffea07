"""Find: the cheapest beds and rosters that meet targets, held with a stated chance."""
