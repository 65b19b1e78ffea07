"""The unit on SimPy: people, beds and staff in time. Nothing random is drawn here."""
