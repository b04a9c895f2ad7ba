"""The calendar's page."""
