"""How do fourteen months look that somebody might have lived?"""
