"""How is a file that the person named read, and how is one written whole or not at all?"""

import os
import tempfile
from pathlib import Path

from tracker.domain.errors import BadInput, Unavailable
from tracker.exchange.json_text import MOST_BYTES


def read_file(name: str) -> bytes:
    """The file's content; raises `BadInput` with the fact `file`."""
    try:
        with Path(name).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise BadInput("no_such_file", file=name) from error
    except (OSError, ValueError) as error:
        raise BadInput("file_not_readable", file=name) from error
    if len(content) > MOST_BYTES:
        raise BadInput("file_too_large", file=name, most=MOST_BYTES // 1024 // 1024)
    return content


def write_file(name: str, text: str) -> None:
    """Put `text` into the file, as `write_bytes` does."""
    write_bytes(name, text.encode())


def write_bytes(name: str, content: bytes) -> None:
    """Put `content` into the file, which only its owner may read, in one step.

    Where it is a link, the file behind it is written. Raises `BadInput` where there is no such
    folder or the name is that of something else, `Unavailable` where it cannot be written.
    """
    path = _target(name)
    try:
        unfinished = _written(path.parent, content)
        try:
            unfinished.replace(path)
        except (OSError, ValueError):
            unfinished.unlink()
            raise
    except (OSError, ValueError) as error:
        raise Unavailable("file_not_written", file=name) from error


def _target(name: str) -> Path:
    """The file itself that `name` leads to, whether it is there or not."""
    try:
        path = Path(name).resolve()
        if not path.parent.is_dir() or Path(name).is_dir():
            raise BadInput("no_such_folder", file=name)
        # Asked of the name: what a pipe's link in /dev resolves to is not there.
        if Path(name).exists() and not Path(name).is_file():
            raise BadInput("not_a_plain_file", file=name)
    except (OSError, ValueError, RuntimeError) as error:
        raise Unavailable("file_not_written", file=name) from error
    return path


def _written(folder: Path, content: bytes) -> Path:
    """A file with that content, of a name that nobody can have taken before, 0600 at once."""
    opened, name = tempfile.mkstemp(".part", ".routine-tracker-", folder)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)
