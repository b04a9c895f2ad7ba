"""What goes in and out: the transfer document, presets, the command line's words and answers."""
