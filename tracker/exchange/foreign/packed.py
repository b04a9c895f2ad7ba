"""Which files are in a zip archive of a stranger, read without unpacking any of it to the disk?"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from tracker.domain.errors import BadInput

MOST_PACKED: Final = 8 * 1024 * 1024
"""How large an archive may be: its list of files is read as a whole."""
_MOST_FILES: Final = 2000
_MOST_BYTES: Final = 64 * 1024 * 1024
"""How much all of it may be, unpacked."""
_MOST_RATIO: Final = 200
"""How many times larger than packed a file of over a megabyte may be."""
_LARGE: Final = 1024 * 1024
_WAYS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED: Final = 0x1


class Archive:
    """The files of an archive that was looked through; names are those inside it."""

    def __init__(self, packed: zipfile.ZipFile, names: tuple[str, ...]) -> None:
        self._packed = packed
        self.names = names

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """One of them as a stream; raises `BadInput` where it does not hold what it says."""
        try:
            with self._packed.open(name) as stream:
                yield cast("BinaryIO", stream)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
            raise BadInput("archive_damaged", where=_shown(name)) from error


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """An archive in which no name leads out of it and nothing is larger than it should be.

    Raises `BadInput` with the file inside as `where`.
    """
    if path.stat().st_size > MOST_PACKED:
        raise BadInput("file_too_large", most=MOST_PACKED // 1024 // 1024)
    try:
        packed = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError) as error:
        raise BadInput("not_an_archive") from error
    with packed:
        files = packed.infolist()
        if len(files) > _MOST_FILES:
            raise BadInput("too_many_files", most=_MOST_FILES, got=len(files))
        for file in files:
            _check(file)
        if sum(file.file_size for file in files) > _MOST_BYTES:
            raise BadInput("archive_too_large", most=_MOST_BYTES // 1024 // 1024)
        names = tuple(file.filename for file in files if not file.is_dir())
        if len(set(names)) < len(names):
            raise BadInput("not_an_archive")
        yield Archive(packed, names)


def _check(file: zipfile.ZipInfo) -> None:
    """Raise `BadInput` for a name that leads elsewhere, a link, a secret, or a bomb."""
    name = file.orig_filename
    where = _shown(name)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if "\0" in name or ".." in parts or name.startswith(("/", "\\")) or ":" in name[:2]:
        raise BadInput("name_leads_out", where=where)
    if stat.S_ISLNK(file.external_attr >> 16):
        raise BadInput("archive_link", where=where)
    if file.flag_bits & _ENCRYPTED or file.compress_type not in _WAYS:
        raise BadInput("archive_locked", where=where)
    is_large = file.file_size > _LARGE
    if is_large and file.file_size > _MOST_RATIO * max(file.compress_size, 1):
        raise BadInput("archive_bomb", where=where)


def _shown(name: str) -> str:
    return ascii(name)[:80]
