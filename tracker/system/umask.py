"""How does what a library writes for us come to be for this person alone?"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
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


@contextmanager
def file_for_this_person(file: Path | None) -> Iterator[None]:
    """The same, also where something else has that name already; None: no name is known.

    What belongs to somebody else, or is no file, keeps its permissions.
    """
    with for_this_person():
        _close_to_others(file)
        yield
        _close_to_others(file)


def _close_to_others(file: Path | None) -> None:
    with suppress(OSError):
        if file is not None and file.is_file():
            file.chmod(file.stat().st_mode & ~_MINE_ALONE)
