"""Does a stranger's text stay harmless, whatever it holds?"""

import pytest

from tracker.domain.errors import BadInput
from tracker.exchange import json_text
from tracker.exchange.json_text import read_json
from tracker.words.errors import error_line

REFUSED = [
    (b"", "not_json"),
    (b"{", "not_json"),
    (b"{'a': 1}", "not_json"),
    (b'{"a": 1} x', "not_json"),
    (b"[1,]", "not_json"),
    (b'"\x00"', "not_json"),
    (b"\xff\xfe{}", "not_utf8"),
    (b'{"a": "\xc3"}', "not_utf8"),
    (b'"\xed\xa0\x80"', "not_utf8"),
    (b'{"a": NaN}', "not_finite"),
    (b'{"a": -Infinity}', "not_finite"),
    (b'{"a": 1e999}', "not_finite"),
    (b'{"a": ' + b"9" * 19 + b"}", "number_too_long"),
    (b'{"a": ' + b"9" * 100_000 + b"}", "number_too_long"),
    (b'{"a": 1, "a": 2}', "key_twice"),
    (b'{"x": [{"a": 1, "b": 3, "a": 2}]}', "key_twice"),
    (b"[" * 100 + b"]" * 100, "too_deep"),
    (b"[" * 33 + b"[]" + b"]" * 33, "too_deep"),
    (b"[" * 100_000, "too_deep"),
    (b'{"a":' * 100_000, "too_deep"),
    (b'[{"a":' * 40 + b"1" + b"}]" * 40, "too_deep"),
]


@pytest.mark.parametrize(
    ("text", "code"), REFUSED, ids=[f"{code}-{text[:12]!r}" for text, code in REFUSED]
)
def test_what_is_not_safe_is_refused(text: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_json(text)
    assert refused.value.code == code
    assert len(error_line(refused.value)) < 200


def test_what_is_safe_is_read() -> None:
    assert read_json(b'\xef\xbb\xbf{"a": [1, 2.5, null, true, "\\ud83d\\ude00"]}') == {
        "a": [1, 2.5, None, True, "\U0001f600"]
    }
    assert read_json('\ufeff"text"') == "text"
    assert read_json("[" * 32 + "]" * 32) is not None


def test_a_document_of_too_many_parts_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_PARTS", 10)
    with pytest.raises(BadInput) as refused:
        read_json("[" + "{}," * 10 + "{}]")
    assert refused.value.code == "too_many_parts"


def test_a_text_that_is_too_long_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_BYTES", 10)
    with pytest.raises(BadInput) as refused:
        read_json(b" " * 11)
    assert refused.value.code == "file_too_large"


def test_the_place_of_a_slip_is_told() -> None:
    with pytest.raises(BadInput) as refused:
        read_json('{\n "a": 1,\n "b" 2\n}')
    assert error_line(refused.value) == "Line 3, column 6 is not JSON. Correct it there."
