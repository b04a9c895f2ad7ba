"""Is this text a JSON document that is safe to look at?

Whatever a stranger's file holds, it is refused or read within a bounded depth and size.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tracker.domain.errors import BadInput

DEEPEST: Final = 32
"""How many lists and mappings may lie inside each other."""
MOST_BYTES: Final = 28 * 1024 * 1024
"""How large a document may be: thirty years of twelve steps a day take 18 MB.

One character from far away makes each of them take four bytes in memory, and that twice.
"""
MOST_PARTS: Final = 1_500_000
"""How many values a document may hold: thirty years of twelve steps a day are 900,000."""
_LONGEST_NUMBER: Final = 18


def read_json(text: str | bytes) -> object:
    """The document's value; raises `BadInput` with the place where there is one."""
    plain = _as_text(text)
    if sum(map(plain.count, "{[,")) > MOST_PARTS:
        raise BadInput("too_many_parts", most=MOST_PARTS)
    value = _parsed(plain)
    _check_depth(value)
    return value


def _as_text(text: str | bytes) -> str:
    if len(text) > MOST_BYTES:
        raise BadInput("file_too_large", most=MOST_BYTES // 1024 // 1024)
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("not_utf8", byte=error.start) from error


def _parsed(text: str) -> object:
    try:
        found: object = json.loads(
            text,
            object_pairs_hook=_mapping,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        raise BadInput("not_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise BadInput("too_deep", most=DEEPEST) from error
    return found


def _mapping(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _count = Counter(key for key, _value in pairs).most_common(1)[0]
        raise BadInput("key_twice", key=ascii(twice)[:60])
    return found


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise BadInput("number_too_long", most=_LONGEST_NUMBER)
    return int(digits)


def _fraction(digits: str) -> float:
    found = float(digits)
    if found in (float("inf"), float("-inf")):
        raise BadInput("not_finite", got=digits[:60])
    return found


def _constant(name: str) -> float:
    raise BadInput("not_finite", got=name)


def _check_depth(value: object) -> None:
    layer = [value]
    for _depth in range(DEEPEST + 1):
        layer = [inner for outer in layer for inner in _containers(outer)]
        if not layer:
            return
    raise BadInput("too_deep", most=DEEPEST)


def _containers(value: object) -> Iterator[object]:
    """The lists and mappings directly inside a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (item for item in inner if isinstance(item, dict | list))
