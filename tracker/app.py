"""How is the window put together, so that today stands in its first frame?

The order is the start-up budget: the collector off; today read by the standard library's sqlite3
before any Qt is imported; one frame; and only after it whatever else the window needs. Imports
stand where they are paid for.
"""

# ruff: noqa: PLC0415

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.system.clock import SystemClock
from tracker.system.display import has_display
from tracker.system.doorbell import ring
from tracker.system.paths import data_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tracker.actions.backups import Backups
    from tracker.actions.ports import Clock
    from tracker.ui.held import WatchedStore
    from tracker.ui.sight import Sight
    from tracker.ui.window import Window


def main(argv: Sequence[str] = (), data_dir: Path | None = None, *, is_demo: bool = False) -> int:
    """Open the window on a data folder and run until it is closed; the process's exit code.

    With `is_demo` on a throw-away copy, whatever folder is named.
    """
    gc.disable()
    if not has_display():
        from tracker.words.window import no_display_line

        print(no_display_line(), file=sys.stderr)
        return 2
    clock = SystemClock()
    if is_demo:
        from tracker.demo import demo_folder
        from tracker.words.demo import demo_title

        with demo_folder(clock) as folder:
            return _opened(argv, folder, clock, demo_title())
    folder = data_dir or data_folder()
    return 0 if ring(folder) else _opened(argv, folder, clock)


def _opened(argv: Sequence[str], folder: Path, clock: "Clock", title: str | None = None) -> int:
    """Look, import Qt, and run; the window is called `title` where it is not called as usual."""
    seen = first_sight(folder, clock)
    # Whatever is imported after PySide6 takes longer, since its import hook reads the source.
    import tracker.words.today
    import tracker.words.window  # noqa: F401

    return _run(argv, folder, clock, seen, title)


def first_sight(folder: Path, clock: "Clock") -> "Sight | None":
    """What can be seen at once; None where the data is not there, old, or cannot be read."""
    from tracker.domain.errors import TrackerError
    from tracker.store.first_look import first_look
    from tracker.ui.sight import sight

    reading = first_look(folder)
    if reading is None:
        return None
    try:
        with reading:
            return sight(clock.now(), reading)
    except TrackerError:
        return None


def _run(
    argv: Sequence[str], folder: Path, clock: "Clock", seen: "Sight | None", title: str | None
) -> int:
    from PySide6.QtWidgets import QApplication

    app = QApplication(["routine-tracker", *argv])
    app.setApplicationName("routine-tracker")
    app.setDesktopFileName("routine-tracker")
    window = build(app, folder, clock, seen)
    if title is not None:
        window.setWindowTitle(title)
    window.show()
    gc.freeze()
    gc.enable()
    return app.exec()


def build(
    app: "QApplication", folder: Path, clock: "Clock", seen: "Sight | None" = None
) -> "Window":
    """The window, which goes on by itself from its first frame."""
    from tracker.store.identity import FILE_NAME
    from tracker.ui.afterwards import Afterwards
    from tracker.ui.theme.theme import Theme, as_choice
    from tracker.ui.theme.type import BODY, font, load_typeface
    from tracker.ui.widgets.spoken import hold
    from tracker.ui.window import Window
    from tracker.words.language import language_of, use

    def opening() -> "WatchedStore":
        import tracker.store.backup.folder  # noqa: F401, all of the store's imports at one time
        from tracker.store.store import open_store

        return open_store(folder, clock)

    def backups() -> "Backups":
        from tracker.store.backup.folder import FolderBackups

        return FolderBackups(folder, clock)

    hold()
    load_typeface()
    app.setFont(font(BODY))
    language = language_of(None if seen is None else seen.language)
    if language is not None:
        use(language)
    window = Window(Theme(app, as_choice(None if seen is None else seen.theme)), language)
    if seen is not None:
        window.show_sight(seen)
    Afterwards(window, opening, backups, folder / FILE_NAME, clock)
    return window
