"""The files of other programs: one reader a format, each to one common value."""
