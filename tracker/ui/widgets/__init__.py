"""Which parts are the pages made of?"""
