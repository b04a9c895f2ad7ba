"""Progress's page."""
