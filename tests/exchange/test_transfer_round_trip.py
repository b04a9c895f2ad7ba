"""Does a document come out as it went in, key for key?"""

import json
from pathlib import Path

import pytest
from hypothesis import given

from tests.exchange.documents import diaries
from tests.golden_cases import RULES
from tracker.domain.diary import Diary
from tracker.exchange.transfer import read_document, write_document


def without_beaten_skips(document: dict[str, list[dict[str, str]]]) -> None:
    """Take out the skips that a tick of the same step and day replaces."""
    ticked = [(entry["step"], entry["day"]) for entry in document["log"] if entry["do"] == "tick"]
    document["log"] = [
        entry
        for entry in document["log"]
        if entry["do"] == "tick" or (entry["step"], entry["day"]) not in ticked
    ]


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_golden_document_comes_out_as_it_went_in(path: Path) -> None:
    document = json.loads(path.read_text())
    diary, notes = read_document(path.read_bytes())
    del document["about"], document["plan"]
    dropped = len(document["log"])
    without_beaten_skips(document)
    dropped -= len(document["log"])
    assert json.loads(write_document(diary)) == document
    codes = [note.code for note in notes]
    assert sorted(codes) == ["second_skip"] * dropped + ["unknown_key"] * 2
    assert {note.where for note in notes if note.code == "unknown_key"} == {"about", "plan"}


@given(diaries())
def test_any_diary_comes_back_as_it_was(diary: Diary) -> None:
    text = write_document(diary)
    assert read_document(text) == (diary, ())
    assert write_document(read_document(text.encode())[0]) == text


def test_an_empty_place_is_a_document_too() -> None:
    assert read_document(write_document(Diary())) == (Diary(settings={}), ())


def test_what_belongs_to_this_machine_stays_here() -> None:
    written = write_document(Diary(settings={"theme": "dark", "day_starts_at": 3}))
    assert json.loads(written)["settings"] == {"day_starts_at": 3}


def test_amounts_of_money_are_kept_digit_for_digit() -> None:
    text = json.dumps(
        {
            "format": "routine-tracker",
            "version": 1,
            "treatments": [
                {
                    "day": "2026-09-12",
                    "name": "Peel",
                    "rest_days": 3,
                    "steps": None,
                    "price": {"amount": "0140.10", "currency": "USD"},
                }
            ],
        }
    )
    assert '"amount": "0140.10"' in write_document(read_document(text)[0])
