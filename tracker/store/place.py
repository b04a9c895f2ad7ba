"""Where do the data lie, how large are they, and does another program copy them about?"""

from pathlib import Path
from typing import Final, NamedTuple

_BY_NAME: Final = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
}
"""What folders are called that are kept alike on several machines, in small letters."""
_BY_MARK: Final = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""What such programs put into the folders that they look after."""


class DataPlace(NamedTuple):
    """The data folder, the size of the file in it in bytes, and the program that copies it."""

    folder: Path
    size: int
    synced_by: str | None


def data_place(database: Path) -> DataPlace:
    """Where a database lies."""
    return DataPlace(database.parent, _size_of(database), synced_by(database.parent))


def synced_by(folder: Path) -> str | None:
    """The program that keeps `folder` alike on several machines; None where none is known to.

    Told by the name of the folder or of one above it, or by a mark that lies there.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        # "OneDrive - Company" and "Dropbox (Personal)" are some too.
        named = _BY_NAME.get(place.name.lower().split(" - ")[0].split(" (")[0])
        found = named or next(
            (_BY_MARK[mark] for mark in _BY_MARK if _is_there(place / mark)), None
        )
        if found is not None:
            return found
    return None


def _is_there(mark: Path) -> bool:
    try:
        mark.lstat()
    except OSError:
        return False
    return True


def _size_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
