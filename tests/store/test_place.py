"""Is the place of the data told, and a folder known that another program copies about?"""

from pathlib import Path

import pytest

from tracker.store.place import data_place, synced_by


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("/home/me/Dropbox/skin", "Dropbox"),
        ("/home/me/Dropbox (Work)/skin", "Dropbox"),
        ("/home/me/OneDrive - Work/a/b", "OneDrive"),
        ("/home/me/Google Drive/skin", "Google Drive"),
        ("/home/me/Nextcloud", "Nextcloud"),
        ("/Users/me/Library/Mobile Documents/com~apple~CloudDocs/skin", "iCloud"),
        ("/home/me/.local/share/routine-tracker", None),
        ("/home/me/dropboxes", None),
    ],
)
def test_a_folder_is_known_by_its_name(folder: str, program: str | None) -> None:
    assert synced_by(Path(folder)) == program


@pytest.mark.parametrize(
    ("mark", "program"), [(".stfolder", "Syncthing"), (".owncloudsync.log", "ownCloud")]
)
def test_a_folder_is_known_by_what_lies_in_one_above(
    tmp_path: Path, mark: str, program: str
) -> None:
    folder = tmp_path / "notes" / "skin"
    folder.mkdir(parents=True)
    (folder / "routine.db").write_bytes(b"1234")
    assert data_place(folder / "routine.db") == (folder, 4, None)

    (tmp_path / mark).mkdir()

    assert data_place(folder / "routine.db") == (folder, 4, program)


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert data_place(tmp_path / "routine.db").size == 0
