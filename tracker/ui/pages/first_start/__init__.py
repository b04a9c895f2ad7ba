"""First start: which routine fits, said once and left for good."""
