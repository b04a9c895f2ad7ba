"""Does the doctor speak in sentences, whatever code it found?"""

import pytest

from tracker.store.doctor import Check
from tracker.words.doctor import doctor_text

CODES = ("locked", "read_only", "not_opened", "not_written", "damaged_file")


@pytest.mark.parametrize("name", ["database", "records"])
@pytest.mark.parametrize("code", CODES)
def test_no_bare_code_is_shown(name: str, code: str) -> None:
    check = Check(name, "wrong", code)  # type: ignore[arg-type]
    assert code not in doctor_text([check])


def test_a_record_that_cannot_be_used_is_named() -> None:
    check = Check("records", "wrong", "unusable_record steps[my wash].rule missing_key")
    said = "steps[my wash].rule cannot be used as it is kept (missing_key); put a copy in its place"
    assert said in doctor_text([check])


def test_sqlites_words_stand_in_a_sentence() -> None:
    check = Check("foreign_keys", "wrong", "steps 1: products")
    assert "one leads nowhere: steps 1: products; put a" in doctor_text([check])
