"""How does the window look? Makes the pictures of the README.

    python packaging/screenshot.py [FOLDER]

Started on a display of its own, with a routine of its own and a clock that stands still, so that
the same program always makes the same pictures. Nothing of the person's is read or shown.
"""

import os
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "docs" / "screenshots"
TODAY: Final = date(2026, 11, 21)
ZONE: Final = timezone(timedelta(hours=1))
SHOTS: Final = (
    ("today-light", "light", 1200, 800),
    ("today-dark", "dark", 1200, 800),
    ("today-least", "light", 900, 640),
    ("first-start", "light", 1200, 800),
)


class StillClock:
    """A clock that tells what it was set to."""

    def __init__(self) -> None:
        self.moment = at(TODAY, 21, 30)

    def now(self) -> datetime:
        """The moment that it was set to."""
        return self.moment


def at(day: date, hour: int, minute: int) -> datetime:
    """A local moment."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


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


def draw(path: str, theme: str, width: str, height: str) -> None:
    """One picture of the window, once it shows all it knows."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tracker import app  # noqa: PLC0415

    clock = StillClock()
    with tempfile.TemporaryDirectory() as folder:
        if "first-start" not in path:
            live(Path(folder), clock, theme)
        application = QApplication([])
        window = app.build(application, Path(folder), clock, app.first_sight(Path(folder), clock))
        window.resize(int(width), int(height))
        window.show()
        wait_until_known()
        window.grab().save(path)
        window.close()


def live(folder: Path, clock: StillClock, theme: str) -> None:
    """Seven weeks of the routine for oily skin, one of them lapsed, and this morning done."""
    from tracker.actions.set_up import set_up  # noqa: PLC0415
    from tracker.actions.settings import set_setting  # noqa: PLC0415
    from tracker.actions.tick import tick  # noqa: PLC0415
    from tracker.domain.errors import Refused  # noqa: PLC0415
    from tracker.exchange.preset import load_preset  # noqa: PLC0415
    from tracker.store.store import open_store  # noqa: PLC0415

    store = open_store(folder, clock)
    diary = load_preset("oily", date(2026, 10, 1), "overnight-serum")
    set_up(store, diary, "oily")
    set_setting(store, "theme", theme)
    for number in range(52):
        day = date(2026, 10, 1) + timedelta(days=number)
        for step in diary.steps:
            is_morning = step.slot == "morning"
            clock.moment = at(day, 7 if is_morning else 21, 47)
            is_lapse = day == date(2026, 11, 3) or (day == TODAY and not is_morning)
            is_mask_left = step.id == "clay-mask" and (
                day.weekday() not in (2, 6) or day == date(2026, 11, 18)
            )
            if is_lapse or is_mask_left:
                continue
            try:
                tick(store, clock, step.id)
            except Refused:
                continue
    store.close()
    clock.moment = at(TODAY, 21, 30)


def wait_until_known() -> None:
    """Let the window read what it shows a little later than the first frame."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(2500, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
