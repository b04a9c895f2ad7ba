"""What each page shows, as frozen values that a page only has to draw."""
