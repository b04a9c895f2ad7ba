"""Where do the data lie, how large are they, and does another program copy them about?"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

_MARKS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
}
"""What such programs put into the folders that they look after."""
_NAMES: Final = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",  # not shown
    "googledrive": "Google Drive",  # not shown
    "my drive": "Google Drive",  # not shown
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
}
"""What such folders are called, in small letters."""


class DataPlace(NamedTuple):
    """The data folder, the size of the file in it in bytes, and the program that copies it."""

    folder: Path
    size: int
    synced_by: str | None


def data_place(database: Path) -> DataPlace:
    """Where a database lies."""
    folder = database.parent
    there = (folder, *folder.parents)
    marks = {place: _marks_in(place) for place in there}
    return DataPlace(folder, _size_of(database), synced_by(folder, marks))


def synced_by(folder: Path, marks: Mapping[Path, Iterable[str]]) -> str | None:
    """The program that keeps `folder` alike on several machines; None where none is known to.

    Told by the name of the folder or of one above it, or by a mark: `marks` are the names of the
    marks that lie in each.
    """
    for place in (folder, *folder.parents):
        for mark in marks.get(place, ()):
            return _MARKS[mark]
        name = place.name.lower()
        # OneDrive adds whose it is ("OneDrive - Work"), Dropbox and Nextcloud an account's name.
        for known, program in _NAMES.items():
            if name == known or name.startswith((f"{known} -", f"{known} (")):
                return program
    return None


def _marks_in(folder: Path) -> list[str]:
    try:
        return [mark for mark in _MARKS if (folder / mark).exists()]
    except OSError:
        return []


def _size_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
