"""How do files come to be so that nobody else can read them and none is ever overwritten?"""

import errno
import os
import tempfile
from pathlib import Path
from typing import Final

from tracker.domain.errors import Unavailable

_DENIED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def file_failure(error: OSError, path: Path) -> Unavailable:
    """What an error of the system means: "read_only", "not_written" or "not_opened"."""
    code = "not_opened"
    if error.errno in _DENIED:
        code = "read_only"
    elif error.errno in _FULL:
        code = "not_written"
    return Unavailable(code, path=str(path))


def is_writable(file: Path) -> bool:
    """Whether this person may write the file, and beside it, where SQLite keeps its journal."""
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK | os.X_OK)


def private_folder(folder: Path) -> None:
    """Make the folder, for this person alone; one that is there stays as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def private_file(folder: Path, prefix: str, suffix: str) -> Path:
    """A new, empty file of an unused name, 0600 from the moment it exists."""
    handle, name = tempfile.mkstemp(suffix, prefix, folder)
    os.close(handle)
    return Path(name)


def claim(file: Path, name: Path) -> None:
    """Give a finished file its name, for good; raises FileExistsError where the name is taken."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:
        # No links there (a FAT stick). The gap between these two lines is as small as it gets.
        if name.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name)) from None
        file.rename(name)
    file.unlink(missing_ok=True)
    sync(name.parent)


def sync(folder: Path) -> None:
    """Have the folder's names written to the disk, where the system lets a folder be opened.

    Raises OSError.
    """
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
