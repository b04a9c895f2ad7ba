"""The page on which records are taken in from a file, or taken elsewhere."""
