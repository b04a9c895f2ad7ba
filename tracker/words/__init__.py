"""How we say it: codes and values become sentences, for the window and the command line alike."""
