"""Is what comes from outside refused with its place where it is not what it ought to be?"""

from datetime import date

import pytest

from tracker.domain.errors import BadInput
from tracker.domain.outside import NAME_LENGTH, NOTE_LENGTH, Outside


def refused(value: object, ask: str, *args: object) -> BadInput:
    with pytest.raises(BadInput) as caught:
        getattr(Outside(value, "here"), ask)(*args)
    return caught.value


@pytest.mark.parametrize("value", ["x", None, 3, [1]])
def test_only_a_mapping_is_a_mapping(value: object) -> None:
    assert refused(value, "mapping").code == "not_a_mapping"


def test_a_missing_key_is_named_by_its_path() -> None:
    error = refused({}, "key", "name")

    assert (error.code, error.facts["where"]) == ("missing_key", "here.name")


def test_null_is_as_good_as_absent() -> None:
    assert Outside({"a": None}).maybe("a") is None
    assert list(Outside({"a": None}).items("a")) == []


def test_items_are_named_by_their_id_and_else_by_their_place() -> None:
    items = list(Outside({"steps": [{"id": "toner"}, {"id": 3}, "x"]}).items("steps"))

    assert [item.where for item in items] == ["steps[toner]", "steps[1]", "steps[2]"]


def test_a_list_is_a_list() -> None:
    with pytest.raises(BadInput) as caught:
        list(Outside("abc").elements())
    assert (caught.value.code, caught.value.facts["where"]) == ("not_a_list", "document")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (3, "not_text"),
        ("", "empty_text"),
        (" \u00a0", "empty_text"),
        ("\u200b\u2060 \u202e", "empty_text"),
        ("two\nlines", "text_not_storable"),
        ("\x1b[31mred", "text_not_storable"),
        ("x" * (NAME_LENGTH + 1), "text_too_long"),
        ("a\0b", "text_not_storable"),
        ("a\ud800b", "text_not_storable"),
    ],
)
def test_text_that_cannot_be_kept(value: object, code: str) -> None:
    assert refused(value, "text").code == code


def test_a_note_may_have_lines() -> None:
    assert Outside("one\n\ttwo").text(NOTE_LENGTH) == "one\n\ttwo"


@pytest.mark.parametrize("value", ["Tonique", "👩🏽‍🔬", "קלינס", "a" * NAME_LENGTH])
def test_text_that_can_be_kept(value: str) -> None:
    assert Outside(value).text() == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "not_a_number"),
        (1.0, "not_a_number"),
        ("3", "not_a_number"),
        (0, "number_out_of_range"),
        (8, "number_out_of_range"),
        (10**40, "number_out_of_range"),
    ],
)
def test_numbers_out_of_place(value: object, code: str) -> None:
    error = refused(value, "number", 1, 7)

    assert (error.code, error.facts["least"], error.facts["most"]) == (code, 1, 7)


def test_both_ends_of_a_range_belong_to_it() -> None:
    assert [Outside(value).number(1, 7) for value in (1, 7)] == [1, 7]


@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_a_flag_is_true_or_false(value: object) -> None:
    assert refused(value, "flag").code == "not_a_flag"


@pytest.mark.parametrize(
    "value", ["2026-13-01", "20261121", "2026-W47-6", "21.11.2026", 20261121, "2027-02-29", None]
)
def test_days_are_written_one_way(value: object) -> None:
    assert refused(value, "day").code == "not_a_day"


@pytest.mark.parametrize("value", ["1899-12-31", "3000-01-01"])
def test_days_far_away_are_refused(value: str) -> None:
    assert refused(value, "day").code == "day_out_of_range"


def test_a_day_is_read() -> None:
    assert Outside("2028-02-29").day() == date(2028, 2, 29)


def test_one_of_says_which_there_are() -> None:
    error = refused("noon", "one_of", ("morning", "evening"))

    assert (error.code, error.facts["options"]) == ("not_one_of", "morning, evening")


def test_what_was_got_is_shown_short_and_printable() -> None:
    shown = refused("\x1b[31m" + "x" * 500, "one_of", ("a",)).facts["got"]

    assert isinstance(shown, str)
    assert len(shown) <= 60
    assert shown.isprintable()


@pytest.mark.parametrize(
    ("length", "shown"), [(58, "'" + "x" * 58 + "'"), (59, "'" + "x" * 56 + "...")]
)
def test_sixty_characters_of_it_are_shown_whole(length: int, shown: str) -> None:
    assert refused("x" * length, "one_of", ("a",)).facts["got"] == shown


def test_a_container_is_shown_by_its_type() -> None:
    assert refused([[1]], "text").facts["got"] == "list"


def test_keys_that_nobody_asked_for_are_noted_with_their_paths() -> None:
    document = Outside({"a": {"b": 1, "c": 2}, "d": 3})
    inner = document.key("a")
    inner.key("b")
    inner.close()
    document.close()

    assert document.unknown == ["a.c", "d"]
