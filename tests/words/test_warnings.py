"""Is every warning a sentence that says what, for how long and why?"""

from datetime import date

import pytest

from tracker.actions.views.warnings import RoutineWarning
from tracker.words.warnings import warning_line

TODAY = date(2026, 11, 21)
FROM, TO = date(2026, 12, 1), date(2027, 1, 4)
NAMES = {"lotion": "Lotion"}


def no_turn(
    reason: str | None, since: date | None = None, until: date | None = None
) -> RoutineWarning:
    return RoutineWarning("no_turn", "serum", "Serum", reason=reason, since=since, until=until)


def short(reason: str | None, since: date | None = None) -> RoutineWarning:
    return RoutineWarning("quota_short", "serum", "Serum", 5, 8, 3, reason, since)


@pytest.mark.parametrize(
    ("warning", "line"),
    [
        (
            no_turn("displaced_by:lotion", until=TO),
            "Serum gets no turn until 4 January 2027: Lotion comes before it each time.",
        ),
        (
            no_turn("too_close_to:lotion", FROM, TO),
            (
                "Serum gets no turn from 1 December until 4 January 2027:"
                " each would be too soon after Lotion."
            ),
        ),
        (no_turn("not_today"), "Serum gets no turn in the next 60 days."),
        (no_turn("too_soon", FROM), "Serum gets no turn from 1 December on."),
        (
            RoutineWarning("turns_lost", "serum", "Serum", 17, 60, reason="displaced_by:lotion"),
            "Serum loses 17 of its 60 turns in the next 60 days to its group, mostly to Lotion.",
        ),
        (
            short("too_soon"),
            (
                "Serum is planned for 3 times a week, and in 5 of the next 8 weeks the days between"
                " two uses leave no room for that."
            ),
        ),
        (
            short("too_close_to:lotion"),
            (
                "Serum is planned for 3 times a week, and in 5 of the next 8 weeks the rest after"
                " Lotion leaves no room for that."
            ),
        ),
        (
            short(None),
            "Serum is planned for 3 times a week, and 5 of the next 8 weeks have no room.",
        ),
        (
            RoutineWarning("turns_lost", "serum", "Serum", 17, 60, 0, "displaced_by:lotion", FROM),
            (
                "Serum loses 17 of its 60 turns in the 60 days from 1 December on to its group,"
                " mostly to Lotion."
            ),
        ),
        (
            short("too_soon", FROM),
            (
                "Serum is planned for 3 times a week, and in 5 of the 8 weeks from 1 December on"
                " the days between two uses leave no room for that."
            ),
        ),
        (
            short("too_close_to:lotion", FROM),
            (
                "Serum is planned for 3 times a week, and in 5 of the 8 weeks from 1 December on"
                " the rest after Lotion leaves no room for that."
            ),
        ),
        (
            short(None, FROM),
            (
                "Serum is planned for 3 times a week, and 5 of the 8 weeks from 1 December on"
                " have no room."
            ),
        ),
    ],
)
def test_a_warning_is_one_sentence(warning: RoutineWarning, line: str) -> None:
    assert warning_line(warning, NAMES, TODAY) == line
