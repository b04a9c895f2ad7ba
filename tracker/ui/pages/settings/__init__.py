"""Settings: what can be chosen, and what follows from each choice."""
