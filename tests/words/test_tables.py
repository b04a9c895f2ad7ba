"""Do columns stand in line, and figures read as people read them?"""

import pytest

from tracker.domain.measure import Ratio
from tracker.words.figures import ratio, share
from tracker.words.table import plain, table


def test_columns_stand_in_line() -> None:
    rows = [("Clay mask", "Due", ""), ("面膜", "Resting", "x"), ("e\u0301", "Due", "")]
    assert table(rows).splitlines() == [
        "  Clay mask  Due",
        "  面膜       Resting  x",
        "  e\u0301          Due",
    ]


def test_figures_stand_to_the_right() -> None:
    assert table([("a", "1"), ("b", "10")], indent=0, right=frozenset((1,))) == "a   1\nb  10"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc\u2028d\u00a0e", "a b c d e"),
        ("\x1b[31m\u202eabc\x00", "\ufffd[31m\ufffdabc\ufffd"),
        ("👩\u200d🔬 ok", "👩\u200d🔬 ok"),
    ],
)
def test_a_name_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "—"),
        (0.0, "0 %"),
        (0.125, "13 %"),
        (0.994, "99 %"),
        (0.9999, "99 %"),
        (1.0, "100 %"),
    ],
)
def test_all_is_said_only_of_all(value: float | None, shown: str) -> None:
    assert share(value) == shown


def test_a_ratio_of_nothing_is_a_dash() -> None:
    assert (ratio(Ratio(0, 0)), ratio(Ratio(21, 24))) == ("—", "21 of 24")
