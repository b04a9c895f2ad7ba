"""Does the plan say what the golden cases say, row for row?"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.golden_cases import RULES, read_case
from tracker.domain.plan import plan


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_row_is_as_expected(path: Path) -> None:
    case = read_case(path)

    rows = plan(case.routine, case.log, case.first, case.last, case.today)

    found = {
        (row.day.isoformat(), row.step): (
            row.status,
            row.reason,
            None if row.until is None else row.until.isoformat(),
        )
        for row in rows
    }
    assert found == case.expect


@pytest.mark.slow
@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_each_day_alone_is_planned_as_in_the_range(path: Path) -> None:
    case = read_case(path)
    whole = plan(case.routine, case.log, case.first, case.last, case.today)

    alone = [
        row
        for number in range((case.last - case.first).days + 1)
        for row in plan(
            case.routine,
            case.log,
            case.first + timedelta(days=number),
            case.first + timedelta(days=number),
            case.today,
        )
    ]

    assert alone == whole
