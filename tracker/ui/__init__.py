"""How does it look? The window, its pages and widgets; nothing here decides what is true."""
