"""Are all sentences calm: no exclamation marks, no guilt, no Title Case?"""

import re

import pytest
import sentences

MESSAGES = sorted(
    text
    for message in sentences.template()
    if message.id
    for text in ([message.id] if isinstance(message.id, str) else message.id)
)
BLAME = re.compile(r"\b(fail|failed|failure|lazy|forgot|should have|bad)\b", re.IGNORECASE)


def test_there_are_messages() -> None:
    assert len(MESSAGES) > 200


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_calm(message: str) -> None:
    assert "!" not in message
    assert not BLAME.search(message)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_has_no_more_space_than_it_needs(message: str) -> None:
    assert "  " not in message.strip()
