"""Which language do these tests begin and end in? English."""

from collections.abc import Iterator

import pytest

from tracker.words.language import use


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use("en")
    yield
    use("en")
