"""Everything random about people, drawn before the clock starts."""
