"""How long may a made example take? As long as it needs: speed is no matter of these tests."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
