"""Is a copy still the file that it was when it was made?"""

import hashlib
import os
from pathlib import Path

from tracker.domain.errors import Unavailable
from tracker.store.backup.naming import sum_file
from tracker.store.copies import PART
from tracker.store.files import claim, private_file


def write_sum(file: Path) -> None:
    """Put the file's SHA-256 beside it, in the form that `sha256sum --check` reads.

    Raises OSError.
    """
    target = sum_file(file)
    part = private_file(file.parent, f"{target.name}-", PART)
    try:
        with part.open("w", encoding="utf-8") as text:
            text.write(f"{_sum_of(file)}  {file.name}\n")
            text.flush()
            os.fsync(text.fileno())
        claim(part, target)
    finally:
        part.unlink(missing_ok=True)


def check_sum(file: Path) -> None:
    """Compare a file with the sum beside it; without a sum there is nothing to compare.

    Raises `Unavailable` "damaged_file" where they differ, "not_opened" where one cannot be read.
    """
    try:
        known = sum_file(file).read_bytes().split()[:1]
        is_same = known == [_sum_of(file).encode()]
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unavailable("not_opened", path=str(file)) from error
    if not is_same:
        raise Unavailable("damaged_file", path=str(file))


def _sum_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
