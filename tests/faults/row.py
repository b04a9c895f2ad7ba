"""What does a row of the fault bench hold, and what comes of its trials?

A row is one module of this folder that names a `ROW`; the bench finds it by itself, and calls it by
the module's name.
"""

from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """What came of the trials, in a few words, and whether it is what was aimed at."""

    said: str
    is_met: bool


class Row(NamedTuple):
    """A fault, what is aimed at, and the trials that show how far we are."""

    fault: str
    target: str
    how: str
    """How it is tried, in one sentence."""
    tries: int
    """How many tries a whole run makes; what is a try, the row says."""
    quick: int
    """How many a quick one makes."""
    run: Callable[[int], Figure]
    """Makes so many tries."""
