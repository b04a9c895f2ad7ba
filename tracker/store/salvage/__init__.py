"""What can still be read of a damaged database? Asked of a copy in memory alone."""
