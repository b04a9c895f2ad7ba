"""What every form does that is seen before it is agreed to, on whichever page it stands."""
