"""Does a thorough look find what is wrong, and change nothing?"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tests.store.diaries import WHOLE, records
from tests.store.places import new_folder
from tracker.store.backup.folder import FolderBackups
from tracker.store.doctor import Check, examine
from tracker.store.store import SqlStore

ALL = (
    "database",
    "revision",
    "integrity",
    "foreign_keys",
    "records",
    "backups",
    "folder_private",
    "files_private",
    "sync_folder",
)


@pytest.fixture
def whole(store: SqlStore) -> Path:
    """The folder of a store with everything in it."""
    with store.writing("import") as work:
        work.put(*records(WHOLE))
    return store.database.parent


def tamper(folder: Path, script: str) -> None:
    with closing(sqlite3.connect(folder / "routine.db")) as connection:
        connection.executescript(script)


def amiss(folder: Path) -> list[Check]:
    """What is not well; looking changed nothing."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = [check for check in examine(folder) if check.state != "well"]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return found


def test_all_is_well_with_what_the_store_makes(whole: Path) -> None:
    found = examine(whole)
    assert tuple(check.name for check in found) == ALL
    assert all(check.ok and check.state == "well" for check in found)


def test_nothing_kept_yet_is_worth_a_word(place: Path) -> None:
    assert amiss(place / "data") == [Check("database", "warning", "absent")]


def test_the_newest_backup_is_looked_into(whole: Path) -> None:
    assert Check("backups", detail="absent") in examine(whole)
    clock = StillClock()
    backups = FolderBackups(whole, clock)
    backups.make("each-day")
    clock.forward(days=1)
    newest = backups.make("by-hand").file
    assert Check("backups", detail="2 2026-11-22T21:30:00+00:00") in examine(whole)
    newest.write_bytes(newest.read_bytes()[:-1])
    assert amiss(whole) == [Check("backups", "wrong", str(newest))]


def test_another_programs_file_is_wrong(whole: Path) -> None:
    tamper(whole, "PRAGMA application_id=7")
    (found,) = amiss(whole)
    assert (found, found.ok) == (Check("database", "wrong", "foreign_file"), False)


def test_a_newer_revision_is_wrong(whole: Path) -> None:
    tamper(whole, "UPDATE alembic_version SET version_num = '0999'")
    assert amiss(whole)[0] == Check("revision", "wrong", "0999")


def test_a_row_that_refers_to_nothing_is_wrong(whole: Path) -> None:
    tamper(whole, "DELETE FROM steps WHERE id = 'bare'; DELETE FROM products WHERE id = 'clay'")
    assert amiss(whole) == [Check("foreign_keys", "wrong", "steps 1: products")]


def test_a_rule_that_cannot_be_used_is_wrong(whole: Path) -> None:
    tamper(whole, "UPDATE schedule_versions SET rule = '{}' WHERE owner = 2")
    detail = "unusable_record steps[wash].schedule[0].rule.kind missing_key"
    assert amiss(whole) == [Check("records", "wrong", detail)]


def test_a_garbled_page_is_wrong(whole: Path) -> None:
    content = bytearray((whole / "routine.db").read_bytes())
    with closing(sqlite3.connect(whole / "routine.db")) as connection:
        find = "SELECT rootpage FROM sqlite_schema WHERE name = 'steps'"
        (page,) = connection.execute(find).fetchone()
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    (whole / "routine.db").write_bytes(content)
    found = {check.name: check for check in amiss(whole)}
    assert found["integrity"].state == "wrong"
    assert found["records"].detail == "damaged_file"


def test_an_unreadable_schema_is_wrong(whole: Path) -> None:
    tamper(
        whole,
        "PRAGMA writable_schema=1; UPDATE sqlite_schema SET sql = 'CREATE' WHERE name = 'steps'",
    )
    (found,) = amiss(whole)
    assert found == Check("database", "wrong", "damaged_file")


def test_what_others_can_read_is_wrong(whole: Path) -> None:
    whole.chmod(0o755)
    (whole / "photos").mkdir()
    (whole / "photos" / "face.png").touch(mode=0o640)
    (whole / "photos" / "face.png").chmod(0o640)
    assert amiss(whole) == [
        Check("folder_private", "wrong", f"{whole} 0755"),
        Check("files_private", "wrong", f"{whole / 'photos' / 'face.png'} 0640"),
    ]


def test_a_file_that_is_gone_by_then_is_nothing_wrong(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = [whole / "routine.db", whole / "routine.db-journal"]
    monkeypatch.setattr("pathlib.Path.rglob", lambda *_: iter(listed))
    monkeypatch.setattr("pathlib.Path.is_file", lambda path: path in listed)
    assert all(check.ok for check in examine(whole))


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("OneDrive - Acme", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_folder_that_is_synced_by_its_name_is_worth_a_word(
    place: Path, name: str, service: str
) -> None:
    (place / name / "health").mkdir(parents=True)
    folder = new_folder(place / name / "health")
    (found,) = amiss(folder)
    assert (found, found.ok) == (Check("sync_folder", "warning", service), True)


def test_a_folder_that_is_synced_by_its_mark_is_worth_a_word(folder: Path, place: Path) -> None:
    (place / ".stfolder").mkdir()
    assert amiss(folder) == [Check("sync_folder", "warning", "Syncthing")]
