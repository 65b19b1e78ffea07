"""What we do not know: parameters drawn from what was published about them, and what that leaves of an answer."""
