"""How does a throw-away copy come to be, and how does it go again?"""

# ruff: noqa: PLC0415, imported where the demo is asked for

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tracker.actions.ports import Clock

_PREFIX: Final = "routine-tracker-demo-"
"""How the folder's name begins; one that was left by a killed process can be told by it."""


@contextmanager
def demo_folder(clock: "Clock") -> Iterator[Path]:
    """A data folder that is this person's alone, filled, and removed at the end.

    Raises `Unavailable` where the machine's folder for temporary files cannot be written.
    """
    from tracker.store.files import file_failure

    try:
        place = TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        raise file_failure(error, Path(error.filename or _PREFIX)) from error
    with place as name:
        folder = Path(name)
        fill(folder, clock)
        yield folder


def fill(folder: Path, clock: "Clock") -> None:
    """Fourteen months with the routine for oily skin, up to the clock's morning."""
    from tracker.actions.demo.story import demo, first_day
    from tracker.domain.day import day_of
    from tracker.domain.settings import DAY_STARTS_AT, Setting
    from tracker.exchange.preset import load_preset
    from tracker.store.store import open_store
    from tracker.words.demo import demo_words

    now = clock.now()
    start = first_day(day_of(now, DAY_STARTS_AT))
    diary = demo(load_preset("oily", start, "overnight-serum"), now, demo_words())
    store = open_store(folder, clock)
    with store.writing("demo") as work:
        # The desktop's notifications are for real days.
        work.put(Setting("reminders", value=False))
        work.put(*diary.products, *diary.steps, *diary.groups, *diary.pauses, *diary.treatments)
        work.put(*diary.log, *diary.ratings, *diary.questions)
    store.close()
