"""Has every error that is raised anywhere a sentence, and does it say what, where and the mend?"""

from datetime import date
from string import Formatter

import pytest

from tests.words.raised import PACKAGE, Raised, all_raised
from tracker.domain.errors import BadInput, Fact, NewerData, Refused, TrackerError, Unavailable
from tracker.words.errors import error_line, mend_of_refusal
from tracker.words.faults import sentences

RAISED = all_raised()
SQLITE = ("locked", "read_only", "not_opened", "not_written", "damaged_file")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_source_is_read() -> None:
    assert {"not_a_day", "day_in_future", "foreign_file", "not_an_amount"} <= {
        raised.code for raised in RAISED
    }


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: f"{raised.code}@{raised.place}")
def test_every_code_has_a_sentence_and_the_facts_for_it(raised: Raised) -> None:
    sentence = sentences()[raised.code]
    # What the store cannot read back is told as "unusable_record", with the code alone.
    if raised.facts is not None and not raised.place.startswith("store/mapping/"):
        assert fields(sentence) <= raised.facts


@pytest.mark.parametrize("code", SQLITE)
def test_every_fault_of_the_file_has_a_sentence(code: str) -> None:
    assert fields(sentences()[code]) == {"path"}


@pytest.mark.parametrize("code", sentences())
def test_no_sentence_is_left_over(code: str) -> None:
    others = [path for path in PACKAGE.rglob("*.py") if path.name != "faults.py"]
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in others)


@pytest.mark.parametrize("code", sentences())
def test_a_sentence_ends_and_says_more_than_what_is_wrong(code: str) -> None:
    assert sentences()[code].endswith((".", "?"))
    assert "!" not in sentences()[code]


def test_an_error_is_one_line_whatever_it_holds() -> None:
    line = error_line(BadInput("no_such_step", text="a\nb\x1b[31m\u202e", known="x", file="f"))
    assert line == "f: No step is called a b\ufffd[31m\ufffd. Use one of these: x."


def test_a_day_says_its_year_where_it_is_another() -> None:
    facts = {"day": date(2027, 1, 1), "today": date(2026, 11, 21)}
    expected = "Friday 1 January 2027 is still to come. Log it on the day itself."
    assert error_line(BadInput("day_in_future", **facts)) == expected


def test_a_day_says_its_year_where_no_other_day_is_told() -> None:
    facts: dict[str, Fact] = {"name": "Mask", "day": date(2025, 12, 31)}
    expected = "Mask is no part of the routine on Wednesday 31 December 2025. Choose another day."
    assert error_line(BadInput("step_not_on_day", **facts)) == expected


def test_a_refusal_says_why_and_until_when_and_how_to_go_on() -> None:
    day, until = date(2026, 11, 21), date(2026, 12, 1)
    facts: dict[str, Fact] = {"step": "lotion", "name": "Refining lotion", "day": day}
    refused = Refused("month_off", **facts, until=until, enforce="strict")
    assert error_line(refused) == "Month off: Refining lotion rests until Tuesday 1 December."
    assert mend_of_refusal(refused) == "To log it all the same, add --anyway and --reason TEXT."
    open_ended = Refused("paused", **facts, until=None, enforce="advise")
    assert error_line(open_ended) == "Paused: Refining lotion rests."
    assert mend_of_refusal(open_ended) == "To log it all the same, add --anyway."
    assert mend_of_refusal(Refused("paused", **facts, enforce="never")) == ""
    swapped = Refused("displaced_by:mask", **facts, until=until)
    assert error_line(swapped, {"mask": "Clay mask"}).startswith("Gives way to Clay mask:")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (BadInput("unheard_of"), "This did not work (unheard_of)."),
        (Unavailable("not_written"), "… could not be written. Check free space and permissions."),
        (
            NewerData("unheard_of"),
            "This was written by a newer version of the program. Update the program first.",
        ),
    ],
)
def test_what_is_not_foreseen_is_said_all_the_same(error: TrackerError, line: str) -> None:
    assert error_line(error) == line
