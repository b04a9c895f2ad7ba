"""The routine: its steps, when each is due, and what a change would do before it is made."""
