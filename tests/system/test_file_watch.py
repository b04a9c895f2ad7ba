"""Is a write of another process noticed, also where the file is replaced or comes later?"""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tracker.system.file_watch import FileWatch


def test_a_write_is_noticed_and_a_replaced_file_stays_watched(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "routine.db"
    file.write_text("one")
    parent = QObject()
    watch = FileWatch(file, parent)

    with qtbot.waitSignal(watch.stirred):
        file.write_text("two")
    with qtbot.waitSignal(watch.stirred):
        (tmp_path / "new").write_text("three")
        (tmp_path / "new").rename(file)
    with qtbot.waitSignal(watch.stirred):
        file.write_text("four")


def test_a_folder_that_comes_later_is_watched_when_told(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "later" / "routine.db"
    parent = QObject()
    watch = FileWatch(file, parent)
    file.parent.mkdir()

    watch.watch()

    with qtbot.waitSignal(watch.stirred):
        file.write_text("one")
