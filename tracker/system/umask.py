"""How does what a library writes for us come to be for this person alone?"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_MINE_ALONE: Final = 0o077


@contextmanager
def for_this_person() -> Iterator[None]:
    """Every file that the process makes meanwhile can be read by its owner alone.

    For what opens files by itself: a lock, a printer. It holds for all threads.
    """
    before = os.umask(_MINE_ALONE)
    try:
        yield
    finally:
        os.umask(before)
