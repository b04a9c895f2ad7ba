"""The sentence of each kind of schedule, in which its values are changed.

A kind's sentence is the file here that is named after it.
"""

from importlib import import_module

from tracker.domain.rule import KINDS

for _kind in KINDS:
    import_module(f"{__name__}.{_kind}")
