"""The page of the backups, part by part."""
