"""What is true: the routine, the log, and what follows from both on any day."""
