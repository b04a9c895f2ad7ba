"""Is a finished file given its name once, also where there are no links?"""

import errno
import os
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tracker.store.files import claim, file_failure, private_file
from tracker.store.store import open_store


@pytest.fixture(params=["links", "no links"])
def _links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A FAT stick has no links; neither would be there in a test."""

    def link(_file: Path, _name: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if request.param == "no links":
        monkeypatch.setattr(os, "link", link)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "read_only"),
        (errno.EROFS, "read_only"),
        (errno.ENOSPC, "not_written"),
        (errno.EIO, "not_written"),
        (errno.ENOENT, "not_opened"),
        (errno.EISDIR, "not_opened"),
    ],
)
def test_each_error_of_the_system_has_its_code(number: int, code: str) -> None:
    found = file_failure(OSError(number, os.strerror(number)), Path("/data/routine.db"))
    assert (found.code, found.facts) == (code, {"path": "/data/routine.db"})


@pytest.mark.usefixtures("_links")
def test_a_finished_file_gets_its_name(place: Path) -> None:
    file = private_file(place, "new-", ".db")
    file.write_text("finished")
    claim(file, place / "mine")
    assert [path.name for path in place.iterdir()] == ["mine"]
    assert (place / "mine").read_text() == "finished"


@pytest.mark.usefixtures("_links")
def test_a_name_that_is_taken_is_not_given_again(place: Path) -> None:
    (place / "mine").write_text("first")
    file = private_file(place, "new-", ".db")
    with pytest.raises(FileExistsError):
        claim(file, place / "mine")
    assert (place / "mine").read_text() == "first"
    assert file.exists()


@pytest.mark.usefixtures("_links")
def test_a_store_is_made_where_there_are_no_links(place: Path) -> None:
    with open_store(place, StillClock()).reading() as look:
        assert look.settings() == {}
    assert [path.name for path in place.iterdir()] == ["routine.db"]
