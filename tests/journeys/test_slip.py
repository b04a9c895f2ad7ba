"""Is a missed turn shown with what fits now, before it is ticked, in the window and beside it?"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.still_clock import StillClock
from tracker.cli import main

Start = Callable[[], Person]
COSTS = "Tonight takes the turn of Sunday: then this week ends at 1 of 2"

pytestmark = pytest.mark.usefixtures("routine")


def test_a_missed_mask_says_what_fits_and_what_it_costs(
    start: Start, clock: StillClock, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.forward(days=-1)
    person = start()

    line = f"Missed on Wednesday: tonight or Saturday fits · {COSTS}"
    assert person.row("clay-mask").line == line
    main(["--data-dir", str(folder), "plan"], clock)
    assert f"  Clay mask        Due      {line}\n" in capsys.readouterr().out

    person.click(person.row("cleanse-evening"))
    person.click(person.row("clay-mask"))

    assert person.row("clay-mask").line == "Done at 21:30"
    person.window.today.face.day_wanted.emit(date(2026, 11, 18))
    person.settle()
    assert person.card("clay-mask").status == "moved"
    person.window.today.face.wished.emit("clay-mask", "why")
    person.settle()
    assert person.reads("Clay mask was made up for on Friday.")


def test_another_day_tells_nothing_of_what_fits_now(start: Start) -> None:
    person = start()
    assert person.row("clay-mask").line.startswith("Missed on Wednesday: tonight fits")

    person.window.today.face.day_wanted.emit(date(2026, 11, 19))
    person.settle()

    assert person.card("clay-mask").slip is None
