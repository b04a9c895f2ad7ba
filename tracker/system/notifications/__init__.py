"""How does a note get onto the desktop, and how is heard what the person makes of it?"""
