"""Is a file read whole, and written whole or not at all?"""

import os
import stat
from pathlib import Path

import pytest

from tracker.domain.errors import BadInput, Unavailable
from tracker.exchange import files
from tracker.exchange.files import read_file, write_file


def test_a_file_comes_back_and_is_its_owners_alone(tmp_path: Path) -> None:
    name = str(tmp_path / "a.json")
    write_file(name, "Größe")
    write_file(name, "Größe 2")
    assert read_file(name).decode() == "Größe 2"
    assert stat.S_IMODE(os.stat(name).st_mode) == 0o600  # noqa: PTH116
    assert os.listdir(tmp_path) == ["a.json"]  # noqa: PTH208


@pytest.mark.parametrize(("name", "code"), [("gone", "no_such_file"), (".", "file_not_readable")])
def test_what_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput) as refused:
        read_file(name)
    assert (refused.value.code, refused.value.facts["file"]) == (code, name)


def test_a_name_that_is_none_is_told() -> None:
    with pytest.raises(BadInput):
        read_file("a\0b")


def test_a_file_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(BadInput) as refused:
        read_file("/dev/zero")
    assert refused.value.code == "file_too_large"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for name in (tmp_path / "gone" / "a.json", tmp_path):
        with pytest.raises(BadInput) as refused:
            write_file(str(name), "")
        assert refused.value.code == "no_such_folder"


def test_behind_a_link_the_file_itself_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "there" / "a.json")
    for text in ("new", "newer"):
        write_file(str(tmp_path / "link.json"), text)
        assert (tmp_path / "link.json").is_symlink()
        assert (tmp_path / "there" / "a.json").read_text() == text


def test_what_is_no_ordinary_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "link.json").symlink_to(tmp_path / "pipe.json")
    for name in (tmp_path / "pipe.json", tmp_path / "link.json", "/dev/null", "/dev/full"):
        with pytest.raises(BadInput) as refused:
            write_file(str(name), "")
        assert refused.value.code == "not_a_plain_file"


def test_a_name_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "round.json").symlink_to(tmp_path / "round.json")
    for name in (tmp_path / "round.json", tmp_path / ("x" * 300 + ".json"), "a\0b"):
        with pytest.raises(Unavailable) as failed:
            write_file(str(name), "")
        assert failed.value.code == "file_not_written"


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tracker.exchange.files.os.fsync", full)
    with pytest.raises(Unavailable) as failed:
        write_file(str(path), "new")
    assert failed.value.code == "file_not_written"
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
