"""Is it said plainly what a backup holds, and what going back to it would lose?"""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tracker.actions.backups import WHYS, Inside, Lost, Restored
from tracker.words.backups import (
    begun_anew_line,
    inside_line,
    lost_line,
    offer_label,
    restored_line,
    size_words,
    sure_line,
    way_back_line,
    why_words,
)

DAY = date(2026, 11, 21)
FILE = Path("/data/backups/a.db")
INSIDE = Inside(
    file=FILE,
    moment=datetime(2026, 11, 20, 21, 30, tzinfo=UTC),
    steps=8,
    entries=21,
    ratings=1,
    first=date(2025, 12, 30),
    last=date(2026, 11, 20),
    revision="0001",
    lost=Lost(),
)


def test_each_reason_has_words_of_its_own() -> None:
    assert len({why_words(why) for why in WHYS}) == len(WHYS)


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (155_648, "156 kB"), (999_499, "999 kB"), (1_040_000, "1.0 MB")],
)
def test_a_size_is_rough(size: int, words: str) -> None:
    assert size_words(size) == words


def test_what_is_in_it() -> None:
    everything = "In it: 8 steps, 21 entries and 1 rating, from 30 December 2025 to 20 November."
    assert inside_line(INSIDE, DAY) == everything
    empty = INSIDE._replace(steps=0, entries=0, ratings=0, first=None, last=None)
    assert inside_line(empty, DAY) == "In it: nothing."


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (Lost(), "Everything that you have now is in it."),
        (Lost((), 1, 0), "Not in it, but kept in the copy that is set aside: 1 entry."),
        (
            Lost(("Toner", "Mask"), 0, 2),
            (
                "Not in it, but kept in the copy that is set aside: the step Toner, the step Mask"
                " and 2 ratings."
            ),
        ),
        (
            Lost(tuple("abcdefg")),
            (
                "Not in it, but kept in the copy that is set aside: the step a, the step b, the"
                " step c, the step d, the step e and 2 more steps."
            ),
        ),
        (None, "What was entered after Friday, 20 November, 21:30 is not in it."),
    ],
)
def test_what_would_be_lost(lost: Lost | None, said: str) -> None:
    assert lost_line(INSIDE._replace(lost=lost), DAY) == said


def test_a_copy_of_no_known_moment_goes_by_its_name() -> None:
    copy = INSIDE._replace(moment=None, lost=None)
    assert "cannot be told" in lost_line(copy, DAY)
    assert sure_line(copy, DAY).startswith("Go back to a.db?")
    assert restored_line(Restored(copy, None, None)) == "Went back to a.db."
    assert way_back_line(copy, "x") == ""


def test_a_backup_goes_by_its_day_and_time() -> None:
    assert offer_label(INSIDE, DAY) == "Restore the backup of Friday, 20 November, 21:30"
    assert sure_line(INSIDE, DAY).startswith("Go back to the backup of Friday, 20 November, 21:30?")


def test_where_the_damaged_file_lies_is_told() -> None:
    assert begun_anew_line(FILE).endswith(str(FILE))
    assert begun_anew_line(None) == "Your records can be read again."
