"""Today: what is asked for, and what was done."""
