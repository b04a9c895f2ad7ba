"""Does the calendar say its days, pauses and treatments plainly?"""

from datetime import date

import pytest

from tracker.actions.views.calendar import Band, CalendarDay, CalendarView, DayView, Totals
from tracker.domain.day import Day
from tracker.domain.log import Rating
from tracker.domain.routine import Pause, Routine, Treatment
from tracker.words import calendar as words
from tracker.words import calendar_day

TODAY = date(2026, 11, 21)
NAMES = {"mask": "Clay mask", "serum": "Night serum"}


def view(*cells: CalendarDay) -> CalendarView:
    shown = DayView(TODAY, (), None, (), (), is_in_reach=True)
    bands = (Band("lotion", "Lotion", None),)
    return CalendarView(TODAY, (cells,), bands, Totals(), shown, Routine(), is_supposed=False)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (CalendarDay(TODAY, is_of_month=True), "Saturday, 21 November, today"),
        (
            CalendarDay(
                date(2025, 11, 5),
                is_of_month=True,
                mark="done",
                mask="done",
                off_plan=2,
                skipped=1,
                phases=(True,),
            ),
            (
                "Wednesday, 5 November 2025: everything done, mask done, 1 skipped, 2 off plan,"
                " Lotion on"
            ),
        ),
        (
            CalendarDay(
                date(2026, 11, 24),
                is_of_month=True,
                is_paused=True,
                treatments=("Peel",),
                is_recovering=True,
                phases=(False,),
                is_changed=True,
            ),
            (
                "Tuesday, 24 November: paused, Peel, recovery after a treatment, Lotion off,"
                " would change"
            ),
        ),
    ],
)
def test_a_day_is_said_with_all_that_its_cell_shows(cell: CalendarDay, said: str) -> None:
    cell = cell._replace(phases=cell.phases or (None,))
    assert words.spoken_day(cell, view(cell)) == said


@pytest.mark.parametrize(
    ("pause", "said"),
    [
        (Pause(TODAY, None), "Paused since Saturday 21 November, until you end it"),
        (Pause(TODAY, TODAY, None, "Ill"), "Paused on Saturday 21 November · Ill"),
        (
            Pause(TODAY, date(2027, 1, 3), ("mask", "serum")),
            "Paused from Saturday 21 November to Sunday 3 January 2027 · Clay mask and Night serum",
        ),
    ],
)
def test_a_pause_says_when_whose_and_why(pause: Pause, said: str) -> None:
    assert calendar_day.pause_line(pause, NAMES, TODAY) == said


def test_a_treatment_says_how_long_the_skin_rests() -> None:
    peel = Treatment(TODAY, "Peel", 3, ("mask",), "Dr Wolf", None, "Left cheek only")
    laser = Treatment(TODAY, "Laser", 0)

    assert calendar_day.treatment_line(peel, NAMES, TODAY) == (
        "Peel on Saturday 21 November, rest until Wednesday 25 November"
        " · Clay mask · Dr Wolf · Left cheek only"
    )
    assert calendar_day.treatment_line(laser, NAMES, TODAY) == "Laser on Saturday 21 November"


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        (Totals(), ""),
        (Totals(done=1, turns=1), "1 of 1 step done"),
        (Totals(80, 90, 2, 1), "80 of 90 steps done · 2 skipped · 1 off plan"),
    ],
)
def test_a_month_s_totals_say_only_what_there_was(totals: Totals, said: str) -> None:
    assert words.totals_line(totals) == said


@pytest.mark.parametrize(
    ("day", "aside"), [(TODAY, "today"), (date(2026, 11, 22), "still to come"), (Day.min, "")]
)
def test_a_day_says_where_it_stands(day: Day, aside: str) -> None:
    assert calendar_day.day_aside(day, TODAY) == aside


def test_a_day_with_only_a_note_has_no_mark_to_say() -> None:
    assert calendar_day.rating_line(Rating(TODAY, note="Dry")) == ""
    assert calendar_day.rating_line(Rating(TODAY, 7)) == "Skin 7 of 10"
