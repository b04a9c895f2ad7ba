"""How does the window look? Makes the pictures of the README.

    python packaging/screenshot.py [FOLDER]

Started on a display of its own, with the demo's data and a clock that stands still, so that
the same program always makes the same pictures. Nothing of the person's is read or shown.
"""

import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "docs" / "screenshots"
ZONE: Final = timezone(timedelta(hours=1))
SHOTS: Final = (
    ("today-light", "light", 1200, 800, "today"),
    ("today-dark", "dark", 1200, 800, "today"),
    ("today-least", "light", 900, 640, "today"),
    ("first-start", "light", 1200, 800, "today"),
    ("calendar-light", "light", 1200, 800, "calendar"),
    ("calendar-dark", "dark", 1200, 800, "calendar"),
    ("progress-light", "light", 1200, 800, "progress"),
    ("progress-dark", "dark", 1200, 800, "progress"),
    ("routine-light", "light", 1200, 800, "routine"),
    ("routine-dark", "dark", 1200, 800, "routine"),
    ("settings-light", "light", 1200, 800, "settings"),
)


class StillClock:
    """A clock that tells what it was set to."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 21, 21, 30, tzinfo=ZONE)

    def now(self) -> datetime:
        """The moment that it was set to."""
        return self.moment


def main() -> None:
    """Make every picture, each in a process of its own."""
    if os.environ.get("ROUTINE_TRACKER_PICTURE"):
        draw(*os.environ["ROUTINE_TRACKER_PICTURE"].split())
        return
    import bootstrap_display as display  # noqa: PLC0415, only where a display is made

    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with display.real_display(dict(os.environ)) as environment:
        for name, *how in SHOTS:
            asked = " ".join(map(str, (folder / f"{name}.png", *how)))
            subprocess.run(
                [sys.executable, __file__],
                env={**environment, "ROUTINE_TRACKER_PICTURE": asked},
                cwd=ROOT,
                check=True,
            )
            print(folder / f"{name}.png")


def draw(path: str, theme: str, width: str, height: str, place: str) -> None:
    """One picture of a page, once it shows all it knows."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tracker import app  # noqa: PLC0415
    from tracker.ui.conduct import Conduct  # noqa: PLC0415
    from tracker.ui.pages.routine.page import RoutinePage  # noqa: PLC0415

    clock = StillClock()
    with tempfile.TemporaryDirectory() as folder:
        if "first-start" not in path:
            live(Path(folder), clock, theme)
        application = QApplication([])
        window = app.build(application, Path(folder), clock, app.first_sight(Path(folder), clock))
        window.resize(int(width), int(height))
        window.show()
        wait_until_known()
        conduct = window.findChild(Conduct)
        if place != "today" and conduct is not None:
            conduct.places.go(place)
            wait_until_known()
        if isinstance(window.page, RoutinePage):
            window.page.step_wanted.emit("refining-lotion")
            wait_until_known()
        window.grab().save(path)
        window.close()


def live(folder: Path, clock: StillClock, theme: str) -> None:
    """What the demo shows, with the morning done and the skin rated."""
    from tracker.actions.rate import rate  # noqa: PLC0415
    from tracker.actions.settings import set_setting  # noqa: PLC0415
    from tracker.actions.tick import tick  # noqa: PLC0415
    from tracker.demo import fill  # noqa: PLC0415
    from tracker.store.store import open_store  # noqa: PLC0415

    fill(folder, clock)
    store = open_store(folder, clock)
    tick(store, clock, "moisturise-morning")
    rate(store, clock, {"overall": 7, "oiliness": 2, "pores": 2, "redness": 0})
    set_setting(store, "theme", theme)
    set_setting(store, "reminders", value=True)
    store.close()


def wait_until_known() -> None:
    """Let the window read what it shows a little later than the first frame."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(2500, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
