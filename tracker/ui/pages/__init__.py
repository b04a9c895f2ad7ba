"""What can be seen? A folder a page, and no page knows another."""
